import type { Db, Tx } from '../../../db/index.ts'
import { oncePer } from '../../../platform/once.ts'
import type { Actor } from '../../people/index.ts'
import { type Round, releaseOf } from '../../rounds/index.ts'
import {
  applyCap,
  asAnswered,
  type Candidate,
  type CapEffect,
  type CapOutcome,
  effectsOf,
  percentForAll,
} from '../cap.ts'
import { type Desk, type Unanswered, unanswered } from '../desk.ts'
import { deskFor } from './desk.ts'

/** Those who ask for a place and can have one: clean, not accepted yet or accepted before. */
export const candidatesOn = oncePer((desk: Desk): Candidate[] => {
  return desk.applications.flatMap(({ id, country, submittedAt, acceptedAt }) => {
    const state = desk.states.get(id)
    const asks = state === 'ready' || state === 'waiting' || state === 'accepted'
    if (!asks || country === null) return []
    return [{ id, country, submittedAt, isAccepted: acceptedAt !== null, hasWaited: desk.waited.has(id) }]
  })
})

export type CapMeter = {
  outcome: CapOutcome
  /** At how many percent nobody would have to wait; null when nobody asks. */
  percentForAll: number | null
  /** What other percentages would mean. */
  others: CapEffect[]
  unanswered: Unanswered
  /** How many of those who ask have waited in an earlier round, and come first. */
  waited: number
  /** Once the introductions are out, places are given one by one. */
  isReleased: boolean
  /** What applying it would change: new places, and new on the waiting list. */
  change: { toAccept: number; toWait: number }
}

const percentagesShown = [10, 15, 20, 25, 30, 40, 50, 100]

/** How the country cap of a round stands, and what a percentage would mean. */
export async function capMeter(
  db: Db | Tx,
  actor: Actor,
  round: Round,
  percent = round.capPercent,
): Promise<CapMeter> {
  const desk = await deskFor(db, actor, round.id)
  const isReleased = (await releaseOf(db, round.id)) !== null
  const candidates = candidatesOn(desk)
  const outcome = isReleased
    ? asAnswered(
        candidates.filter(({ id }) => desk.states.get(id) !== 'ready'),
        percent,
      )
    : applyCap(candidates, percent)
  const shown = [...new Set([...percentagesShown, percent])].sort((a, b) => a - b)
  return {
    outcome,
    percentForAll: percentForAll(candidates),
    others: effectsOf(candidates, shown),
    unanswered: unanswered(desk),
    waited: candidates.filter(({ hasWaited }) => hasWaited).length,
    isReleased,
    change: changeOf(desk, outcome),
  }
}

const changeOf = ({ states }: Desk, outcome: CapOutcome) => ({
  toAccept: outcome.accepted.filter((id) => states.get(id) !== 'accepted').length,
  toWait: outcome.waiting.filter((id) => states.get(id) !== 'waiting').length,
})
