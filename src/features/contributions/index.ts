/** Contributions: texts that people offer for the blog, and the way of each to a post. */

export { acceptContribution, askForChanges } from './actions/deciding.ts'
export { type NewContribution, sendContribution } from './actions/sending.ts'
