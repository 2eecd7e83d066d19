import type { App } from '../../platform/app.ts'
import type { Ask } from '../../platform/post-outside.ts'
import { buildAssets } from '../../web/assets.ts'
import { createSite } from '../../web/site.tsx'
import { all } from '../all.ts'
import { router } from '../people/index.ts'
import { discoveryRoutes } from './routes/discovery.ts'
import { documentRoutes } from './routes/documents.ts'
import { inboxRoutes } from './routes/inbox.ts'

/** The whole site, which asks other servers for their accounts in this way. */
export async function siteAsking(app: App, ask: Ask) {
  const routes = router()
  for (const one of [discoveryRoutes, documentRoutes, inboxRoutes(ask)]) routes.route('/', one)
  const features = all.map((feature) => (feature.name === 'fediverse' ? { ...feature, routes } : feature))
  return createSite(app, await buildAssets(), features)
}
