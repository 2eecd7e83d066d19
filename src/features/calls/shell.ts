import type { Feature } from '../people/index.ts'
import { routes } from './routes.tsx'

export const shell: Feature = { name: 'calls', routes }
