/** What can become of a mail, in the order of its life. */
export const mailStates = [
  'queued',
  'sending',
  'sent',
  'deferred',
  'failed',
  'suppressed',
  'unknown',
] as const
export type MailState = (typeof mailStates)[number]
