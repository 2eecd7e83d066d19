/** A link in a mail works once, for an hour. */
export const linkMinutes = 60
