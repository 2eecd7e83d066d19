import type { Context } from 'hono'

/** Puts another answer in the place of the one there is: given beside it, the two would be merged, as a stream. */
export function replaceAnswer(c: Context, answer: Response): void {
  c.res = undefined
  c.res = answer
}
