import { router } from '../../people/index.ts'
import { ownRoutes } from './own.tsx'
import { publicRoutes } from './public.tsx'

export { office } from './office.tsx'

export const routes = router().route('/', ownRoutes).route('/', publicRoutes)
