import type { Crowd } from '../crowd/crowd.ts'
import { drawFrom } from '../draw.ts'
import { FORBIDDEN } from '../problem.ts'
import { aCrowd } from './a-crowd.ts'
import { aRound } from './a-round.ts'

/** Groups with numbers close together may meet, within a group nobody may: not all can be placed. */
function smallGroups(n: number, seed: number): Crowd {
  const draw = drawFrom(seed)
  const group = Int32Array.from({ length: n }, () => draw(9))
  const score = (a: number, b: number) => {
    const apart = Math.abs(group[a]! - group[b]!)
    return apart === 1 || apart === 2 ? ((a * b) % 7) * 100 : FORBIDDEN
  }
  return { n, score, kindOf: group, mostBetween: () => 600 }
}

/** Two in three are from one country, and nobody meets a compatriot. */
export function oneLargeCountry(n: number, seed: number): Crowd {
  const draw = drawFrom(seed)
  const country = Int32Array.from({ length: n }, () => Math.max(0, draw(15) - 10))
  const charm = Int32Array.from({ length: n }, () => draw(4000))
  return {
    n,
    kindOf: country,
    score: (a, b) => (country[a] === country[b] ? FORBIDDEN : charm[a]! + charm[b]!),
    mostBetween: (own, other) => (own === other ? FORBIDDEN : 8000),
  }
}

/** Everyone suits everyone equally well. */
export function allAlike(n: number): Crowd {
  return { n, kindOf: new Int32Array(n), score: () => 5000, mostBetween: () => 5000 }
}

/** One kind, traits of any number up to 32, and a point or two for each that is shared. */
export function manyTraits(n: number, seed: number): Crowd {
  const draw = drawFrom(seed)
  const traitsOf = Int32Array.from({ length: n }, () => draw(2 ** 32) | 0)
  const shared = (a: number, b: number) => {
    let count = 0
    for (let rest = traitsOf[a]! & traitsOf[b]!; rest !== 0; rest &= rest - 1) count++
    return count
  }
  return {
    n,
    kindOf: new Int32Array(n),
    traitsOf,
    score: (a, b) => (shared(a, b) < 3 ? FORBIDDEN : 100 * shared(a, b) - ((a + b) % 50)),
    mostBetween: (_own, _other, most) => (most < 3 ? FORBIDDEN : 100 * most),
  }
}

/** Everyone is of a kind of their own. */
function allDifferent(n: number): Crowd {
  const score = (a: number, b: number) => ((a * 7919 + b * 7919 + Math.imul(a, b)) >>> 0) % 9000
  const kindOf = Int32Array.from({ length: n }, (_, person) => person)
  return { n, score, kindOf, mostBetween: (a, b) => (a === b ? 0 : score(a, b)) }
}

export const shapes: { shape: string; crowd(n: number, seed: number): Crowd }[] = [
  { shape: 'people of a large round', crowd: aRound },
  { shape: 'people of many kinds', crowd: aCrowd },
  { shape: 'small groups', crowd: smallGroups },
  { shape: 'a country with most of all people', crowd: oneLargeCountry },
  { shape: 'people who suit each other equally well', crowd: allAlike },
  { shape: 'people with many traits', crowd: manyTraits },
  { shape: 'people each of their own kind', crowd: allDifferent },
]
