import * as z from 'zod'
import { job, scheduled } from '../../../platform/jobs.ts'
import { deliverDue } from '../actions/delivering.ts'

/** Right after something was said: sends what is due. */
export const deliverSoon = job('fediverse.deliver-soon', z.object({}), async (app) => {
  await deliverDue(app)
})

/** Each minute: sends what is due, also what did not arrive before. */
export const deliver = scheduled('fediverse.deliver', '* * * * *', async (app) => {
  await deliverDue(app)
})
