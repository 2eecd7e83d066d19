/** A picture for where a link to a page is shared: 1200 by 630 pixels, as every service shows them whole. */
export type Card = {
  /** The side on which its language begins to read. */
  dir: 'ltr' | 'rtl'
  /** Who speaks, and in which colour. */
  name: string
  accent: string
  /** What its sign is called: another one makes another card. */
  sign: string
  title: string
  /** One sentence under the title. */
  line: string
}

/** Paths in a square of 32, or a picture as WebP. */
export type Sign = readonly string[] | Uint8Array

export const cardSize = { width: 1200, height: 630 } as const

/** Letters that our fonts have. */
const known = String.raw`\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Hiragana}\p{Script=Katakana}[\p{Script=Han}&&[\u{2e80}-\u{9fff}]]`
const isLetterWeLack = new RegExp(String.raw`[\p{Alphabetic}--[${known}]]`, 'v')
/** Marks, figures, what joins letters, and what keeps two directions apart; no pictures and nothing unseen besides. */
const undrawn = new RegExp(
  String.raw`[^${known}\p{M}\p{N}\p{P}\p{Sm}\p{Sc}\u200c-\u200f\u2066-\u2069 ]`,
  'gv',
)
const mostMarks = /(\p{M}{3})\p{M}+/gu

/** Whether there is a font for every letter: Thai, for instance, would be boxes. */
export const isDrawable = (text: string) => !isLetterWeLack.test(text)

/** A text as a card can hold it: nothing that no font has, no tower of marks, no longer than fits. */
export function cardText(text: string, most: number): string {
  const plain = text
    .normalize('NFC')
    .replace(/\s+/gu, ' ')
    .replace(undrawn, '')
    .replace(mostMarks, '$1')
    .replace(/ +/g, ' ')
    .trim()
  const letters = [...new Intl.Segmenter().segment(plain)].map(({ segment }) => segment)
  return letters.length <= most
    ? plain
    : `${letters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`
}
