import { drawFrom } from '../draw.ts'
import { FORBIDDEN, type Problem } from '../problem.ts'

/** People who may all meet for the same points, unless told otherwise. */
export function aProblem(size: number, changes: Partial<Problem> = {}): Problem {
  return {
    ids: Array.from({ length: size }, (_, i) => `person-${i}`),
    score: () => 5000,
    pins: [],
    bans: [],
    willing: [],
    seed: 1,
    worstFirst: false,
    ...changes,
  }
}

/** 2 to 7 people with ties, forbidden pairs, a pin, bans and some willing. */
export function someProblem(seed: number): Problem {
  const draw = drawFrom(seed)
  const size = 2 + draw(6)
  const most = [1, 3, 10_000][draw(3)]!
  const density = 3 + draw(8)
  const table = new Map<number, number>()
  for (let a = 0; a < size; a++) {
    for (let b = a + 1; b < size; b++)
      table.set(a * size + b, draw(10) < density ? draw(most + 1) : FORBIDDEN)
  }
  const score = (a: number, b: number) => table.get(Math.min(a, b) * size + Math.max(a, b))!
  const allowed: [number, number][] = []
  const people = Array.from({ length: size }, (_, i) => i)
  for (const a of people) for (const b of people) if (a < b && score(a, b) !== FORBIDDEN) allowed.push([a, b])
  const pins = draw(3) === 0 && allowed.length > 0 ? [allowed[draw(allowed.length)]!] : []
  const bans = allowed.filter((pair) => draw(8) === 0 && !pins.includes(pair))
  return aProblem(size, {
    score,
    pins,
    bans,
    willing: people.filter(() => draw(2) === 0),
    worstFirst: draw(2) === 0,
  })
}
