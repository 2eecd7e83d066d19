import { diff3Merge } from 'node-diff3'

/** A stretch that nobody changed or one of the two did, or one that both changed, each in their own way. */
export type Piece =
  | { kind: 'agreed'; text: string }
  | { kind: 'both'; base: string; theirs: string; mine: string }

/** Which of two ways is taken where both changed the same. */
export const choices = ['theirs', 'mine', 'both'] as const
export type Choice = (typeof choices)[number]

/**
 * Two texts that were made of one, brought together paragraph by paragraph.
 *
 * @returns in the order of the text; joined, the pieces are the whole of it
 */
export function together(base: string, theirs: string, mine: string): Piece[] {
  // The blank lines are blocks as well: else two neighbours that each changed one would be one stretch that both changed.
  const regions = diff3Merge(blocksOf(mine), blocksOf(base), blocksOf(theirs), {
    excludeFalseConflicts: true,
  })
  return regions.map((region): Piece => {
    if (region.ok) return { kind: 'agreed', text: region.ok.join('') }
    const { a = [], o = [], b = [] } = region.conflict ?? {}
    return { kind: 'both', base: o.join(''), theirs: b.join(''), mine: a.join('') }
  })
}

/** Paragraphs, and the blank lines between them. */
export const blocksOf = (text: string): string[] => text.split(/(\n{2,})/).filter((block) => block !== '')

/** The text that comes of it. @param chosen for each piece that both changed, in their order; theirs where none is given */
export function chosenText(pieces: readonly Piece[], chosen: readonly Choice[]): string {
  let place = 0
  return pieces
    .map((piece) => {
      if (piece.kind === 'agreed') return piece.text
      const choice = chosen[place++] ?? 'theirs'
      if (choice === 'both') return [piece.theirs, piece.mine].filter((one) => one.trim() !== '').join('\n\n')
      return piece[choice]
    })
    .join('')
}

/** One line, or one fact, of which there is one: taken from whoever changed it; null when both did, each in their own way. */
export function togetherWhole<Value>(base: Value, theirs: Value, mine: Value): { value: Value } | null {
  const same = (a: Value, b: Value) => JSON.stringify(a) === JSON.stringify(b)
  if (same(theirs, mine) || same(mine, base)) return { value: theirs }
  return same(theirs, base) ? { value: mine } : null
}
