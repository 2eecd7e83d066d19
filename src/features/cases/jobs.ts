import { scheduled } from '../../platform/jobs.ts'
import { sweepCases } from './actions/sweep.ts'
import { tellVolunteers } from './actions/telling.ts'

/** Each hour, after the check-ins: opens a case where one is due, and tells volunteers in their morning what waits. */
export const lookAfterPairs = scheduled('cases.sweep', '23 * * * *', async (app) => {
  await sweepCases(app)
  await tellVolunteers(app)
})
