/** The lists that an address may be on: who is told of the next call, of answers to their comments, and of what comes out. */
export const callsList = 'calls'
export const repliesList = 'replies'
export const newsletterList = 'newsletter'
export type List = typeof callsList | typeof repliesList | typeof newsletterList

/**
 * The version of the words that subscribers say yes to, `ask.lead` and `ask.hint`, for answers those of the comments, for the newsletter its own: the day they were written. It changes
 * with what they promise.
 */
export const currentConsent = '2016-01-01'

/** For how many days an address is kept that nobody has confirmed, and one that was taken off the list. */
export const keptDays = { unconfirmed: 7, left: 1 }

/** After so many days without a call the yes is too old to be one. One who gets the newsletter is reminded by each email. */
export const oldestDays = 730

/** An address gets no second question sooner: nobody floods a mailbox through us. */
export const askedAgainMinutes = 60
