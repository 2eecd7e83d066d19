import { router } from '../../people/index.ts'
import { archiveRoutes } from './archive.tsx'
import { subscriptionRoutes } from './subscriptions.tsx'

export { office } from './office.tsx'

export const routes = router().route('/', subscriptionRoutes).route('/', archiveRoutes)
