/** Reprints: who wants to reprint a post elsewhere, what its authors say to that, and where it appeared. */
export { recordAnswer } from './actions/answering.ts'
export { askForLeave, enterReprint } from './actions/asking.ts'
export { sayAppeared } from './actions/deciding.ts'
export { reprintById } from './queries/reprints.ts'
