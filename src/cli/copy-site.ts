import type { Site } from '../features/copies/index.ts'
import type { App } from '../platform/app.ts'
import { openLog } from '../platform/log.ts'

/** The site as a visitor meets it, in this process. Thousands of requests of our own would bury what the terminal says. */
export async function siteToCopy(app: App): Promise<Site> {
  const { createSite } = await import('../web/site.tsx')
  const { keptAssets } = await import('../web/kept-assets.ts')
  const assets = await keptAssets()
  const site = createSite({ ...app, log: openLog('silent') }, assets)
  return {
    ask: async (address, locale) =>
      site.request(app.origin + address, {
        headers: { 'Accept-Language': locale, Host: new URL(app.origin).host },
      }),
    script: assets.copyJs,
  }
}
