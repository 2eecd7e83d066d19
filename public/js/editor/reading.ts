import type { Words } from './elements.ts'

/** As `readingMinutes` of posts has it. */
const wordsAMinute = 220

/** "Words: 312 · Reading time: 2 min", of what is read and not of the signs around it. */
export function countText(markdown: string, lang: string, words: Words): string {
  const locale = document.documentElement.lang
  const read = markdown.replace(/\]\([^)\s]*[^)]*\)/g, ']').replace(/^\[[^\]]+\]:.*$|^:::.*$|<[^>]*>/gm, '')
  let count = 0
  for (const { isWordLike } of new Intl.Segmenter(lang || locale, { granularity: 'word' }).segment(read))
    if (isWordLike) count += 1
  const say = new Intl.NumberFormat(locale).format
  return words('count')
    .replace('{words}', say(count))
    .replace('{minutes}', say(Math.max(1, Math.round(count / wordsAMinute))))
}
