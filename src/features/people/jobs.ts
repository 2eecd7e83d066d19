import * as z from 'zod'
import { addDays, startOfDay } from '../../platform/days.ts'
import { job, scheduled } from '../../platform/jobs.ts'
import { sendAllOnce } from '../../platform/mail/index.ts'
import { networkIn } from '../../platform/network/index.ts'
import { answerRequest } from './actions/answer-request.ts'
import { watchedEmail } from './emails.ts'
import { inCharge } from './queries/in-charge.ts'
import { watchedBetween } from './queries/watched.ts'
import { weekBefore } from './watched.ts'

/** Writes the mail with the link, to someone we know; once for each request. */
export const sendLink = job(
  'people.send-link',
  z.strictObject({ requestId: z.uuid() }),
  (app, { requestId }) => answerRequest(app, requestId),
  { atOnce: 50, whileShort: true },
)

/** On Mondays, or later in the week where the machine was off then: tells the directors what was done the week before. */
export const tellWatched = scheduled('people.tell-watched', '35 * * * *', async (app) => {
  const network = await networkIn(app)
  const { from, until } = weekBefore(app.now(), network.zone)
  const [start, end] = [startOfDay(from, network.zone), startOfDay(addDays(until, 1), network.zone)]
  const acts = await watchedBetween(app.db, start, end)
  if (acts.length === 0) return
  const { people } = await inCharge(app.db, 'director', app.now())
  const mails = people.map((to) => ({
    key: `watched:${from}:${to.id}`,
    email: watchedEmail(to, { from, until, acts }, network),
  }))
  await sendAllOnce(app, app.db, mails)
})
