/** Contributions: texts that people offer for the blog, and the way of each to a post. */

export { acceptContribution, askForChanges, declineContribution } from './actions/deciding.ts'
export { sendContribution } from './actions/sending.ts'
