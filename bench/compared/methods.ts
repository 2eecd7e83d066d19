import type { Scoring } from '../../src/features/scenarios/score/score.ts'

/** A way to pair people. It must keep the hard rules; all else is its own affair. */
export type Method = {
  name: string
  /** Name of its picture. */
  file: string
  /** How often it is tried where chance has a part; the middle one by total is shown. */
  tries: number
  /** What it does, in a sentence for people. */
  says: string
  /** Pairs of positions, disjoint. */
  pair(n: number, scores: Scoring, seed: number): [number, number][]
}

/** @source M. O'Neill's PCG and others; this one is Mulberry32 by T. Ettinger, good enough to shuffle */
function dice(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

function shuffled(n: number, seed: number): number[] {
  const roll = dice(seed)
  const list = Array.from({ length: n }, (_, index) => index)
  for (let i = n - 1; i > 0; i--) {
    const j = Math.floor(roll() * (i + 1))
    ;[list[i], list[j]] = [list[j] ?? 0, list[i] ?? 0]
  }
  return list
}

/** Everyone in a random order takes the first free person they may have. */
function atRandom(n: number, { obstacle }: Scoring, seed: number): [number, number][] {
  const order = shuffled(n, seed)
  const taken = new Set<number>()
  const pairs: [number, number][] = []
  for (const a of order) {
    if (taken.has(a)) continue
    const b = order.find((other) => other !== a && !taken.has(other) && obstacle(a, other) === null)
    if (b === undefined) continue
    taken.add(a).add(b)
    pairs.push([a, b])
  }
  return pairs
}

/** All pairs sorted by score; the best one whose two are both free is taken, again and again. */
function bestFirst(n: number, { score }: Scoring): [number, number][] {
  const all: [number, number, number][] = []
  for (let a = 0; a < n; a++) {
    for (let b = a + 1; b < n; b++) {
      const points = score(a, b)
      if (points !== null) all.push([points, a, b])
    }
  }
  all.sort((one, other) => other[0] - one[0] || one[1] - other[1] || one[2] - other[2])
  const taken = new Set<number>()
  return all.flatMap(([, a, b]): [number, number][] => {
    if (taken.has(a) || taken.has(b)) return []
    taken.add(a).add(b)
    return [[a, b]]
  })
}

/** Proposals go on until nobody wants to change, or this often: stable partners need not exist. */
const mostProposals = 200_000

/**
 * Everyone without a partner asks down their own list; who is asked says yes when the asker suits them better
 * than the partner they have, who then asks in turn, from the top again.
 */
function byProposals(n: number, { directed, obstacle }: Scoring, seed: number): [number, number][] {
  const lists = Array.from({ length: n }, (_, a) =>
    Array.from({ length: n }, (__, b) => b)
      .filter((b) => obstacle(a, b) === null)
      .sort((b, c) => directed(a, c) - directed(a, b) || b - c),
  )
  const partner = new Int32Array(n).fill(-1)
  const next = new Int32Array(n)
  const waiting = shuffled(n, seed)
  for (let proposals = 0; waiting.length > 0 && proposals < mostProposals; proposals++) {
    const a = waiting[0] ?? 0
    const b = lists[a]?.[next[a] ?? 0]
    if (b === undefined || (partner[a] ?? -1) !== -1) {
      waiting.shift()
      continue
    }
    next[a] = (next[a] ?? 0) + 1
    const left = partner[b] ?? -1
    if (left !== -1 && directed(b, a) <= directed(b, left)) continue
    partner[a] = b
    partner[b] = a
    waiting.shift()
    if (left === -1) continue
    partner[left] = -1
    next[left] = 0
    waiting.push(left)
  }
  return Array.from(partner, (b, a): [number, number] => [a, b]).filter(([a, b]) => b > a)
}

export const methods: Method[] = [
  {
    name: 'At random',
    file: 'compared-random',
    tries: 21,
    says: 'In random order, everyone gets the first free person the rules allow.',
    pair: atRandom,
  },
  {
    name: 'Best pair first',
    file: 'compared-greedy',
    tries: 1,
    says: 'All pairs are sorted by score, and the best pair of two free people is taken, again and again: the script that a volunteer would write.',
    pair: bestFirst,
  },
  {
    name: 'Proposals',
    file: 'compared-proposals',
    tries: 21,
    says: 'Everyone asks down their own list, and the person asked keeps the better offer, as in the stable roommates problem. There may be no stable result, so it stops after 200,000 proposals.',
    pair: byProposals,
  },
  {
    name: 'Twinleaf',
    file: 'compared-twinleaf',
    tries: 0,
    says: 'As many people with a partner as possible, then the weakest pair as strong as possible, then the highest total; all of it proven.',
    pair: () => [],
  },
]
