import { all } from '../features/all.ts'
import type { Feature } from '../features/people/index.ts'

/** What workers do for these features: work for later, and work that a clock starts. */
export const workOf = (features: readonly Feature[] = all) => ({
  jobs: features.flatMap(({ jobs = [] }) => jobs),
  clockwork: features.flatMap(({ clockwork = [] }) => clockwork),
})
