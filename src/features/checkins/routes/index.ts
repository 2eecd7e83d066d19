import { router } from '../../people/index.ts'
import { absenceRoutes } from './absence.tsx'
import { answerRoutes } from './answer.tsx'

export { office } from './office.tsx'

export const routes = router().route('/', answerRoutes).route('/', absenceRoutes)
