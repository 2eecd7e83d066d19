/** Copies: all that a visitor can read, as files that need no server. */

export { copyCommandOf } from './commands.ts'
export type { AskedOfHand } from './copying/beside.ts'
export type { Site } from './copying/copy.ts'
export { openFolder } from './copying/folder.ts'
export type { Gathering } from './copying/grounds.ts'
export { answersOfHand } from './copying/hands.ts'
