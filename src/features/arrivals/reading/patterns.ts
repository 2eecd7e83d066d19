/** How a text names a pattern by its number. One that says more fills in words of its own, which we cannot. */
const reference = /<!-- wp:block \{"ref":(\d{1,12})\} \/-->/g

/** In letters, a text with its patterns; and patterns within each other. */
const [mostLetters, mostDeep] = [1_000_000, 5]

/**
 * A text of WordPress with the patterns that it shows in their places, as whoever reads it sees it. What is not in the file stays
 * as its mark, and so does one that stands within itself.
 */
export function withPatterns(text: string, patternOf: (number: string) => string | undefined): string {
  let room = mostLetters - text.length
  const filled = (part: string, above: readonly string[]): string =>
    part.replace(reference, (mark, number: string) => {
      const pattern = above.includes(number) || above.length >= mostDeep ? undefined : patternOf(number)
      if (pattern === undefined || pattern.length > room) return mark
      room -= pattern.length
      return filled(pattern, [...above, number])
    })
  return filled(text, [])
}
