import { router } from '../../people/index.ts'
import { caseRoutes } from './case.tsx'
import { queueRoutes } from './queue.tsx'
import { writeRoutes } from './write.tsx'

export { reportRoutes as routes } from './report.tsx'

export const office = router()
office.route('/', queueRoutes)
office.route('/', caseRoutes)
office.route('/', writeRoutes)
