import { scheduled, scheduledAwake } from '../../platform/jobs.ts'
import { askCheckIns } from './actions/asking.ts'
import { takeReplies } from './actions/replies.ts'

/** Each hour, as it is nine o'clock somewhere: asks everyone whose check-in has come. */
export const askWhoIsDue = scheduledAwake('checkins.ask', '3 * * * *', async (app) => {
  await askCheckIns(app)
})

/** Each minute: what people replied to the emails of check-ins. */
export const readReplies = scheduled('checkins.replies', '* * * * *', async (app) => {
  await takeReplies(app)
})
