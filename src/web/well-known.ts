import { type Feature, router } from '../features/people/index.ts'
import { networkIn } from '../platform/network/index.ts'
import type { Assets } from './assets.ts'
import { lookOf } from './look.ts'

const keptForADay = { 'Cache-Control': 'public, max-age=86400' }

/** What browsers and search engines ask for by a name of their own. */
export function wellKnown(assets: Assets, features: readonly Feature[]) {
  const routes = router()
  const unlisted = ['/dev', ...features.flatMap(({ unlisted = [] }) => unlisted)]
  const robots = unlisted.map((path) => `Disallow: ${path}\n`).join('')
  const sitemaps = features.flatMap(({ sitemaps = [] }) => sitemaps)
  routes.get('/robots.txt', (c) => {
    const mapped = sitemaps.map((path) => `Sitemap: ${c.var.app.origin}${path}\n`).join('')
    return c.text(`User-agent: *\n${robots}${mapped}`, 200, keptForADay)
  })
  routes.get('/favicon.ico', async (c) => {
    const icon = assets.files.get(assets.icon)
    if (!icon) return c.notFound()
    const { href } = lookOf(await networkIn(c.var.app), 'en', assets).assets.icon
    if (href !== assets.icon) return c.redirect(href)
    return c.body(icon, 200, {
      ...keptForADay,
      'Content-Type': 'image/svg+xml',
      // Sandboxed previews have no origin of their own, and ask for it all the same.
      'Cross-Origin-Resource-Policy': 'cross-origin',
    })
  })
  return routes
}
