import { isAway } from '../db/index.ts'
import { type Feature, router } from '../features/people/index.ts'
import type { App } from '../platform/app.ts'
import { miningReserved, robotsText } from '../platform/crawlers.ts'
import { lastNetwork, type Network, networkIn } from '../platform/network/index.ts'
import type { Assets } from './assets.ts'
import { whileAway } from './kept-pages.ts'
import { lookOf } from './look.ts'

const keptForADay = { 'Cache-Control': 'public, max-age=86400' }
/** What a director changes is to be known the same day. */
const keptForAnHour = { 'Cache-Control': 'public, max-age=3600' }

/** What browsers and search engines ask for by a name of their own. */
export function wellKnown(assets: Assets, features: readonly Feature[]) {
  const routes = router()
  const unlisted = ['/dev', ...features.flatMap(({ unlisted = [] }) => unlisted)]
  const maps = features.flatMap(({ sitemaps = [] }) => sitemaps)
  routes.get('/robots.txt', async (c) => {
    const { app } = c.var
    const { crawlers, headers } = await welcome(app)
    const sitemaps = maps.map((path) => app.origin + path)
    return c.text(robotsText({ crawlers, unlisted, sitemaps }), 200, headers)
  })
  routes.get('/.well-known/tdmrep.json', async (c) => {
    const { crawlers, headers } = await welcome(c.var.app)
    return c.json(miningReserved(crawlers), 200, headers)
  })
  routes.get('/:file{[0-9a-f]{32}\\.txt}', async (c, next) => {
    const { indexNowKey } = await networkIn(c.var.app)
    if (c.req.param('file') !== `${indexNowKey}.txt`) return next()
    return c.text(indexNowKey ?? '', 200, keptForAnHour)
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

/** Which machines are welcome, or last were: a machine that gets no answer keeps out, and one that reads anyway is told. */
async function welcome(app: App): Promise<Pick<Network, 'crawlers'> & { headers: Record<string, string> }> {
  try {
    const { crawlers } = await networkIn(app)
    return { crawlers, headers: keptForAnHour }
  } catch (error) {
    const last = lastNetwork(app)
    if (!isAway(error) || !last) throw error
    return { crawlers: last.crawlers, headers: whileAway }
  }
}
