import { z } from 'zod'
import { job, scheduled } from '../../platform/jobs.ts'
import { sendOnce } from '../../platform/mail/index.ts'
import { makeLink } from '../../platform/sign-in/index.ts'
import { signInEmail } from './emails.ts'
import { requestedLink } from './queries/links.ts'
import { forgetOldSignIns } from './queries/sessions.ts'

/** Writes the mail with the link, to someone we know; once for each request. */
export const sendLink = job(
  'people.send-link',
  z.strictObject({ requestId: z.uuid() }),
  async (app, { requestId }) => {
    const asked = await requestedLink(app.db, requestId)
    if (!asked) return
    const secret = await makeLink(app, asked.personId)
    await sendOnce(app, app.db, `sign-in:${requestId}`, signInEmail(asked, secret, app.origin))
  },
  { atOnce: 50 },
)

/** Each night: sessions that are over and requests of the day before are forgotten. */
export const forgetSignIns = scheduled('people.forget-sign-ins', '40 3 * * *', (app) =>
  forgetOldSignIns(app.db, app.now()),
)
