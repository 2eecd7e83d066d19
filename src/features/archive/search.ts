import { type Token, tokensOf } from './fold.ts'
import { quoted } from './vector.ts'

/** Most letters and words of what somebody looks for; more is a text, not a question. */
export const longest = { letters: 200, words: 12 }

/** What must stand together: one word, or several in this order. */
export type Term = { words: readonly Typed[] }
export type Typed = Pick<Token, 'plain' | 'folded'>

/** What was typed, in terms: words, and in quotation marks what must stand together. Letters without spaces do so always. */
export function termsIn(typed: string): Term[] {
  const parts = typed.slice(0, longest.letters).split(/["“”„«»「」]/u)
  const terms = parts.flatMap((part, index) => (index % 2 === 1 ? together(part) : oneByOne(part)))
  let room = longest.words
  return terms.flatMap(({ words }) => {
    const fit = words.slice(0, room)
    room -= fit.length
    return fit.length === 0 ? [] : [{ words: fit }]
  })
}

const typedOf = ({ plain, folded }: Token): Typed => ({ plain, folded })
const together = (part: string): Term[] => [{ words: [...tokensOf(part)].map(typedOf) }]

/** Pairs of letters that overlap are one word of a script without spaces. */
function oneByOne(part: string): Term[] {
  const terms: { words: Typed[] }[] = []
  let until = -1
  for (const token of tokensOf(part)) {
    if (token.from < until) terms.at(-1)?.words.push(typedOf(token))
    else terms.push({ words: [typedOf(token)] })
    until = token.to
  }
  return terms
}

/** How a typed word is known in one language: all stems it may mean there; none where it stands in every text. */
export type Meaning = { locale: string; stems: readonly string[]; isCommon: boolean }

/**
 * What is looked for, in the spelling of a `tsquery`: for each language all terms, any of the stems for each word. Words that stand in
 * every text of a language are left out in it.
 *
 * @param meanings by the folded word
 * @returns null when no language has anything to look for
 */
export function queryOf(
  terms: readonly Term[],
  meanings: ReadonlyMap<string, readonly Meaning[]>,
  locales: readonly string[],
): string | null {
  const alternatives = new Set(locales.flatMap((locale) => queryIn(terms, meanings, locale) ?? []))
  return alternatives.size === 0 ? null : [...alternatives].join(' | ')
}

function queryIn(
  terms: readonly Term[],
  meanings: ReadonlyMap<string, readonly Meaning[]>,
  locale: string,
): string | null {
  const meant = ({ folded }: Typed) => meanings.get(folded)?.find((one) => one.locale === locale)
  const parts: string[] = []
  for (const { words } of terms) {
    const part = phraseOf(words.map(meant))
    if (part === null) return null
    if (part !== '') parts.push(part)
  }
  return parts.length === 0 ? null : `(${parts.join(' & ')})`
}

/** Empty when all of it is common; null when some of it is in no text of the language. */
function phraseOf(words: readonly (Meaning | undefined)[]): string | null {
  let phrase = ''
  let apart = 1
  for (const word of words) {
    if (word?.isCommon) {
      apart += 1
      continue
    }
    if (!word || word.stems.length === 0) return null
    const any = word.stems.map(quoted).join(' | ')
    phrase += `${phrase === '' ? '' : ` <${apart}> `}${word.stems.length > 1 ? `(${any})` : any}`
    apart = 1
  }
  return phrase
}

/** A word that stands in published posts: as it is compared, and as one of them spells it. */
export type Known = { folded: string; shown: string; posts: number }

/**
 * The words, three at most, that somebody may have meant who typed one that is nowhere: a letter or two amiss, or its
 * beginning. The nearest first, of these the most usual.
 */
export function meantBy(folded: string, near: readonly Known[]): Known[] {
  const allowed = folded.length < 4 ? 0 : folded.length < 8 ? 1 : 2
  return near
    .map((known) => ({ known, slips: slipsBetween(folded, known.folded) }))
    .map(({ known, slips }) => ({
      known,
      slips: slips > allowed && isBeginning(folded, known.folded) ? allowed + 0.5 : slips,
    }))
    .filter(({ slips }) => slips <= allowed + 0.5)
    .toSorted((a, b) => a.slips - b.slips || b.known.posts - a.known.posts)
    .slice(0, 3)
    .map(({ known }) => known)
}

const isBeginning = (typed: string, word: string) => typed.length >= 4 && word.startsWith(typed)

/** How many letters are missing, too many, other ones, or in the place of their neighbour. */
function slipsBetween(one: string, other: string): number {
  const [a, b] = [[...one], [...other]]
  let before: number[] = []
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const isSame = a[i - 1] === b[j - 1]
      const isTurned = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      const ways = [(row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (isSame ? 0 : 1)]
      if (isTurned) ways.push((before[j - 2] ?? 0) + 1)
      next.push(Math.min(...ways))
    }
    before = row
    row = next
  }
  return row[b.length] ?? 0
}

/** A piece of a text: whether it is what was looked for. */
export type Piece = { text: string; isFound: boolean }

/**
 * A text in pieces, of which some were looked for.
 *
 * @param found folded words
 */
export function marked(text: string, found: ReadonlySet<string>): Piece[] {
  const pieces: Piece[] = []
  let from = 0
  for (const token of tokensOf(text)) {
    if (!found.has(token.folded)) continue
    const start = Math.max(token.from, from)
    if (start > from) pieces.push({ text: text.slice(from, start), isFound: false })
    const last = pieces.at(-1)
    if (last?.isFound && start === from) last.text += text.slice(start, token.to)
    else pieces.push({ text: text.slice(start, token.to), isFound: true })
    from = token.to
  }
  if (from < text.length) pieces.push({ text: text.slice(from), isFound: false })
  return pieces
}

/** About so many letters of a text are shown around what was found in it. */
const shownLetters = 200

/** A spelling of what was looked for: as it is compared, and as a text writes it in small letters. */
export type Spelled = Pick<Known, 'folded' | 'shown'>

/** All spellings of what was looked for, and how they are compared. */
export type Found = { spelled: readonly Spelled[]; marks: ReadonlySet<string> }

export const foundBy = (spelled: readonly Spelled[]): Found => ({
  spelled,
  marks: new Set(spelled.map(({ folded }) => folded)),
})

/** What may be compared by other letters than those it is spelled with, as é is by e and a word without an end by its beginning. */
const foldable = /[[\p{L}\p{M}\p{N}]--[A-Za-z0-9]]|[A-Za-z0-9]{61}/v

/** A text in which passages are looked for, and whether each of its words is spelled as it is compared. */
export type Searched = { text: string; isPlain: boolean }

export const searched = (text: string): Searched => ({ text, isPlain: !foldable.test(text) })

/** The sentence or two of a text around a word that was looked for; null where it has none. */
export function passageOf({ text, isPlain }: Searched, { spelled, marks }: Found): string | null {
  const small = text.toLowerCase()
  const near = placeOf(
    text,
    small,
    spelled.map(({ shown }) => shown),
  )
  if (near === null && isPlain && !placeOf(text, small, marks)) return null
  // Looking at each word of a long text takes milliseconds: only where its spelling is one that others have not.
  for (const [from, part] of near === null ? [[0, text] as const] : [near, [0, text] as const]) {
    const token = tokensOf(part).find((one) => marks.has(one.folded))
    if (token) return around(text, from + token.from)
  }
  return null
}

/** Where a text has one of these as a whole word, with the words about it. */
function placeOf(text: string, small: string, words: Iterable<string>): readonly [number, string] | null {
  for (const word of words) {
    for (let at = small.indexOf(word); at >= 0; at = small.indexOf(word, at + 1)) {
      const end = at + word.length
      if (isLetter(small[at - 1]) || isLetter(small[end])) continue
      const start = beginningBefore(text, Math.max(0, at - 1))
      return [start, text.slice(start, endAfter(text, end))]
    }
  }
  return null
}

const isLetter = (one = '') => /[\p{L}\p{M}\p{N}]/u.test(one)

function around(text: string, at: number): string {
  const start = beginningBefore(text, Math.max(0, at - shownLetters / 2))
  const end = endAfter(text, Math.min(text.length, start + shownLetters))
  return `${start > 0 ? '… ' : ''}${text.slice(start, end).trim()}${end < text.length ? ' …' : ''}`
}

const beginningBefore = (text: string, at: number) => (at === 0 ? 0 : text.lastIndexOf(' ', at) + 1)
const endAfter = (text: string, at: number) => {
  const space = text.indexOf(' ', at)
  return space === -1 || space - at > 40 ? at : space
}
