import { scheduled } from '../../platform/jobs.ts'
import { thankAmbassadors } from './actions/thanking.ts'

/** Each hour, as it is nine o'clock somewhere: thanks everyone whose term has ended. */
export const thankWhoIsDue = scheduled('ambassadors.thank', '23 * * * *', async (app) => {
  await thankAmbassadors(app)
})
