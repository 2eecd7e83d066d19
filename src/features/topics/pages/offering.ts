import { phaseOf, type Round } from '../../rounds/index.ts'

/** Whether something new is offered to be written for a round; what one that has ended has can be read and finished. */
export const offersNew = (round: Round, now: Date): boolean => phaseOf(round, now) !== 'ended'
