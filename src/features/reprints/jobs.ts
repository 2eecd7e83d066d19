import { scheduled, scheduledAwake } from '../../platform/jobs.ts'
import { forgetAskers, remindAuthors, tellOfWaiting } from './actions/clock.ts'

/** Each quarter of an hour: tells the editors of readers who want to reprint something. */
export const tellEditors = scheduled('reprints.tell', '9,24,39,54 * * * *', tellOfWaiting)

/** Each hour: reminds authors who have not answered, and tells whoever asked where it stands. */
export const remind = scheduledAwake('reprints.remind', '34 * * * *', remindAuthors)

/** Each day: forgets networks, and who asked long ago. */
export const forget = scheduled('reprints.forget', '40 4 * * *', forgetAskers)
