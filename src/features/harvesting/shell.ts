import type { Feature } from '../people/index.ts'
import { listedLimits } from './limits.ts'
import { harvestPath } from './paths.ts'
import { routes } from './routes/index.ts'

export const shell: Feature = {
  name: 'harvesting',
  routes,
  limits: listedLimits,
  // It changes nothing: to ask with a form is a way to ask.
  crossSite: new RegExp(`^${harvestPath}$`),
}
