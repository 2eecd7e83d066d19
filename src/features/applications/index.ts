/** Applications: asking to take part, and the answer. */

export { importFile } from './actions/imports.ts'
export { givePlacesLate } from './actions/late.ts'
export { readmitParticipants, withdrawParticipants } from './actions/leaving.ts'
export { addressKey } from './addresses.ts'
export {
  type Answers,
  type Application,
  type Interest,
  type Sector,
  type Stage,
  type State,
  sectors,
  stages,
  type Wish,
} from './application.ts'
export { placesForOne } from './cap.ts'
export { fold } from './fold.ts'
export { applicationPath, applicationsPath, capPath, cleanPath } from './paths.ts'
export { answerCounts, type CountryNumbers, countryNumbers } from './queries/applications.ts'
export { type OwnApplication, ownApplicationsOf } from './queries/own.ts'
export { type Unanswered, unansweredIn, unansweredStates } from './queries/unanswered.ts'
export { words as applicationWords } from './words.ts'
