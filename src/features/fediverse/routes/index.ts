import { router } from '../../people/index.ts'
import { channelRoutes } from './channels.tsx'
import { discoveryRoutes } from './discovery.ts'
import { documentRoutes } from './documents.ts'
import { inboxRoutes } from './inbox.ts'
import { officeRoutes } from './office.tsx'

export const routes = router()
routes.route('/', discoveryRoutes)
routes.route('/', documentRoutes)
routes.route('/', inboxRoutes())

export const office = router()
office.route('/', officeRoutes)
office.route('/', channelRoutes)
