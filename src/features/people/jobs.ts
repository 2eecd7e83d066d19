import { z } from 'zod'
import { job } from '../../platform/jobs.ts'
import { answerRequest } from './actions/answer-request.ts'

/** Writes the mail with the link, to someone we know; once for each request. */
export const sendLink = job(
  'people.send-link',
  z.strictObject({ requestId: z.uuid() }),
  (app, { requestId }) => answerRequest(app, requestId),
  { atOnce: 50, whileShort: true },
)
