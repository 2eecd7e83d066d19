/** Calls: a round's invitation to apply, its page and its form. */

export { openCalls } from './queries.ts'
