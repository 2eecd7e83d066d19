import { router } from '../../people/index.ts'
import { ownRoutes } from './own.tsx'
import { office } from './requests.tsx'
import { stayRoutes } from './stay.tsx'

export const routes = router()
routes.route('/', ownRoutes)
routes.route('/', stayRoutes)

export { office }
