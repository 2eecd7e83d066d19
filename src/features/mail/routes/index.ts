import { router } from '../../people/index.ts'
import { mailboxRoutes } from './mailbox.tsx'
import { unsubscribeRoutes } from './unsubscribe.tsx'

export { office } from './office.tsx'

export const routes = router()
routes.route('/', mailboxRoutes)
routes.route('/', unsubscribeRoutes)
