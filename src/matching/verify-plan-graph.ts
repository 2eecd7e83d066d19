import type { Plan } from './plan.ts'
import { FORBIDDEN, type Problem } from './problem.ts'
import { coinOf, lotOf, tieBreakFor } from './tie-break.ts'

type Edge = { u: number; v: number; points: number; weight: number; centre: number }

/** The pairs that were open to the solver, by position; the seat of a trio is vertex `ids.length`. */
export type OpenPairs = { n: number; pairs: Edge[] }

type Excluded = Plan['certificate']['exclusions']

/** Written a second time, on purpose: the checker must not take the solver's word for what the pairs are. */
export function openPairs(problem: Problem, withSeat: boolean, excluded: Excluded): OpenPairs {
  const { ids, score } = problem
  const n = ids.length
  const tieBreak = tieBreakFor(n + 1)
  const lots = ids.map((id) => lotOf(problem.seed, id))
  const key = (a: number, b: number) => Math.min(a, b) * n + Math.max(a, b)
  const banned = new Set(problem.bans.map(([a, b]) => key(a, b)))
  const apart = new Set(excluded.pairs.map(([a, b]) => key(a, b)))
  const noSeat = new Set(excluded.seats.map(([centre, end]) => centre * n + end))
  const pinned = new Set(problem.pins.flat())
  const free = [...ids.keys()].filter((person) => !pinned.has(person))

  const edge = (a: number, b: number, v: number, centre: number): Edge => {
    const points = banned.has(key(a, b)) ? FORBIDDEN : score.call(problem, a, b)
    const weight = points * tieBreak.unit + coinOf(lots[a]!, lots[b]!, tieBreak)
    return { u: a, v, points, weight, centre }
  }
  const pairs: Edge[] = []
  for (const [at, a] of free.entries()) {
    for (const b of free.slice(at + 1)) {
      if (!apart.has(key(a, b))) pairs.push(edge(a, b, b, -1))
    }
  }
  for (const end of withSeat ? free : []) {
    const centres = problem.willing.filter((centre) => centre !== end && !noSeat.has(centre * n + end))
    const seats = centres.map((centre) => edge(end, centre, n, centre)).sort((a, b) => b.weight - a.weight)
    if (seats[0] !== undefined) pairs.push(seats[0])
  }
  return { n: withSeat ? n + 1 : n, pairs: pairs.filter(({ points }) => points !== FORBIDDEN) }
}

/** The plan and its certificate must be about the same pairs. */
export function matchedFault(
  { pins, ids }: Problem,
  plan: Plan,
  { n, pairs }: OpenPairs,
): string | undefined {
  const pinned = new Set(pins.flat())
  const mate = new Array<number>(n).fill(-1)
  const join = (a: number, b: number) => {
    mate[a] = b
    mate[b] = a
  }
  for (const [a, b] of plan.pairs) {
    if (!pinned.has(a)) join(a, b)
  }
  if (plan.trio !== null) {
    const { centre, ends } = plan.trio
    const third = plan.certificate.mate[ids.length]
    const seat = pairs.find(({ u, v }) => u === third && v === ids.length)
    if (seat?.centre !== centre || !ends.includes(third!)) return 'the certificate is about another trio'
    const partner = ends[0] === third ? ends[1] : ends[0]
    join(third!, ids.length)
    if (!pinned.has(centre)) join(centre, partner)
  }
  const other = mate.findIndex((partner, vertex) => plan.certificate.mate[vertex] !== partner)
  return other === -1 ? undefined : `the certificate is about another partner of ${other}`
}

/**
 * Whether taking out `barrier` leaves at least `alone` more odd parts than it has vertices: then every
 * matching leaves at least `alone` vertices without a partner.
 *
 * @source C. Berge, "Sur le couplage maximum d'un graphe" (1958)
 */
export function tooManyOddParts(n: number, pairs: Edge[], barrier: number[], alone: number): boolean {
  const out = new Set(barrier)
  const parent = Array.from({ length: n }, (_, v) => v)
  const find = (v: number): number => {
    let root = v
    while (parent[root] !== root) {
      parent[root] = parent[parent[root]!]!
      root = parent[root]!
    }
    return root
  }
  for (const { u, v } of pairs) {
    if (!out.has(u) && !out.has(v)) parent[find(u)] = find(v)
  }
  const size = new Array<number>(n).fill(0)
  for (let v = 0; v < n; v++) {
    if (!out.has(v)) size[find(v)]!++
  }
  return size.filter((count) => count % 2 === 1).length - out.size >= alone
}
