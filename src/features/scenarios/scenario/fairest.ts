import { FORBIDDEN, type Plan, type Problem } from '../../../matching/index.ts'

/**
 * Tells of a pin whether the plan's proof of fairness outlasts it: whether it still shows that the worst of the
 * other pairs cannot be better than it is in the plan, as long as no more than `alone` people are left over.
 * `false` says that the proof is silent, and someone has to look.
 */
export type Outlasts = (pin: readonly [number, number], alone: number) => boolean

/**
 * The proof is a barrier (Berge 1958): without it, pairs better than the worst fall into more odd parts than it
 * has people, so that many are left over. Anyone who is pinned leaves a part, which may change its parity, or the
 * barrier. Parts that fall apart only have more odd parts. O(n^2) once, then O(1) for each pin.
 *
 * @param worst points of the worst pair that is not pinned
 * @source C. Berge, "Sur le couplage maximum d'un graphe" (1958)
 */
export function fairnessOf(problem: Problem, plan: Plan, worst: number): Outlasts {
  const { fairness, exclusions } = plan.certificate
  const isExcluding = exclusions.pairs.length + exclusions.seats.length > 0
  if (fairness === null || isExcluding) return () => false
  const seats = plan.trio === null ? 0 : 1
  const { part, size } = partsOf(problem, { barrier: fairness, worst, seats })
  const odd = size.filter((count) => count % 2 === 1).length
  const out = new Set(fairness)

  return (pin, alone) => {
    const leaving = new Map<number, number>()
    for (const person of pin) {
      const from = part[person] ?? -1
      if (!out.has(person)) leaving.set(from, (leaving.get(from) ?? 0) + 1)
    }
    let oddThen = odd
    for (const [from, count] of leaving) {
      const before = (size[from] ?? 0) % 2
      oddThen += (((size[from] ?? 0) - count) % 2) - before
    }
    const barrierThen = out.size - pin.filter((person) => out.has(person)).length
    return oddThen - barrierThen > alone
  }
}

type Cut = { barrier: readonly number[]; worst: number; seats: number }

/** The parts that pairs better than `worst` hang together in, without the barrier and anyone who is pinned. */
function partsOf(problem: Problem, { barrier, worst, seats }: Cut): { part: Int32Array; size: Int32Array } {
  const people = problem.ids.length
  const n = people + seats
  const away = new Set([...barrier, ...problem.pins.flat()])
  const parent = Int32Array.from({ length: n }, (_, v) => v)
  const find = (v: number): number => {
    let root = v
    while (parent[root] !== root) root = parent[root] ?? root
    parent[v] = root
    return root
  }
  const isBetter = betterThan(problem, worst)
  const join = (u: number, v: number) => {
    if (!away.has(u) && !away.has(v)) parent[find(u)] = find(v)
  }
  for (let u = 0; u < people; u++) {
    for (let v = u + 1; v < people; v++) if (isBetter(u, v)) join(u, v)
    if (seats > 0 && problem.willing.some((centre) => centre !== u && isBetter(u, centre))) join(u, people)
  }
  const part = Int32Array.from({ length: n }, (_, v) => find(v))
  const size = new Int32Array(n)
  for (let v = 0; v < n; v++) if (!away.has(v)) size[part[v] ?? 0] = (size[part[v] ?? 0] ?? 0) + 1
  return { part, size }
}

/** Bans are looked up only where points would do. */
function betterThan({ ids, bans, score }: Problem, worst: number): (a: number, b: number) => boolean {
  const key = (a: number, b: number) => Math.min(a, b) * ids.length + Math.max(a, b)
  const banned = new Set(bans.map(([a, b]) => key(a, b)))
  return (a, b) => {
    const points = score(a, b)
    return points !== FORBIDDEN && points > worst && !banned.has(key(a, b))
  }
}
