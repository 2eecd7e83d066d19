/** Comments: what readers say under a post, and how editors decide what appears. */

export { type BroughtComment, bringComments } from './actions/bringing.ts'
export { decideComments, removeWaiting } from './actions/moderating.ts'
export { claimComment } from './actions/own.ts'
export { changeReply, takeReply, takeReplyBack } from './actions/replies.ts'
export { sendComment } from './actions/sending.ts'
export type { Decision } from './comment.ts'
export { findPath } from './paths.ts'
export { mostLetters, tidy, tidyName } from './text.ts'
