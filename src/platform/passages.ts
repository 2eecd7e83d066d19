/** Where a passage stands in a text: its first letter, and the one behind its last, counted in UTF-16 units. */
export type Place = { from: number; to: number }

/** A stretch of text, and what stands on each side of it. */
export type Sides = { before: string; after: string }

/**
 * Where somebody's words stand in a text, whatever marks stand between them there: in Markdown, as they were selected in formatted
 * text or copied from a page.
 *
 * @param within the part of the text to look in
 * @param around what stands on both sides of them, by which one of several is told; the first where that does not
 * @returns null when they stand nowhere
 */
export function whereSaid(
  text: string,
  said: string,
  { within, around }: { within?: Place | undefined; around?: Sides | undefined },
): Place | null {
  const words = wordsIn(said)
  if (words.length === 0) return null
  const { from, to } = within ?? { from: 0, to: text.length }
  const pattern = new RegExp(
    words.reduce((all, word) => `${all}${marksBetween(all, word)}${word}`),
    'gu',
  )
  const found = [...text.slice(from, to).matchAll(pattern)].map(({ 0: { length }, index }) => ({
    from: from + index,
    to: from + index + length,
  }))
  const score = (place: Place) =>
    alike(wordsIn(around?.before).toReversed(), wordsIn(text.slice(0, place.from)).toReversed()) +
    alike(wordsIn(around?.after), wordsIn(text.slice(place.to)))
  return found.toSorted((a, b) => score(b) - score(a))[0] ?? null
}

/** Chinese writes words without spaces between them: each of its letters stands for itself. */
const wordsIn = (text = ''): string[] =>
  text.match(/\p{Script=Han}|[[\p{L}\p{N}\p{M}]--\p{Script=Han}]+/gv) ?? []

const marksBetween = (before: string, after: string): string =>
  /\p{Script=Han}$/u.test(before) || /^\p{Script=Han}/u.test(after)
    ? '[^\\p{L}\\p{N}]{0,80}?'
    : '[^\\p{L}\\p{N}]{1,80}?'

/** How many parts two lists, or two texts, begin with alike. */
export function alike(one: ArrayLike<string>, other: ArrayLike<string>): number {
  let count = 0
  while (count < one.length && one[count] === other[count]) count += 1
  return count
}
