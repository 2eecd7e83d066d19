import { scheduled } from '../../platform/jobs.ts'
import { emptyOutbox, readMailbox } from '../../platform/mail/index.ts'

/** Each night: emails that are past their time no longer hold what they said, nor the address. */
export const emptyMails = scheduled('mail.empty', '10 3 * * *', emptyOutbox)

/** Each minute: what came into the mailbox that emails come back to. */
export const readInbound = scheduled('mail.read', '* * * * *', async (app) => {
  await readMailbox(app)
})
