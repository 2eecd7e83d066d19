import type { Db } from '../../../db/index.ts'
import type { Round } from '../../rounds/index.ts'
import type { Price, Refused } from '../scenario/prices.ts'
import type { RunProblem } from '../scenario/propose.ts'
import type { Two } from '../scenario/scenario.ts'
import { leftBehind, leftServed, type Swap, swap } from '../scenario/swap.ts'
import type { Obstacle } from '../score/score.ts'
import { askOnce, within } from './asked.ts'
import { baselineOf, partnersOf, servedNow } from './baseline.ts'
import { type Named, peopleByIds } from './people.ts'
import type { Scenario } from './scenarios.ts'
import type { Standing } from './standing.ts'

/** Why two people cannot be pinned. */
type NotPinned =
  | Obstacle
  | 'banned'
  | 'pinned-already'
  | 'pinned-elsewhere'
  | 'held'
  | 'released'
  | 'not-here'

/** Two people, and what it would cost everyone else to pin them. */
export type PinOffer = {
  scenario: Scenario
  /** Points of the two as a pair. */
  score: number
  /** For each: how well they are served now, null in reserve, and would be by the other. */
  served: { before: number | null; after: number }[]
  not: NotPinned | null
  /** Whether they are partners in the plan as it stands. */
  arePartners: boolean
  /** What a pin costs at least; null where no certificate says. */
  atLeast: number | null
  /** Null while it is worked out, and where there are too many people for that. */
  price: Price | null
  isMany: boolean
  /** What is being done while the price is worked out. */
  stage: string
  problem: Refused['refused'] | RunProblem | null
  swap: Swap
  /** Points of those whom a swap leaves behind, as partners of each other; null where it pairs nobody else. */
  leftServed: number | null
  /** Everyone named. */
  people: Map<string, Named>
}

/**
 * @param two ids of their applications
 * @param patienceMs how long to wait for exact figures
 * @throws NotFound `no-proposal`
 */
export async function pinOffer(db: Db, round: Round, two: Two, patienceMs: number): Promise<PinOffer> {
  const { scenario, standing, inputs, isMany, bounds } = await baselineOf(db, round)
  const isReleased = round.releasedAt !== null
  const not = isReleased ? 'released' : whyNotPinned(standing, two)
  const asked = not === null && !isMany ? askOnce({ ask: 'pin', inputs, two: inOrder(two) }) : null
  const answer = asked && (await within(patienceMs, asked.answer))
  const price = answer && 'points' in answer ? answer : null
  const change = swap(standing.proposal, two, standing.by)
  const named = (price?.changed ?? []).flatMap((one) => [one.id, ...one.before, ...one.after])
  const [one, other] = two
  return {
    scenario,
    score: standing.by.score(...two),
    served: [two, [other, one] as const].map(([a, b]) => ({
      before: servedNow(standing, a),
      after: standing.by.served(a, b),
    })),
    not,
    arePartners: partnersOf(standing.proposal, one).includes(other),
    atLeast: not === null ? (bounds(one).find(({ id }) => id === other)?.atLeast ?? null) : null,
    price,
    isMany,
    stage: asked?.stage() ?? 'waiting',
    problem: problemIn(answer),
    swap: change,
    leftServed: leftServed(change, standing.by),
    people: await peopleByIds(db, round.id, [
      ...two,
      ...named,
      ...(change.allowed ? leftBehind(change) : []),
    ]),
  }
}

function problemIn(answer: Price | Refused | { problem: RunProblem } | null): PinOffer['problem'] {
  if (answer === null || 'points' in answer) return null
  return 'problem' in answer ? answer.problem : answer.refused
}

const inOrder = ([a, b]: Two): Two => (a < b ? [a, b] : [b, a])

function whyNotPinned({ inputs, by }: Standing, two: Two): NotPinned | null {
  const here = new Set(inputs.applicants.map(({ id }) => id))
  if (!two.every((id) => here.has(id))) return 'not-here'
  const obstacle = by.obstacle(...two)
  if (obstacle !== null) return obstacle
  const pins = inputs.pins.filter((pin) => pin.some((id) => two.includes(id)))
  if (pins.some((pin) => pin.every((id) => two.includes(id)))) return 'pinned-already'
  if (pins.length > 0) return 'pinned-elsewhere'
  return inputs.held.some((id) => two.includes(id)) ? 'held' : null
}
