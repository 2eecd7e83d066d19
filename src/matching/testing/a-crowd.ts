import type { Crowd } from '../crowd/crowd.ts'
import { drawFrom } from '../draw.ts'
import type { Graph } from '../graph.ts'
import { FORBIDDEN } from '../problem.ts'

const SECTORS = 10
const STAGES = 5
const WISHES = 3

/**
 * A crowd in which sector, stage and the wish to meet someone alike, different or either make the kind, and
 * shared interests and the country do the rest.
 */
export function aCrowd(n: number, seed: number): Crowd {
  const draw = drawFrom(seed)
  const country = Int32Array.from({ length: n }, () => Math.min(draw(130), draw(130)))
  const kindOf = Int32Array.from({ length: n }, () => draw(SECTORS * STAGES * WISHES))
  const interests = Int32Array.from({ length: n }, () => draw(2 ** 20) & draw(2 ** 20))
  const fixed = Int32Array.from({ length: (SECTORS * STAGES * WISHES) ** 2 }, (_, at) => {
    const kinds = SECTORS * STAGES * WISHES
    return kindPoints(Math.floor(at / kinds), at % kinds)
  })
  const between = (kind: number, other: number) => fixed[kind * SECTORS * STAGES * WISHES + other]!
  return {
    n,
    kindOf,
    traitsOf: interests,
    mostBetween: (kind, other, shared) => between(kind, other) + Math.min(3000, 400 * shared),
    score(a, b) {
      if (country[a] === country[b]) return FORBIDDEN
      const shared = bits(interests[a]! & interests[b]!)
      return between(kindOf[a]!, kindOf[b]!) + Math.min(3000, 400 * shared)
    },
  }
}

function kindPoints(kind: number, other: number): number {
  return Math.floor((directed(kind, other) + directed(other, kind)) / 2)
}

function directed(kind: number, other: number): number {
  const part = (of: number) => [
    of % SECTORS,
    Math.floor(of / SECTORS) % STAGES,
    Math.floor(of / SECTORS / STAGES),
  ]
  const [sector, stage, wish] = part(kind) as [number, number, number]
  const [otherSector, otherStage] = part(other) as [number, number, number]
  const apart = Math.abs(stage - otherStage)
  const likeness = wish === 0 ? 4 - apart : wish === 1 ? apart : 2
  return 800 * likeness + (sector === otherSector ? 3000 : 200 * ((sector * 7 + otherSector * 7) % 10))
}

function bits(mask: number): number {
  let count = 0
  for (let rest = mask; rest !== 0; rest &= rest - 1) count++
  return count
}

/** Every pair of a crowd; of an odd one with nobody, who may be paired with anyone for nothing. */
export function graphOfCrowd({ n, score }: Crowd): Graph {
  const graph = { n: n + (n % 2), u: [] as number[], v: [] as number[], w: [] as number[] }
  for (let a = 0; a < n; a++) {
    for (let b = a + 1; b < graph.n; b++) {
      const points = b === n ? 0 : score(a, b)
      if (points === FORBIDDEN) continue
      graph.u.push(a)
      graph.v.push(b)
      graph.w.push(points)
    }
  }
  return graph
}
