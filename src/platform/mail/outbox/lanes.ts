/**
 * Mails wait in four lanes, so that a sign-in link, for which somebody sits and waits, never stands behind a thousand others:
 * links to sign in by, other mails to one person alone, mails of a campaign, and mails of a list that people may leave.
 */
export const lanes = ['sign-in', 'personal', 'campaign', 'list'] as const
export type Lane = (typeof lanes)[number]
