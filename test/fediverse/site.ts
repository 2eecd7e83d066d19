import { all } from '../../src/features/all.ts'
import { discoveryRoutes } from '../../src/features/fediverse/routes/discovery.ts'
import { documentRoutes } from '../../src/features/fediverse/routes/documents.ts'
import { inboxRoutes } from '../../src/features/fediverse/routes/inbox.ts'
import { router } from '../../src/features/people/index.ts'
import type { App } from '../../src/platform/app.ts'
import type { Ask } from '../../src/platform/post-outside.ts'
import { buildAssets } from '../../src/web/assets.ts'
import { createSite } from '../../src/web/site.tsx'

/** The whole site, which asks other servers for their accounts in this way. */
export async function siteAsking(app: App, ask: Ask) {
  const routes = router()
  for (const one of [discoveryRoutes, documentRoutes, inboxRoutes(ask)]) routes.route('/', one)
  const features = all.map((feature) => (feature.name === 'fediverse' ? { ...feature, routes } : feature))
  return createSite(app, await buildAssets(), features)
}
