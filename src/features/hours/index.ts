/** Hours: what a round costs the volunteers who run it, estimated from the journal and stored nowhere. */

export { hoursCommandOf } from './commands.ts'
export { hoursPath } from './paths.ts'
export { hoursOfRound } from './queries.ts'
export { words as hoursWords } from './words.ts'
