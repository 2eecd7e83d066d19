/** The rows of a whole database: read out as they stood at one instant, and put into an empty one. */
export { changedRows } from './binary.ts'
export { abandonFilling, beginFilling, endFilling, isCutOff, isInUse } from './empty.ts'
export { type Filling, fill, UnfitRows } from './fill.ts'
export { readRows, type Snapshot, snapshot } from './read.ts'
export type { Part } from './shape.ts'
