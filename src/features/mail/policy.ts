import type { Actor } from '../people/index.ts'

/** See what was sent and what became of it; stop and resume. */
export const mayRunMail = (actor: Actor) => actor.roles.has('coordinator')

/**
 * Read what a mail says: those that went out together, as the office wrote them. A mail to one person alone may
 * hold a link that opens their account.
 */
export const mayReadText = (actor: Actor, mail: { campaignId: string | null }) =>
  mayRunMail(actor) && mail.campaignId !== null
