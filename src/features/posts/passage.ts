import { diffWordsWithSpace } from 'diff'
import { alike, type Place, type Sides } from '../../platform/passages.ts'
import { compared, type Stretch } from '../pages/index.ts'

/** What a passage says, and what stands around it. */
export type Passage = { quote: string } & Sides

/** How much is kept of what stands on each side. */
const AROUND = 32

/** The passage at a place of a text. */
export const passageAt = (text: string, { from, to }: Place): Passage => ({
  quote: text.slice(from, to),
  before: text.slice(Math.max(0, from - AROUND), from),
  after: text.slice(to, to + AROUND),
})

/**
 * Where passages stand once their text was changed: what is left of each, with what was written into it; else where the same words
 * stand now, if what is around them leaves no doubt.
 *
 * @returns for a place in the text before, the one it has now; null when it is gone
 */
export function carrying(before: string, after: string): (place: Place) => Place | null {
  const stretches = wordByWord(before, after) ?? compared(before, after)
  return (place) => {
    const passage = passageAt(before, place)
    const { kept, at } = followed(stretches, place)
    // A word or two that a new sentence shares with the old one are not the old one.
    const isThere = at !== null && kept > 0 && kept * 4 >= lettersIn(passage.quote)
    const again = foundAgain(after, passage)
    if (!isThere || !isKnown(passage, passageAt(after, at))) return again
    // Words like its own that were written beside it may have been followed for some of them.
    return again && again.from < at.to && again.to > at.from ? again : trimmed(after, at)
  }
}

/** How many words may differ, and how long is looked for them: texts that have little in common are compared line by line. */
const most = { maxEditLength: 2_000, timeout: 300 }

/** Lines, as pages compare them, would do for most; a paragraph that is written before another would take its words along. */
const wordByWord = (before: string, after: string): Stretch[] | undefined =>
  diffWordsWithSpace(before, after, most)?.map(({ value, added, removed }) => ({
    text: value,
    kind: added ? 'new' : removed ? 'gone' : 'same',
  }))

/** Carries both ends through what was changed. `kept`: how many letters of the passage are still there. */
function followed(stretches: readonly Stretch[], place: Place): { kept: number; at: Place | null } {
  const { from, to } = place
  let [old, now, kept] = [0, 0, 0]
  let at: Place | null = null
  let gone: Place | null = null
  for (const { text, kind } of stretches) {
    const [start, end] = [Math.max(old, from), Math.min(old + text.length, to)]
    if (kind === 'same' && start < end) {
      at = grown(at, now + start - old, now + end - old)
      kept += lettersIn(text.slice(start - old, end - old))
    }
    // What was written in the place of a part of the passage, or between two parts of it, belongs to it.
    if (kind === 'new' && (gone ? gone.from >= from && gone.to <= to : old > from && old < to))
      at = grown(at, now, now + text.length)
    gone = kind === 'gone' ? { from: old, to: old + text.length } : null
    if (kind !== 'new') old += text.length
    if (kind !== 'gone') now += text.length
  }
  return { kept, at }
}

const grown = (at: Place | null, from: number, to: number): Place => ({ from: at?.from ?? from, to })

const lettersIn = (text: string) => text.match(/[\p{L}\p{N}]/gu)?.length ?? 0

/** Without the white at its ends. */
function trimmed(text: string, { from, to }: Place): Place {
  const quote = text.slice(from, to)
  return {
    from: from + quote.length - quote.trimStart().length,
    to: to - quote.length + quote.trimEnd().length,
  }
}

/** What is left of a few words, and of what stood around them, is enough to know them by. */
function isKnown(was: Passage, is: Passage): boolean {
  const whole = was.before.length + was.quote.length + was.after.length
  return is.quote.length + sameAround(was, is) >= Math.min(ENOUGH, whole)
}

const sameAround = (was: Sides, is: Sides) =>
  alike(backwards(was.before), backwards(is.before)) + alike(was.after, is.after)

/** How much of what stood around a passage must be there again for words as short as this. */
const ENOUGH = 12

/**
 * Where a passage stands by its words alone: where all of them stand once, or once with the most of what stood around them.
 *
 * @returns null when they are nowhere, or in two places that are as good
 */
export function foundAgain(text: string, { quote, before, after }: Passage): Place | null {
  if (quote === '') return null
  const found: { from: number; around: number; score: number }[] = []
  for (let from = text.indexOf(quote); from >= 0; from = text.indexOf(quote, from + 1)) {
    const is = passageAt(text, { from, to: from + quote.length })
    const around = sameAround({ before, after }, is)
    // What stands in the same paragraph goes where that goes; what stands beyond may be another's by now.
    const near = sameAround(inParagraph({ before, after }), inParagraph(is))
    found.push({ from, around, score: near * AROUND + around })
  }
  const [best, next] = found.toSorted((a, b) => b.score - a.score)
  if (!best || best.score === next?.score || quote.length + best.around < ENOUGH) return null
  return { from: best.from, to: best.from + quote.length }
}

const backwards = (text: string) => [...text].toReversed()
const inParagraph = ({ before, after }: Sides): Sides => ({
  before: before.slice(before.lastIndexOf('\n\n') + 1),
  after: after.split('\n\n', 1)[0] ?? '',
})

/** A paragraph in stretches: what some passages take in of it, and what they do not. */
export function marked(paragraph: Place & { text: string }, passages: readonly Place[]) {
  const ends = passages.flatMap(({ from, to }) => [from, to])
  const cuts = [paragraph.from, ...ends, paragraph.to]
    .filter((cut) => cut >= paragraph.from && cut <= paragraph.to)
    .toSorted((a, b) => a - b)
  return cuts.slice(1).flatMap((to, index) => {
    const from = cuts[index] ?? to
    const text = paragraph.text.slice(from - paragraph.from, to - paragraph.from)
    const isMarked = passages.some((one) => one.from <= from && one.to >= to)
    return text === '' ? [] : [{ text, isMarked }]
  })
}

/** The paragraphs of a text, with the place of each. */
export function paragraphsOf(text: string): (Place & { text: string })[] {
  return [...text.matchAll(/[^\n]+(?:\n[^\n]+)*/g)].map(({ 0: paragraph, index }) => ({
    text: paragraph,
    from: index,
    to: index + paragraph.length,
  }))
}
