/** The lists that an address may be on: who is told of the next call, and of answers to their comments. */
export const callsList = 'calls'
export const repliesList = 'replies'
export type List = typeof callsList | typeof repliesList

/**
 * The version of the words that subscribers say yes to, `ask.lead` and `ask.hint`, and for answers those of the comments: the day they were written. It changes
 * with what they promise.
 */
export const currentConsent = '2016-01-01'

/** For how many days an address is kept that nobody has confirmed, and one that was taken off the list. */
export const keptDays = { unconfirmed: 7, left: 1 }

/** After so many days without a call the yes is too old to be one. */
export const oldestDays = 730

/** An address gets no second question sooner: nobody floods a mailbox through us. */
export const askedAgainMinutes = 60
