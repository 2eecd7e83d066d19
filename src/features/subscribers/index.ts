/** Subscribers: who is written to without taking part: when a round opens for applications, a comment is answered, or posts come out. */

export {
  askToBeTold,
  changeLocale,
  confirmByLink,
  joinOwn,
  questionFor,
  refuseFlood,
} from './actions/asking.ts'
export { questionEmail } from './emails.ts'
export { onList, questionByLink, repliesId, waitingId } from './queries.ts'
export { askForm } from './schema.ts'
export { callsList, newsletterList, repliesList } from './subscriber.ts'
