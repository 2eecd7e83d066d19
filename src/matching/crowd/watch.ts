import type { Worst } from './few-worst.ts'

/**
 * What is known of the pairs that are not candidates, without a list of them: prices that pay for each, with
 * `near` to spare. A pair can only come to be short when the price of one of its people falls by more than
 * half of that, so anyone who has not changed so much need not be looked at again.
 */
export type Watch = {
  near: number
  /** By person; undefined before the first look. */
  safe: Float64Array | undefined
  /**
   * People of whom more pairs were found than could be kept, so that nothing is known of the rest, or of whom
   * some pair was paid for by odd sets, which may be gone by now.
   */
  isOpen: Uint8Array
}

/** Whom to look at now that prices are `y`: null for everyone. */
export function toLookAt({ near, safe, isOpen }: Watch, y: Float64Array): Uint8Array | null {
  if (safe === undefined) return null
  const among = new Uint8Array(isOpen.length)
  let count = 0
  for (let person = 0; person < among.length; person++) {
    if (isOpen[person] === 0 && y[person]! >= safe[person]! - near / 2) continue
    among[person] = 1
    count++
  }
  // Two who are both looked at meet twice.
  return 2 * count > among.length ? null : among
}

/** Everyone in `among` has been looked at, at prices `y`. */
export function noteLook(
  watch: Watch,
  among: Uint8Array | null,
  y: Float64Array,
  { isFull, isLeaning }: Pick<Worst, 'isFull' | 'isLeaning'>,
): void {
  const { safe } = watch
  watch.isOpen = isFull.map((full, person) => full | isLeaning[person]!)
  watch.safe = Float64Array.from(isFull, (_, person) => {
    const isNew = safe === undefined || among === null || among[person] === 1
    return isNew ? y[person]! : Math.max(y[person]!, safe[person]!)
  })
}
