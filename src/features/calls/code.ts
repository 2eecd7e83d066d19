/**
 * The version of the code of conduct that people accept now: the day it was written, `YYYY-MM-DD`. Its rules are the
 * words `mail.code` of applications.
 */
export const currentCode = '2016-01-01'
