import { readMarkdown, textOf } from '../../platform/markdown.ts'

/** Words a practised reader takes in per minute; the usual figure for prose read on a screen. */
const WORDS_A_MINUTE = 220
/** The same of Chinese, in letters: what is a word in it, two dictionaries tell differently. */
const LETTERS_A_MINUTE = 400

const chinese = /\p{Script=Han}/gu

/** Minutes it takes to read words, at least 1. They are counted by the rules of their language, Chinese by its letters. */
export function readingMinutes(words: string, locale: string): number {
  const letters = words.match(chinese)?.length ?? 0
  const rest = letters === 0 ? words : words.replace(chinese, ' ')
  let count = 0
  for (const segment of segmenterFor(locale).segment(rest)) if (segment.isWordLike) count += 1
  return Math.max(1, Math.round(count / WORDS_A_MINUTE + letters / LETTERS_A_MINUTE))
}

/** To make one takes as long as to part a text. */
const segmenters = new Map<string, Intl.Segmenter>()

function segmenterFor(locale: string): Intl.Segmenter {
  const segmenter = segmenters.get(locale) ?? new Intl.Segmenter(locale, { granularity: 'word' })
  segmenters.set(locale, segmenter)
  return segmenter
}

/** Words that are in nearly every text of a language, and in hardly any of another. */
const commonWords: Record<string, readonly string[]> = {
  en: 'the of and is that was for with are this you they have from what'.split(' '),
  es: 'el los las una por con para del más pero como está qué muy sus'.split(' '),
  fr: 'les des est une dans pour avec sont cette nous vous mais être plus aux'.split(' '),
  pt: 'os as uma não com para são mais mas está você isso pela dos nas'.split(' '),
  ar: 'في من على إلى أن التي هذا هذه عن مع كان ما لا أو بين'.split(' '),
}

/** Most of its letters are Chinese, and none is Japanese: a name or a title in it is not enough. */
const isChinese = (text: string): boolean => {
  const letters = text.match(chinese)?.length ?? 0
  return letters >= 60 && letters > text.length / 2 && !/[\u3040-\u30ff]/.test(text)
}

/** The language that a text is most likely in, of those we know; null for a short one, or where it is not clear. */
export function guessedLanguage(markdown: string): string | null {
  const text = textOf(readMarkdown(markdown)).toLowerCase()
  if (isChinese(text)) return 'zh'
  const words = text.match(/[\p{L}\p{M}]+/gu) ?? []
  if (words.length < 40) return null
  const counts = Object.entries(commonWords)
    .map(([locale, common]) => ({ locale, count: words.filter((word) => common.includes(word)).length }))
    .toSorted((a, b) => b.count - a.count)
  const [first, second] = counts
  return first && second && first.count >= 4 && first.count >= 2 * second.count ? first.locale : null
}
