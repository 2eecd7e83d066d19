/** Rounds: when the programme runs. */

export { announceRound, createRound, keepCap, markReleased } from './actions.ts'
export { deadline, lastInstant, phaseInWords, roundInText, roundTitle, whenToApply } from './pages/telling.ts'
export {
  announceRoundPath,
  cloneRoundPath,
  editRoundPath,
  matchingPath,
  newRoundPath,
  nextCallPath,
  officeRoundPath,
  officeRoundsPath,
  ownApplicationPath,
  previewPath,
  releasePath,
  rematchPath,
  roundPath,
  roundsPath,
  trioPath,
} from './paths.ts'
export { mayRunRounds } from './policy.ts'
export {
  begunRounds,
  goesOn,
  lockedRound,
  lockRound,
  openCalls,
  openRounds,
  publicRounds,
  type Release,
  refuseOnceOver,
  releaseOf,
  roundAmong,
  roundByCode,
  roundById,
  roundsFor,
} from './queries.ts'
export {
  inHandFirst,
  type Phase,
  phaseOf,
  type Round,
  type RoundPlan,
  topicDaysOf,
} from './round.ts'
export { daysTyped } from './schema.ts'
export { words as roundWords } from './words.ts'
