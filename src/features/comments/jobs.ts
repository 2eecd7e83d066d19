import { scheduled } from '../../platform/jobs.ts'
import { forgetSenders } from './actions/forgetting.ts'
import { tellEditors } from './actions/waiting.ts'

/** Each half hour: tells the editors of comments that wait. */
export const tellOfWaiting = scheduled('comments.tell', '7,37 * * * *', async (app) => {
  await tellEditors(app)
})

/** Each hour: forgets networks and addresses that are needed no more. */
export const forget = scheduled('comments.forget', '50 * * * *', forgetSenders)
