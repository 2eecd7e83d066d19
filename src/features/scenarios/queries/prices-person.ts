import type { Db } from '../../../db/index.ts'
import { NotFound } from '../../../platform/refusals.ts'
import type { Round } from '../../rounds/index.ts'
import type { Bound, NoChoice, PersonPrices, Price, Refused } from '../scenario/prices.ts'
import type { RunProblem } from '../scenario/propose.ts'
import type { ReserveReason } from '../scenario/reserve.ts'
import { type Two, totalOf } from '../scenario/scenario.ts'
import { leftBehind, leftServed, type Swap, swap } from '../scenario/swap.ts'
import { askOnce, within } from './asked.ts'
import { type Baseline, baselineOf, partnersOf, servedNow } from './baseline.ts'
import { type Member, type ProposedPair, pairById, reserveOf } from './pairs.ts'
import { type Named, peopleByIds } from './people.ts'
import type { Scenario } from './scenarios.ts'
import type { Standing } from './standing.ts'

/** How many partners are priced. */
const mostCandidates = 12

/** A possible partner of someone, with everything that is known about the price so far. */
export type Offer = {
  id: string
  /** Points of the two as a pair. */
  score: number
  /** How well the person would be served by this partner. */
  served: number
  /** What a pin costs all together at least; null where no certificate says. */
  atLeast: number | null
  /** The exact figure; null while it is worked out, and where a bound must do. */
  price: Price | null
  swap: Swap
  /** Points of those whom a swap leaves behind, as partners of each other; null where it pairs nobody else. */
  leftServed: number | null
}

/** How far the prices are. */
type Figures = {
  offers: Offer[]
  /** Why there is nothing to offer; null when there is, or when there is nobody. */
  none: NoChoice | Refused['refused'] | RunProblem | null
  /** Everyone named in the offers. */
  people: Map<string, Named>
  isExact: boolean
  /** Whether there are so many people that costs are told as bounds alone, and nothing is worked out. */
  isMany: boolean
  /** What is being done while they are worked out. */
  stage: string
  /** Points that the best plan under today's rules has more than the plan as it stands; null until it is known. */
  behind: number | null
  /** Who competes for a place with someone in reserve, and for whom they compete. */
  unplaced: { rivals: Named[]; blocking: Named[] } | null
}

/** Someone in the plan of a round, and whom they could have as a partner instead. */
export type PersonInPlan = {
  scenario: Scenario
  person: Omit<Member, 'centre'>
  pair: ProposedPair | null
  /** Null for someone with a partner. */
  waits: { reason: ReserveReason; isHeld: boolean } | null
  /** How well the person is served now, by the partner who suits less; null in reserve. */
  served: number | null
  isReleased: boolean
  figures: Figures
}

/**
 * @param id of their application
 * @param patienceMs how long to wait for exact figures
 * @throws NotFound `no-proposal`, `no-such-participant`
 */
export async function personInPlan(
  db: Db,
  round: Round,
  id: string,
  patienceMs: number,
): Promise<PersonInPlan> {
  const about = await baselineOf(db, round)
  const { scenario, standing } = about
  const { pair, waits } = await placeOf(db, about, id)
  const person = pair?.members.find((one) => one.applicationId === id) ?? waits
  if (!person) throw new NotFound('no-such-participant')
  const isReleased = round.releasedAt !== null
  return {
    scenario,
    person,
    pair,
    waits: waits ? { reason: waits.reason, isHeld: waits.isHeld } : null,
    served: servedNow(standing, id),
    isReleased,
    figures: isReleased ? noFigures : await figuresFor(db, round, about, { id, patienceMs }),
  }
}

async function placeOf(db: Db, { scenario, standing }: Baseline, id: string) {
  const group = standing.proposal.groups.find(({ members }) => members.includes(id))
  if (group) return { pair: await pairById(db, scenario.id, standing.rows.get(group) ?? ''), waits: null }
  const reserve = await reserveOf(db, scenario.id)
  return { pair: null, waits: reserve.find((one) => one.applicationId === id) ?? null }
}

const noFigures: Figures = {
  offers: [],
  none: null,
  people: new Map(),
  isExact: true,
  isMany: false,
  stage: 'waiting',
  behind: null,
  unplaced: null,
}

type Wanted = { id: string; patienceMs: number }

async function figuresFor(db: Db, round: Round, about: Baseline, wanted: Wanted): Promise<Figures> {
  const { standing, inputs, bounds, isMany } = about
  const { id, patienceMs } = wanted
  const partners = partnersOf(standing.proposal, id)
  const asked = isMany
    ? null
    : askOnce({ ask: 'person', inputs, person: id, without: partners, most: mostCandidates })
  const answer = asked && (await within(patienceMs, asked.answer))
  const bound = bounds(id).filter((one) => !partners.includes(one.id))
  const { candidates, none } = candidatesIn(answer, bound, standing, id)
  const offers = offersOf(candidates, bound, standing, id)
  const known = answer !== null && 'candidates' in answer ? answer : null
  const { rivals, blocking } = known?.unplaced ?? { rivals: [], blocking: [] }
  const named = offers.flatMap((one) => [one.id, ...(one.swap.allowed ? leftBehind(one.swap) : [])])
  const people = await peopleByIds(db, round.id, [...named, ...rivals, ...blocking])
  const those = (ids: readonly string[]) => ids.flatMap((one) => people.get(one) ?? [])
  return {
    offers,
    none,
    people,
    isExact: isMany || answer !== null,
    isMany,
    stage: asked?.stage() ?? 'waiting',
    behind: known ? known.total - totalOf(standing.proposal.groups, standing.by) : null,
    unplaced: known?.unplaced ? { rivals: those(rivals), blocking: those(blocking) } : null,
  }
}

type Known = { id: string; price: Price | null; atLeast: number | null }

/** Whom to offer: the engine's choice once it is there; before, whoever could cost least. */
function candidatesIn(
  answer: PersonPrices | Refused | { problem: RunProblem } | null,
  bound: readonly Bound[],
  standing: Standing,
  id: string,
): { candidates: Known[]; none: Figures['none'] } {
  if (answer === null) {
    const likely = bound.length > 0 ? bound.map((one) => one.id) : byScore(standing, id)
    const candidates = likely.slice(0, mostCandidates).map((one) => ({ id: one, price: null, atLeast: null }))
    return { candidates, none: null }
  }
  if ('problem' in answer) return { candidates: [], none: answer.problem }
  if ('refused' in answer) return { candidates: [], none: answer.refused }
  const { candidates } = answer
  if (typeof candidates === 'string') return { candidates: [], none: candidates }
  const known = candidates.map(({ isExact, ...one }) =>
    isExact ? { ...one, atLeast: null } : { id: one.id, price: null, atLeast: one.price.points },
  )
  return { candidates: known, none: null }
}

function byScore({ inputs, proposal, by }: Standing, id: string): string[] {
  const away = new Set([id, ...partnersOf(proposal, id), ...inputs.held, ...inputs.pins.flat()])
  if (inputs.pins.flat().includes(id) || inputs.held.includes(id)) return []
  return inputs.applicants
    .map((one) => one.id)
    .filter((one) => !away.has(one) && by.obstacle(id, one) === null)
    .sort((a, b) => by.score(id, b) - by.score(id, a) || (a < b ? -1 : 1))
}

function offersOf(
  candidates: readonly Known[],
  bound: readonly Bound[],
  standing: Standing,
  id: string,
): Offer[] {
  const atLeast = new Map(bound.map((one) => [one.id, one.atLeast]))
  return candidates.map((candidate) => {
    const two: Two = [id, candidate.id]
    const change = swap(standing.proposal, two, standing.by)
    return {
      ...candidate,
      score: standing.by.score(...two),
      served: standing.by.served(...two),
      atLeast: candidate.atLeast ?? atLeast.get(candidate.id) ?? null,
      swap: change,
      leftServed: leftServed(change, standing.by),
    }
  })
}
