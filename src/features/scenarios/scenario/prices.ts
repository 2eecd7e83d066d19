import {
  lossesOf,
  optionsInCrowd,
  optionsOf,
  type PinLoss,
  type Plan,
  type Problem,
} from '../../../matching/index.ts'
import { type Differences, differences } from './differences.ts'
import { fairnessOf } from './fairest.ts'
import { crowdProblemFor, problemFor } from './problem.ts'
import {
  type Grouping,
  groupsIn,
  isOfMany,
  type OnProgress,
  type Planned,
  type Proof,
  planFor,
  planWithPin,
} from './propose.ts'
import { chain, type Inputs, type Judged, type Proposal, type Two } from './scenario.ts'

/**
 * What it costs all together when two people are pinned and everyone is matched again as well as possible,
 * against the best plan without that pin.
 */
export type Price = {
  /** Points of all pairs; below 0 where the pin frees points that were given up for the worst served. */
  points: number
  /** People placed fewer. */
  placed: number
  /** Everyone but the two whose partners would be others. */
  changed: Differences['changed']
  /** Points of the worst pair; null where nobody is placed. */
  worst: { before: number | null; after: number | null }
  /** Points of the worst of all pairs but the two: a run makes it as good as can be without looking at a pin. */
  worstOther: { before: number | null; after: number | null }
}

/** Why nothing can be said: the matching itself would end without a proposal. */
export type Refused = { refused: 'too-few-people' | 'pin-impossible' }

/** What is being done while a price is worked out. */
type PriceStage = 'without' | 'with' | 'partners'

const tell = (onProgress: OnProgress, stage: PriceStage, done: number) => onProgress({ stage, done, of: 2 })

/** Where a price is not exact it is a bound: a whole run would cost as much or more. */
type Candidate = { id: string; price: Price; isExact: boolean }

/** Why someone has no choice of partners at all. */
export type NoChoice = 'pinned' | 'away'

export type PersonPrices = {
  /** Cheapest first; a `NoChoice` where the rules in force leave none. */
  candidates: Candidate[] | NoChoice
  /** Points of the best plan there is. */
  total: number
  /** When that plan leaves the person alone: who competes, and the only partners there are for all of those. */
  unplaced: { rivals: string[]; blocking: string[] } | null
}

/**
 * The best partners for someone and what each would cost, by the engine.
 *
 * @param without people who are not asked about: the partners there are now
 * @param most how many to price
 */
export function pricesFor(
  inputs: Inputs,
  { person, without, most }: { person: string; without: readonly string[]; most: number },
  onProgress: OnProgress = () => {},
): PersonPrices | Refused {
  tell(onProgress, 'without', 0)
  const planned = planFor(inputs)
  if ('refused' in planned) return planned
  tell(onProgress, 'partners', 1)
  const { pool, plan } = planned
  const id = (index: number) => pool.applicants[index]?.id ?? ''
  const found = plan.unplaced.find((one) => id(one.person) === person)
  return {
    candidates: candidatesFor(planned, { person, without, most }),
    total: proposed(planned).total,
    unplaced: found ? { rivals: found.rivals.map(id), blocking: found.blocking.map(id) } : null,
  }
}

function candidatesFor(
  planned: Planned,
  { person, without, most }: { person: string; without: readonly string[]; most: number },
): Candidate[] | NoChoice {
  const { pool, problem, plan } = planned
  const place = pool.applicants.findIndex((one) => one.id === person)
  if (place === -1) return 'away'
  if (problem.pins.some((pin) => pin.includes(place))) return 'pinned'
  const before = proposed(planned)
  const id = (position: number) => pool.applicants[position]?.id ?? ''
  const partners = optionsOf(problem, plan, place)
    .map(({ partner }) => partner)
    .filter((partner) => !without.includes(id(partner)))
    .slice(0, most)
  const trust = trustIn(planned)
  const quick = lossesOf(problem, plan, place, partners).map((loss) => ({
    loss,
    trust: trust([place, loss.partner], loss),
    price: priceBetween(before, proposed({ ...planned, plan: loss }), [person, id(loss.partner)]),
  }))
  const bounds = quick.filter((one) => one.trust === 'bound').sort(byPrice)
  const doubted = new Set([...quick.filter((one) => one.trust === 'none'), ...bounds.slice(0, mostRuns)])
  return quick
    .map((one): Candidate => {
      const partner = id(one.loss.partner)
      if (!doubted.has(one)) return { id: partner, price: one.price, isExact: one.trust === 'exact' }
      const found = proposed(planWithPin(planned, [place, one.loss.partner]))
      return { id: partner, price: priceBetween(before, found, [person, partner]), isExact: true }
    })
    .sort(byPrice)
}

/** So many pins are tried by a whole run where a quick price is only a bound: half a second each for a thousand people. */
const mostRuns = 8

const byPrice = (a: { price: Price }, b: { price: Price }) =>
  a.price.placed - b.price.placed || a.price.points - b.price.points

/**
 * How far a quick price can be trusted. It keeps the worst of the other pairs as good as it is; a run makes it as
 * good as can be, which is the same unless the two stood in the way of something better, and never cheaper.
 * Where trios come and go it says nothing: one that was given up because its ends could not meet may be had now.
 */
function trustIn({
  asked,
  problem,
  plan,
}: Planned): (pin: [number, number], loss: PinLoss) => 'exact' | 'bound' | 'none' {
  const isWhole = asked.willing.length === problem.willing.length
  const worst = worstFree(problem, plan, [])
  const outlasts = fairnessOf(problem, plan, worst)
  return (pin, loss) => {
    const isAlike = (plan.trio === null) === (loss.trio === null)
    if (!isWhole || !(loss.trio?.endsMayMeet ?? true)) return 'none'
    if (!problem.worstFirst) return 'exact'
    if (!isAlike) return 'none'
    const isFair = worstFree(problem, loss, [pin]) >= worst
    return isFair && outlasts(pin, plan.unplaced.length + loss.placed) ? 'exact' : 'bound'
  }
}

/** The fewest points of a pair that nobody has pinned. */
function worstFree(
  { pins, score }: Problem,
  { pairs, trio }: Pick<Plan, 'pairs' | 'trio'>,
  more: readonly (readonly [number, number])[],
): number {
  const fixed = new Set([...pins, ...more].map((two) => [...two].sort().join()))
  const seated = trio ? trio.ends.map((end): [number, number] => [trio.centre, end]) : []
  const free = [...pairs, ...seated].filter((two) => !fixed.has([...two].sort().join()))
  return Math.min(...free.map(([a, b]) => score(a, b)))
}

/** The exact price of one pin. The two may be partners, and neither is pinned, held or in a trio made by hand. */
export function priceOf(inputs: Inputs, two: Two, onProgress: OnProgress = () => {}): Price | Refused {
  tell(onProgress, 'without', 0)
  const without = planFor(inputs)
  if ('refused' in without) return without
  tell(onProgress, 'with', 1)
  const pinned = planFor(withPin(inputs, two))
  if ('refused' in pinned) return pinned
  return priceBetween(proposed(without), proposed(pinned), two)
}

/** What a run would use that keeps to one pin more, also where the scenario leaves the round's own pins aside. */
export function withPin(inputs: Inputs, two: Two): Inputs {
  const { pins, settings } = inputs
  return {
    ...inputs,
    pins: [...(settings.keepsPins ? pins : []), two],
    settings: { ...settings, keepsPins: true },
  }
}

type Proposed = Proposal & { links: { two: Two; points: number }[]; total: number }

/** A plan as a proposal, with the points of its pairs alone: a keep bonus pleases nobody. */
function proposed(planned: Grouping & Judged): Proposed {
  const { inputs, by } = planned
  const groups = groupsIn(planned)
  const placed = new Set(groups.flatMap(({ members }) => members))
  const links = groups
    .flatMap(({ members }) => chain(members))
    .map((two) => ({ two, points: by.score(...two) }))
  return {
    groups,
    reserve: inputs.applicants.map(({ id }) => id).filter((id) => !placed.has(id)),
    links,
    total: links.reduce((sum, { points }) => sum + points, 0),
  }
}

function priceBetween(before: Proposed, after: Proposed, two: Two): Price {
  return {
    points: before.total - after.total,
    placed: after.reserve.length - before.reserve.length,
    changed: differences(before, after).changed.filter(({ id }) => !two.includes(id)),
    worst: { before: leastOf(before), after: leastOf(after) },
    worstOther: { before: leastOf(before, two), after: leastOf(after, two) },
  }
}

function leastOf({ links }: Proposed, but: Two | null = null): number | null {
  const counted = links.filter(({ two }) => but === null || !two.every((id) => but.includes(id)))
  return counted.length === 0 ? null : Math.min(...counted.map(({ points }) => points))
}

/** As much of a stored scenario as its bounds and its proof need. */
export type Kept = { inputs: Inputs; certificate: Proof; priceOfFairness: number }

export type Bound = { id: string; points: number; atLeast: number }

/**
 * For everyone someone could be paired with, how much a pin would cost at least; read off the certificate of
 * the plan, without solving anything. Cheapest first; empty for someone who is pinned, held or in a trio made by
 * hand.
 */
export function boundsFor({ inputs, certificate, priceOfFairness }: Kept, person: string): Bound[] {
  const { pool, problem } = problemFor(inputs)
  const place = pool.applicants.findIndex((one) => one.id === person)
  if (place === -1 || problem.pins.some((pin) => pin.includes(place))) return []
  const options = isOfMany(certificate)
    ? optionsInCrowd(crowdProblemFor(inputs).problem, { certificate, priceOfFairness }, place)
    : optionsOf(problem, { certificate, priceOfFairness }, place)
  return options.map(({ partner, points, leastLoss }) => ({
    id: pool.applicants[partner]?.id ?? '',
    points,
    atLeast: leastLoss,
  }))
}
