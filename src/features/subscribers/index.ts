/** Subscribers: who is written to without taking part, when a round opens for applications or a comment is answered. */

export { askToBeTold, confirmByLink, questionFor } from './actions/asking.ts'
export { questionByLink, repliesId, waitingId } from './queries.ts'
export { callsList, repliesList } from './subscriber.ts'
