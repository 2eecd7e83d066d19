import { answerRoutes } from './answer.tsx'

export { office } from './office.tsx'
export const routes = answerRoutes
