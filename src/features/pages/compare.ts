import { type Change, diffLines, diffWordsWithSpace } from 'diff'

/** A stretch of text that both have, or only one of them. */
export type Stretch = { text: string; kind: 'same' | 'gone' | 'new' }

/** How many lines or words may differ before no more is looked for: the time it takes grows with the square. */
const most = { lines: 1_200, words: 600 }

/** What became of a text: line by line, and word by word where a line was changed and not written anew. */
export function compared(before: string, after: string): Stretch[] {
  const lines = diffLines(before, after, { maxEditLength: most.lines })
  if (!lines) return replaced(before, after)
  return lines.flatMap((line, index) => {
    const [last, next] = [lines[index - 1], lines[index + 1]]
    if (line.removed && next?.added) return changed(line.value, next.value)
    return line.added && last?.removed ? [] : [stretchOf(line)]
  })
}

/** Word by word, as long as half of it is still there; below that the two are easier to read one after the other. */
function changed(before: string, after: string): Stretch[] {
  const words = diffWordsWithSpace(before, after, { maxEditLength: most.words })?.map(stretchOf) ?? []
  const same = words.reduce((sum, { kind, text }) => sum + (kind === 'same' ? text.length : 0), 0)
  return same * 2 >= Math.min(before.length, after.length) ? words : replaced(before, after)
}

const replaced = (before: string, after: string): Stretch[] => [
  { text: before, kind: 'gone' },
  { text: after, kind: 'new' },
]

const stretchOf = ({ value, added, removed }: Change): Stretch => ({
  text: value,
  kind: added ? 'new' : removed ? 'gone' : 'same',
})
