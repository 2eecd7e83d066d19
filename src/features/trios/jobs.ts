import { scheduled } from '../../platform/jobs.ts'
import { settleLapsed } from './actions/settling.ts'

/** Each hour: offers that nobody can answer any more are ended, and who waits for an answer is told. */
export const endLapsedTrios = scheduled('trios.settle', '11 * * * *', async (app) => {
  await settleLapsed(app)
})
