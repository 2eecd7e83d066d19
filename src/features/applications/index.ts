/** Applications: asking to take part, and the answer. */

export { importFile } from './actions/imports.ts'
export { addressKey } from './addresses.ts'
export {
  type Answers,
  type Application,
  type Interest,
  type Sector,
  type Stage,
  type State,
  sectors,
  stages,
  type Wish,
} from './application.ts'
export { leftOn, stateCounts } from './desk.ts'
export { deskFor } from './queries/applications.ts'
export { words as applicationWords } from './words.ts'
