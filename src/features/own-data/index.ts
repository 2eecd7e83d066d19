/** Own data: what the network holds of a person, which they see, take along, and have erased. */
export { type Erased, eraseAgain, erasuresBeside } from './actions/again.ts'
export { dataPath } from './paths.ts'
