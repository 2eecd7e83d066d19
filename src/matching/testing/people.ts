import { drawFrom } from '../draw.ts'

/**
 * People with a place, a few tastes and a wish per trait to meet someone alike or different: what rounds look
 * like.
 */
export type Person = { country: number; traits: number[]; wishes: number[]; interests: number }

const TRAITS = 8
const COUNTRIES = 130

export function somePeople(n: number, seed: number): Person[] {
  const draw = drawFrom(seed)
  return Array.from({ length: n }, () => ({
    country: Math.min(draw(COUNTRIES), draw(COUNTRIES), draw(COUNTRIES)),
    traits: Array.from({ length: TRAITS }, () => draw(6)),
    wishes: Array.from({ length: TRAITS }, () => draw(5) - 2),
    interests: draw(2 ** 20) & draw(2 ** 20),
  }))
}

/** Points 0..10000, or -1 for people of the same country. */
export function points(a: Person, b: Person): number {
  if (a.country === b.country) return -1
  return Math.min(10_000, Math.floor((directed(a, b) + directed(b, a)) / 2))
}

function directed(a: Person, b: Person): number {
  let sum = 0
  let most = 0
  for (let i = 0; i < TRAITS; i++) {
    const wish = a.wishes[i]!
    const apart = Math.abs(a.traits[i]! - b.traits[i]!)
    most += 5 * Math.abs(wish)
    sum += wish > 0 ? wish * (5 - apart) : -wish * apart
  }
  const shared = bits(a.interests & b.interests)
  return Math.floor((7000 * sum) / Math.max(1, most)) + Math.min(3000, 600 * shared)
}

function bits(mask: number): number {
  let count = 0
  for (let rest = mask; rest !== 0; rest &= rest - 1) count++
  return count
}
