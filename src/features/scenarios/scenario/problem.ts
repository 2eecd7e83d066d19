import { type CrowdProblem, FORBIDDEN, type Problem } from '../../../matching/index.ts'
import { bitSets } from '../score/bit-sets.ts'
import { type Scoring, scoring, together } from '../score/score.ts'
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
export function triosOf(pins: readonly Two[]): Group[] {
  const pinnedTo = new Map<string, string[]>()
  for (const [a, b] of pins) {
    pinnedTo.set(a, [...(pinnedTo.get(a) ?? []), b])
    pinnedTo.set(b, [...(pinnedTo.get(b) ?? []), a])
  }
  return [...pinnedTo].flatMap(([middle, [one, other]]) =>
    one === undefined || other === undefined ? [] : [{ members: [one, middle, other], pinned: true }],
  )
}

export function problemOf(pool: Inputs, scores: Scoring = scoring(pool)): Problem {
  const { applicants, pins, bans, keep, seed, settings } = pool
  const place = new Map(applicants.map((one, index) => [one.id, index]))
  const places = (twos: readonly Two[]) =>
    twos.map(([a, b]): [number, number] => [place.get(a) ?? -1, place.get(b) ?? -1])
  const kept = new Set(
    settings.keepBonus === 0 ? [] : places(keep).map(([a, b]) => keyOf(a, b, applicants.length)),
  )
  const bonus = (a: number, b: number) => (kept.has(keyOf(a, b, applicants.length)) ? settings.keepBonus : 0)
  return {
    ids: applicants.map((one) => one.id),
    score(a, b) {
      const points = scores.score(a, b)
      return points === null ? FORBIDDEN : points + (kept.size > 0 ? bonus(a, b) : 0)
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
  const { kindOf, most } = scores.kinds()
  const traits = bitSets(applicants.map((one) => one.interests)).words
  const place = new Map(applicants.map((one, index) => [one.id, index]))
  const named = Int32Array.from(applicants, ({ interests }) => (traits === null ? 0 : interests.length))
  const mostShared = applicants.reduce((longest, { interests }) => Math.max(longest, interests.length), 0)
  return {
    ...problemOf(pool, scores),
    kindOf,
    ...(traits === null ? {} : { traitsOf: traits }),
    mostBetween: remembered(kindOf, named, (kind, other, bits) => {
      const shared = traits === null ? mostShared : bits
      return together(
        most(kind, other, shared),
        most(other, kind, shared),
        settings.weights.lessSatisfiedShare,
      )
    }),
    raised:
      settings.keepBonus === 0 ? [] : keep.map(([a, b]) => [place.get(a) ?? -1, place.get(b) ?? -1] as const),
  }
}

type MostBetween = CrowdProblem['mostBetween']

/** Remembers what is asked most, about two kinds who share as much as they can. Two bytes for each two kinds. */
function remembered(kindOf: Int32Array, named: Int32Array, ask: MostBetween): MostBetween {
  const count = 1 + kindOf.reduce((most, kind) => Math.max(most, kind), -1)
  const most = new Int32Array(count)
  for (const [a, kind] of kindOf.entries()) most[kind] = Math.max(most[kind] ?? 0, named[a] ?? 0)
  const known = new Int16Array((count * (count + 1)) / 2).fill(-1)
  return (kind, other, bits) => {
    if (bits !== Math.min(most[kind] ?? 0, most[other] ?? 0)) return ask(kind, other, bits)
    const at = kind < other ? (other * (other + 1)) / 2 + kind : (kind * (kind + 1)) / 2 + other
    const points = known[at] ?? -1
    if (points !== -1) return points
    known[at] = ask(kind, other, bits)
    return known[at] ?? 0
  }
}

const keyOf = (a: number, b: number, n: number) => (a < b ? a * n + b : b * n + a)
