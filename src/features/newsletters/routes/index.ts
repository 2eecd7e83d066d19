import { router } from '../../people/index.ts'
import { subscriptionRoutes } from './subscriptions.tsx'

export const routes = router()
routes.route('/', subscriptionRoutes)
