/** Subscribers: who is written to without taking part, when a round opens for applications. */

export { askToBeTold } from './actions/asking.ts'
export { waitingId } from './queries.ts'
export { callsList } from './subscriber.ts'
