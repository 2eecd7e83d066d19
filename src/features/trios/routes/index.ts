export { office } from './office.tsx'
export { routes } from './question.tsx'
