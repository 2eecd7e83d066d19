import { scheduled } from '../../platform/jobs.ts'
import { emptyOutbox } from '../../platform/mail/index.ts'

/** Each night: emails that are past their time no longer hold what they said, nor the address. */
export const emptyMails = scheduled('mail.empty', '10 3 * * *', emptyOutbox)
