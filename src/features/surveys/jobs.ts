import { scheduled, scheduledAwake } from '../../platform/jobs.ts'
import { askSurveys } from './actions/asking.ts'
import { countSurveys } from './actions/counting.ts'

/** Each hour, as it is nine o'clock somewhere: asks whom an open survey has not asked, and reminds. */
export const askForSurveys = scheduledAwake('surveys.ask', '13 * * * *', async (app) => {
  await askSurveys(app)
})

/** Each hour: takes new answers into the figures, where five people at least have given some. */
export const countAnswers = scheduled('surveys.count', '43 * * * *', async (app) => {
  await countSurveys(app)
})
