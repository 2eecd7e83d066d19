import { router } from '../../people/index.ts'
import { contributingRoutes } from './contributing.tsx'
import { ownRoutes } from './own.tsx'

export { office } from './office.tsx'

export const routes = router().route('/', contributingRoutes).route('/', ownRoutes)
