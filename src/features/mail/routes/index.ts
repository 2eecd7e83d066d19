import { router } from '../../people/index.ts'
import { mailboxRoutes } from './mailbox.tsx'

export const routes = router()
routes.route('/', mailboxRoutes)
