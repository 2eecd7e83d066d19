/** Rounds: when the programme runs. */
export { mayRunRounds } from './policy.ts'
export { lockRound, roundByCode, roundById, roundsFor } from './queries.ts'
export { addDays, type Phase, phaseOf, phases, type Round, topicDaysOf } from './round.ts'
