import { scheduled } from '../../platform/jobs.ts'
import { sweepCases } from './actions/sweep.ts'

/** Each hour, after the check-ins: opens a case where one is due. */
export const lookAfterPairs = scheduled('cases.sweep', '23 * * * *', async (app) => {
  await sweepCases(app)
})
