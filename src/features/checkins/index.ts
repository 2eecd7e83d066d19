/** Check-ins: whether partners are in touch, as each of them says; and how a running round gets on. */

export { answerCheckIn } from './actions/answering.ts'
export { askCheckIns } from './actions/asking.ts'
export { type Away, isAwayOn } from './checkin.ts'
export { weeksPath } from './paths.ts'
