/** Rounds: when the programme runs. */

export { announceRound, createRound } from './actions.ts'
export {
  announceRoundPath,
  cloneRoundPath,
  editRoundPath,
  newRoundPath,
  officeRoundPath,
  officeRoundsPath,
  roundPath,
} from './paths.ts'
export { mayRunRounds } from './policy.ts'
export { lockRound, roundByCode, roundById, roundsFor } from './queries.ts'
export { type Phase, phaseOf, type Round, type RoundPlan, topicDaysOf } from './round.ts'
export { words as roundWords } from './words.ts'
