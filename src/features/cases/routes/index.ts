import { router } from '../../people/index.ts'
import { caseRoutes } from './case.tsx'
import { queueRoutes } from './queue.tsx'

export const office = router()
office.route('/', queueRoutes)
office.route('/', caseRoutes)
