import { createHash } from 'node:crypto'

const minute = 60_000
const firstPause = minute
const longestPause = 4 * 60 * minute

/** A relay that says "later" is asked again for this long, in milliseconds: three days. */
export const patience = 3 * 24 * 60 * minute

/**
 * How long to wait before the next attempt: a minute, doubling up to four hours, each a quarter shorter or longer.
 *
 * @param attempts how many there have been, at least 1
 * @param id of the mail: the same mail waits the same time, and a thousand that failed together do not come
 *   back together
 * @returns milliseconds
 */
export function pauseAfter(attempts: number, id: string): number {
  const pause = Math.min(firstPause * 2 ** (attempts - 1), longestPause)
  return Math.round(pause * (0.75 + spread(`${id} ${attempts}`) / 2))
}

/** A number from 0 to 1 that looks like chance and is not. */
function spread(seed: string): number {
  return createHash('sha256').update(seed).digest().readUInt32BE(0) / 0xffffffff
}
