import { readMarkdown, textOf } from '../../platform/markdown.ts'

/** Words a practised reader takes in per minute; the usual figure for prose read on a screen. */
const WORDS_A_MINUTE = 220

/** Minutes it takes to read a text, at least 1. Words are counted by the rules of its language. */
export function readingMinutes(markdown: string, locale: string): number {
  let count = 0
  const words = new Intl.Segmenter(locale, { granularity: 'word' }).segment(textOf(readMarkdown(markdown)))
  for (const segment of words) if (segment.isWordLike) count += 1
  return Math.max(1, Math.round(count / WORDS_A_MINUTE))
}
