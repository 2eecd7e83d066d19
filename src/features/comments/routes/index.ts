import { router } from '../../people/index.ts'
import { decidingRoutes } from './deciding.tsx'
import { ownRoutes } from './own.tsx'
import { readingRoutes } from './reading.tsx'
import { writingRoutes } from './writing.tsx'

export { office } from './office.tsx'

export const routes = router()
  .route('/', ownRoutes)
  .route('/', decidingRoutes)
  .route('/', writingRoutes)
  .route('/', readingRoutes)
