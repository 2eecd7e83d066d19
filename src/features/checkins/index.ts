/** Check-ins: whether partners are in touch, as each of them says; and how a running round gets on. */

export { answerCheckIn, isOpen } from './actions/answering.ts'
export { askCheckIns } from './actions/asking.ts'
export { type Away, isAwayOn } from './checkin.ts'
export { nudgeEmail, nudgeWords } from './emails.ts'
export { weeksCrumbs } from './pages/weeks.tsx'
export { absencePath, memberPath, weeksPath } from './paths.ts'
export { askedByIds } from './queries/asked.ts'
export {
  type MemberStanding,
  ofOthers,
  type PairStanding,
  standingNamed,
  standingsOf,
} from './queries/standings.ts'
export { pairVersion } from './queries/version.ts'
export { words as checkInWords } from './words.ts'
