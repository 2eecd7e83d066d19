import { z } from 'zod'
import { job, scheduled } from '../../platform/jobs.ts'
import { answerRequest } from './actions/answer-request.ts'
import { forgetOldSignIns } from './queries/sessions.ts'

/** Writes the mail with the link, to someone we know; once for each request. */
export const sendLink = job(
  'people.send-link',
  z.strictObject({ requestId: z.uuid() }),
  (app, { requestId }) => answerRequest(app, requestId),
  { atOnce: 50, whileShort: true },
)

/** Each night: sessions that are over and requests of the day before are forgotten. */
export const forgetSignIns = scheduled('people.forget-sign-ins', '40 3 * * *', (app) =>
  forgetOldSignIns(app.db, app.now()),
)
