import { timingSafeEqual } from 'node:crypto'

/** Whether two texts, or bytes, are the same; how long it takes says nothing of where they differ. */
export function areEqual(one: string | Buffer, other: string | Buffer): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)]
  return a.length === b.length && timingSafeEqual(a, b)
}
