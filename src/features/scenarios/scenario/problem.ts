import { type CrowdProblem, FORBIDDEN, type Problem } from '../../../matching/index.ts'
import { bitSets } from '../score/bit-sets.ts'
import { bestScore, type Scoring, scoring, together } from '../score/score.ts'
import type { Group, Inputs, Two } from './scenario.ts'

/** The problem that the engine solved for a large scenario, with what rules most pairs out. */
export function crowdProblemFor(inputs: Inputs): { pool: Inputs; problem: CrowdProblem } {
  const { pool } = poolOf(inputs)
  return { pool, problem: crowdProblemOf(pool) }
}

/** The problem that the engine solved for a scenario, for those who want to see its proof. */
export function problemFor(inputs: Inputs): { pool: Inputs; problem: Problem } {
  const { pool } = poolOf(inputs)
  return { pool, problem: problemOf(pool) }
}

/**
 * Who is left for the engine once holds and trios made by hand are kept: the same inputs with fewer people, in the
 * order of their ids, so that it does not matter in which they came. Pins of people who have left since say nothing.
 */
export function poolOf(inputs: Inputs): { pool: Inputs; trios: Group[] } {
  const here = new Set(inputs.applicants.map(({ id }) => id))
  for (const id of inputs.held) here.delete(id)
  const isHere = (two: Two) => two.every((id) => here.has(id))
  const pins = inputs.settings.keepsPins ? inputs.pins.filter(isHere) : []
  const trios = triosOf(pins)
  const away = new Set(trios.flatMap(({ members }) => members))
  const isFree = (two: Two) => isHere(two) && !two.some((id) => away.has(id))
  const pool = {
    ...inputs,
    applicants: inputs.applicants
      .filter(({ id }) => here.has(id) && !away.has(id))
      .sort((one, other) => (one.id < other.id ? -1 : 1)),
    pins: pins.filter(isFree),
    bans: inputs.bans.filter(isFree),
    keep: inputs.keep.filter(isFree),
  }
  return { pool, trios }
}

/** Two pins that share a person are a trio with that person in the middle. */
function triosOf(pins: readonly Two[]): Group[] {
  const pinnedTo = new Map<string, string[]>()
  for (const [a, b] of pins) {
    pinnedTo.set(a, [...(pinnedTo.get(a) ?? []), b])
    pinnedTo.set(b, [...(pinnedTo.get(b) ?? []), a])
  }
  return [...pinnedTo].flatMap(([middle, [one, other]]) =>
    one === undefined || other === undefined ? [] : [{ members: [one, middle, other], pinned: true }],
  )
}

/**
 * What a pair counts more whose two former partners asked for each other: as much as a best pair. So it costs no points
 * to keep the two together, whoever else they could have had. Only that nobody is left alone, and where it was chosen
 * that the weakest pair is as good as can be, go before.
 *
 * @source docs/decisions/0047-questions-of-a-round-and-coming-back.md
 */
const againBonus = bestScore

export function problemOf(pool: Inputs, scores: Scoring = scoring(pool)): Problem {
  const { applicants, pins, bans, keep, seed, settings } = pool
  const places = (twos: readonly Two[]) => placesOf(twos, applicants)
  const kept = new Set(
    settings.keepBonus === 0 ? [] : places(keep).map(([a, b]) => keyOf(a, b, applicants.length)),
  )
  const bonus = (a: number, b: number) => (kept.has(keyOf(a, b, applicants.length)) ? settings.keepBonus : 0)
  return {
    ids: applicants.map((one) => one.id),
    score(a, b) {
      const points = scores.score(a, b)
      if (points === null) return FORBIDDEN
      const raised = (kept.size > 0 ? bonus(a, b) : 0) + (scores.isAgain(a, b) ? againBonus : 0)
      return Math.min(points + raised, bestScore + againBonus)
    },
    pins: places(pins),
    bans: places(bans),
    willing:
      settings.oddOneOut === 'reserve'
        ? []
        : applicants.flatMap((one, index) => (one.takesTwo ? [index] : [])),
    seed,
    worstFirst: settings.worstFirst,
  }
}

/** Kinds say how well people can suit each other at most; only pairs to be kept may have more. */
export function crowdProblemOf(pool: Inputs): CrowdProblem {
  const { applicants, keep, settings } = pool
  const scores = scoring(pool)
  const { most, ...kinds } = scores.kinds()
  const { kindOf, sortOf, mayMeet } = byLargeCountries(applicants, kinds.kindOf)
  const traits = bitSets(applicants.map((one) => one.interests)).words
  const { lessSatisfiedShare } = settings.weights
  const mostShared = applicants.reduce((longest, { interests }) => Math.max(longest, interests.length), 0)
  return {
    ...problemOf(pool, scores),
    kindOf,
    ...(traits === null ? {} : { traitsOf: traits }),
    mostBetween(kind, other, bits) {
      if (!mayMeet(kind, other)) return FORBIDDEN
      const shared = traits === null ? mostShared : bits
      const [one, two] = [sortOf(kind), sortOf(other)]
      return together(most(one, two, shared), most(two, one, shared), lessSatisfiedShare)
    },
    raised: [...(settings.keepBonus === 0 ? [] : placesOf(keep, applicants)), ...againIn(pool)],
  }
}

/** Positions of those who asked for each other again. */
const againIn = ({ again = [], applicants }: Inputs) =>
  placesOf(
    again,
    applicants.map(({ personId }) => ({ id: personId })),
  ).filter(([a, b]) => a >= 0 && b >= 0)

/** Positions by ids; -1 for whom there is none. */
function placesOf(twos: readonly Two[], those: readonly { id: string }[]): [number, number][] {
  const place = new Map(those.map(({ id }, index) => [id, index]))
  return twos.map(([a, b]) => [place.get(a) ?? -1, place.get(b) ?? -1])
}

/** A country is large with more than this part of all people: where the cap holds, there is none. */
const LARGE = 1 / 4

/** Kinds that also tell apart who is from a large country: none of its people may meet, and that rules out many pairs at once. */
function byLargeCountries(applicants: Inputs['applicants'], sorts: Int32Array) {
  const people = Map.groupBy(applicants, ({ country }) => country)
  const large = [...people]
    .filter(([, those]) => those.length > LARGE * applicants.length)
    .map(([code]) => code)
  const places = large.length + 1
  // 0 for anywhere else.
  const kindOf = sorts.map((sort, at) => sort * places + large.indexOf(applicants[at]?.country ?? '') + 1)
  return {
    kindOf,
    sortOf: (kind: number) => Math.floor(kind / places),
    mayMeet: (kind: number, other: number) => kind % places === 0 || kind % places !== other % places,
  }
}

const keyOf = (a: number, b: number, n: number) => (a < b ? a * n + b : b * n + a)
