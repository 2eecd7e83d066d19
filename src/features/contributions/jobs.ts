import { scheduled, scheduledAwake } from '../../platform/jobs.ts'
import { tellOfArrivals } from './actions/arrivals.ts'
import { followAgreements, tellOfDown, tellOfOut } from './actions/clock.ts'
import { forgetSenders } from './actions/forgetting.ts'

/** Each quarter of an hour: tells the editors of contributions that came. */
export const tellEditors = scheduled('contributions.tell', '8,23,38,53 * * * *', async (app) => {
  await tellOfArrivals(app)
})

/** Each quarter of an hour: asks authors again whose text was changed, and reminds those who are silent. */
export const askAuthors = scheduledAwake('contributions.ask', '10,25,40,55 * * * *', followAgreements)

/** Each quarter of an hour: tells authors whose text is out, withdrawn or back. */
export const followUp = scheduled('contributions.follow-up', '11,26,41,56 * * * *', async (app) => {
  await tellOfOut(app)
  await tellOfDown(app)
})

/** Each hour: forgets networks, addresses and pictures that are needed no more. */
export const forget = scheduled('contributions.forget', '52 * * * *', forgetSenders)
