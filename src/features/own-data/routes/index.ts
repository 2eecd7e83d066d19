import { router } from '../../people/index.ts'
import { addressRoutes } from './by-address.tsx'
import { ownRoutes } from './own.tsx'
import { office } from './requests.tsx'
import { stayRoutes } from './stay.tsx'

export const routes = router()
routes.route('/', ownRoutes)
routes.route('/', stayRoutes)
routes.route('/', addressRoutes)

export { office }
