import { scheduled } from '../../platform/jobs.ts'
import { forgetDrafts } from './actions/forgetting.ts'

/** Each night: drafts that were never sent, long after the deadline. */
export const forgetOldDrafts = scheduled('calls.forget-drafts', '50 3 * * *', (app) =>
  forgetDrafts(app.db, app.now()),
)
