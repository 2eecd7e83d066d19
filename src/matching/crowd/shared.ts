const MOST = 32

/** The traits of one person, and room to count with. */
export type Shared = { count: number; trait: Int32Array; atLeast: Int32Array }

export function sharedTraits(): Shared {
  return { count: 0, trait: new Int32Array(MOST), atLeast: new Int32Array(MOST + 1) }
}

export function listTraits(shared: Shared, mask: number): void {
  let count = 0
  for (let rest = mask; rest !== 0; rest &= rest - 1) shared.trait[count++] = 31 - Math.clz32(rest & -rest)
  shared.count = count
}

/**
 * One bit for each of 32 people: whether they share at least `needed` traits, 1 or more, with the present
 * person. Counts all 32 at once: who shared one before and shares this one shares two.
 *
 * @param planes a word for each trait, with a bit for each of the people, from `first`
 */
export function thoseWhoShare(shared: Shared, planes: Int32Array, first: number, needed: number): number {
  const { trait, count } = shared
  if (needed > 4) return countOut(shared, planes, first, needed)
  let one = 0
  let two = 0
  let three = 0
  let four = 0
  for (let i = 0; i < count; i++) {
    const has = planes[first + trait[i]!]!
    four |= three & has
    three |= two & has
    two |= one & has
    one |= has
  }
  if (needed > 2) return needed === 4 ? four : three
  return needed === 2 ? two : one
}

function countOut(
  { trait, count, atLeast }: Shared,
  planes: Int32Array,
  first: number,
  needed: number,
): number {
  atLeast.fill(0)
  atLeast[0] = -1
  for (let i = 0; i < count; i++) {
    const has = planes[first + trait[i]!]!
    for (let many = needed; many > 0; many--) atLeast[many]! |= atLeast[many - 1]! & has
  }
  return atLeast[needed]!
}
