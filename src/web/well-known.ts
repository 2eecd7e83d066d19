import { router } from '../features/people/index.ts'
import type { Assets } from './assets.ts'

const keptForADay = { 'Cache-Control': 'public, max-age=86400' }

/** Pages for the people they concern, which a search engine has no use for. */
const robots = ['/dev', '/me', '/office', '/sign-in', '/unsubscribe']
  .map((path) => `Disallow: ${path}\n`)
  .join('')

/** What browsers and search engines ask for by a name of their own. */
export function wellKnown(assets: Assets) {
  const routes = router()
  routes.get('/robots.txt', (c) => c.text(`User-agent: *\n${robots}`, 200, keptForADay))
  routes.get('/favicon.ico', (c) => {
    const icon = assets.files.get(assets.icon)
    if (!icon) return c.notFound()
    return c.body(new Uint8Array(icon.bytes), 200, {
      ...keptForADay,
      'Content-Type': icon.type,
      // Sandboxed previews have no origin of their own, and ask for it all the same.
      'Cross-Origin-Resource-Policy': 'cross-origin',
    })
  })
  return routes
}
