import type { Criterion } from '../score/answers.ts'
import type { Applicant } from '../score/applicant.ts'
import { type Obstacle, type Scoring, scoring } from '../score/score.ts'
import type { Settings } from './settings.ts'

/** Two participations; the order says nothing. */
export type Two = readonly [string, string]

/**
 * All that a run of the matching depends on. The same inputs give the same proposal on any machine, so
 * a scenario can be run again years later.
 */
export type Inputs = {
  applicants: readonly Applicant[]
  /** Pairs of `personId`s who were partners in an earlier round. */
  former: readonly Two[]
  /** Those of them who both ask for each other again; left out when there are none. */
  again?: readonly Two[]
  /** Questions of the round whose answers count; left out when there are none. */
  criteria?: readonly Criterion[]
  settings: Settings
  /** `YYYY-MM-DD`: hours awake together are those of this day, the first of the round. */
  day: string
  seed: number
  /** Pairs that must be; two that share a person are a trio with that person in the middle. */
  pins: readonly Two[]
  /** Pairs that must not be. */
  bans: readonly Two[]
  /** Who waits in reserve whatever comes. */
  held: readonly string[]
  /** Partners of the plan that stood when the run was asked for; they count `keepBonus` more. */
  keep: readonly Two[]
  engine: string
}

/** Whom to match: everyone of the round, or, while it runs, only those who have no partner. */
export type Pool = 'round' | 'rematch'

/** What has changed since a scenario was run; each alone makes its proposal out of date. */
export type Staleness = {
  joined: string[]
  left: string[]
  changed: string[]
  settings: ('day' | 'former' | 'again' | 'questions' | 'engine' | 'pins' | 'bans' | 'held')[]
}

/**
 * Compares what a scenario was run with and what a run would use now. Seed and settings are choices, not
 * facts; a pin, a ban or a hold counts only when the proposal as it stands, changes by hand included, does
 * not keep to it.
 */
export function staleness(then: Inputs, now: Inputs, groups: readonly Group[]): Staleness {
  const before = new Map(then.applicants.map((one) => [one.id, one]))
  const today = new Map(now.applicants.map((one) => [one.id, one]))
  const facts = (['day', 'former', 'again', 'questions', 'engine'] as const).filter(
    (one) => !isSame(factIn(then, one), factIn(now, one)),
  )
  const together = new Set(groups.flatMap(twosOf).map(twoKey))
  const isHere = (two: Two) => two.every((id) => today.has(id))
  const unkept = {
    pins: now.pins.some((pin) => isHere(pin) && !together.has(twoKey(pin))),
    bans: now.bans.some((ban) => together.has(twoKey(ban))),
    held: groups.some(({ members }) => members.some((id) => now.held.includes(id))),
  }
  return {
    joined: [...today.keys()].filter((id) => !before.has(id)).sort(),
    left: [...before.keys()].filter((id) => !today.has(id)).sort(),
    changed: [...today.values()]
      .filter((one) => before.has(one.id) && !isSame(before.get(one.id), one))
      .map((one) => one.id)
      .sort(),
    settings: [...facts, ...(['pins', 'bans', 'held'] as const).filter((rule) => unkept[rule])],
  }
}

/** How a question is worded makes no difference to anyone's score. */
const factIn = (inputs: Inputs, fact: 'day' | 'former' | 'again' | 'questions' | 'engine') =>
  fact === 'questions'
    ? (inputs.criteria ?? []).map(({ id, prefers, weight }) => ({ id, prefers, weight }))
    : (inputs[fact] ?? [])

const twoKey = (two: Two) => [...two].sort().join(' ')

export const isStale = ({ joined, left, changed, settings }: Staleness): boolean =>
  joined.length + left.length + changed.length + settings.length > 0

/** Equal, whatever the order of keys, of pairs, or within a pair. Quick for what is equal in order as well. */
function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) && Array.isArray(b)) {
    if (a.length !== b.length) return false
    return a.every((one, index) => isSame(one, b[index])) || canonical(a) === canonical(b)
  }
  const entries = Object.entries(a)
  const other = new Map(Object.entries(b))
  return entries.length === other.size && entries.every(([key, one]) => isSame(one, other.get(key)))
}

/** The same text for the same value, whatever the order of its keys, of pairs, or within a pair. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).sort().join()}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  const entries = Object.entries(value).map(([key, one]) => `${key}:${canonical(one)}`)
  return `{${entries.sort().join()}}`
}

/** A run that gave no sign of life for so long was lost with its process; another may start. */
const lostAfterMs = 60_000

/** Whether a run waits or goes on. One that was lost has ended, without a proposal. */
export function isUnderway(
  run: { madeAt: Date; heardAt: Date | null; finishedAt: Date | null },
  now: Date,
): boolean {
  const since = run.heardAt ?? run.madeAt
  return run.finishedAt === null && now.getTime() - since.getTime() < lostAfterMs
}

/** People who are to be partners: two, or three with the willing one in the middle. Ids of participations. */
export type Group = { members: readonly string[]; pinned: boolean }

/** Who meets whom, and who waits. Each participant of the round is in it exactly once. */
export type Proposal = { groups: readonly Group[]; reserve: readonly string[] }

/** Between two people, by their ids: whether they may be partners and what their pairing is worth. */
export type Judge = {
  /** What stands between them: a ban, or a hard rule. */
  obstacle(a: string, b: string): Obstacle | 'banned' | null
  /** What stands between them that no coordinator can lift. */
  hardRule(a: string, b: string): Obstacle | null
  score(a: string, b: string): number
  /** How well the first is served by the other, 0 to 10,000; 0 for strangers. */
  served(a: string, b: string): number
}

/** What a run depends on, with the scores of its people: by position, for the engine, and by id. Made once for each. */
export type Judged = { inputs: Inputs; scores: Scoring; by: Judge }

export function judged(inputs: Inputs): Judged {
  const scores = scoring(inputs)
  const place = new Map(inputs.applicants.map((one, index) => [one.id, index]))
  const banned = new Set(inputs.bans.flatMap(([a, b]) => [`${a} ${b}`, `${b} ${a}`]))
  const at = (id: string) => place.get(id) ?? -1
  const hardRule = (a: string, b: string) => scores.obstacle(at(a), at(b))
  return {
    inputs,
    scores,
    by: {
      obstacle: (a, b) => (banned.has(`${a} ${b}`) ? 'banned' : hardRule(a, b)),
      hardRule,
      score: (a, b) => scores.score(at(a), at(b)) ?? 0,
      served: (a, b) => (place.has(a) && place.has(b) ? scores.directed(at(a), at(b)) : 0),
    },
  }
}

/** Each two of a group who will be partners: the ends of a trio are partners as well. */
export function twosOf({ members }: Group): Two[] {
  return members.flatMap((a, i) => members.slice(i + 1).map((b): Two => [a, b]))
}

/** What the worse off of a group has: the score of its worst two, 0 to 10,000. */
export const worstOf = (group: Group, by: Judge): number =>
  Math.min(...twosOf(group).map(([a, b]) => by.score(a, b)))

/** Points of all pairs together and of the worst, as the engine counts them, by what a run was given. */
export function pointsOf(inputs: Inputs, groups: readonly Group[]): { total: number; worst: number | null } {
  const { by } = judged(inputs)
  const points = groups.flatMap(({ members }) => chain(members)).map(([a, b]) => by.score(a, b))
  return { total: totalOf(groups, by), worst: points.length === 0 ? null : Math.min(...points) }
}

/** Points of all pairs together, as the engine counts them. */
export const totalOf = (groups: readonly Group[], by: Judge): number =>
  groups.reduce(
    (sum, { members }) => sum + chain(members).reduce((part, [a, b]) => part + by.score(a, b), 0),
    0,
  )

/** Members in a row: a trio is two pairs that share its middle. */
export const chain = <Member>(members: readonly Member[]): [Member, Member][] =>
  members.slice(1).map((member, i) => [members[i] ?? member, member])

/** A reason why a proposal must not be released. */
export type Violation =
  | { kind: 'pin-not-kept'; between: Two }
  | { kind: 'twice' | 'missing' | 'unknown'; id: string }
  | { kind: Obstacle | 'banned'; between: Two }

/** Everything that is wrong with a proposal, whoever made it: the engine, a hand, or a broken row. */
export function violations(proposal: Proposal, applicants: readonly Applicant[], by: Judge): Violation[] {
  const placed = [...proposal.groups.flatMap((group) => group.members), ...proposal.reserve]
  const known = new Set(applicants.map((one) => one.id))
  const seen = new Set<string>()
  const found: Violation[] = []
  for (const id of placed) {
    if (!known.has(id)) found.push({ kind: 'unknown', id })
    else if (seen.has(id)) found.push({ kind: 'twice', id })
    seen.add(id)
  }
  for (const id of known) if (!seen.has(id)) found.push({ kind: 'missing', id })
  for (const two of proposal.groups.flatMap(twosOf)) {
    const obstacle = known.has(two[0]) && known.has(two[1]) ? by.obstacle(...two) : null
    if (obstacle) found.push({ kind: obstacle, between: two })
  }
  return found
}
