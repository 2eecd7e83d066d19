/**
 * Mails wait in three lanes, so that a sign-in link never stands behind a thousand introductions: mails to one
 * person alone, mails of a campaign, and mails of a list that people may leave.
 */
export const lanes = ['personal', 'campaign', 'list'] as const
export type Lane = (typeof lanes)[number]
