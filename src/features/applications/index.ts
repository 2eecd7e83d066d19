/** Applications: asking to take part, and the answer. */

export { importFile } from './actions/imports.ts'
export { givePlacesLate } from './actions/late.ts'
export { readmitParticipants, withdrawParticipants } from './actions/leaving.ts'
export {
  changeAnswers,
  confirmSender,
  forgetApplication,
  type Received,
  receiveApplication,
  takeBackApplication,
} from './actions/receiving.ts'
export { addressKey, addressProblem } from './addresses.ts'
export {
  type Application,
  type FormAnswers,
  interests,
  isInterest,
  mostInterests,
  type Sector,
  type Stage,
  sectors,
  stages,
  type UsualTime,
  usualTimes,
  type Wish,
  wishables,
} from './application.ts'
export { placesForOne } from './cap.ts'
export { unansweredLines } from './commands/unanswered.ts'
export { unreachableLines } from './commands/unreachable.ts'
export { countryCodes } from './countries.ts'
export type { Unanswered } from './desk.ts'
export { fold } from './fold.ts'
export { languageCodes } from './languages.ts'
export { ownApplicationIds } from './own-data.ts'
export { UnansweredNotice } from './pages/unanswered.tsx'
export { UnreachableNotice } from './pages/unreachable.tsx'
export { againOf } from './queries/again.ts'
export { answerCounts } from './queries/applications.ts'
export { tellApplication } from './queries/mine.ts'
export { mayWithdraw, type OwnApplication, ownApplicationsOf } from './queries/own.ts'
export { answering, givenAnswers, lineageAnswersOf } from './queries/own-answers.ts'
export { unansweredIn } from './queries/unanswered.ts'
export { answersWaiting, unreachableIn } from './queries/unreachable.ts'
export { words as applicationWords } from './words.ts'
export { zonesOfCountry } from './zones.ts'
