export { routes } from './farewell.tsx'
export { office } from './office.tsx'
