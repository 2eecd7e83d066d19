/**
 * How words are told apart when posts are searched. The same rules at writing the index and at reading what was typed, so
 * that accents, vowel marks and ways of spelling never part them. Whoever changes a rule, or what is read of a text,
 * raises `foldRules`.
 */

/** Which rules made an index; another number has everything indexed anew. */
export const foldRules = 3

/** A word of a text, and where it stands there, in code units. */
export type Token = {
  /** As it is spelled, in small letters: what a stemmer takes. */
  plain: string
  /** As it is compared: without accents as well. */
  folded: string
  from: number
  to: number
}

/** Longer ones are addresses or slips, and nobody looks for all of their letters. */
const longestWord = 60

/** Scripts that write words without spaces between them: each two letters that stand together count as a word. */
const unspaced = String.raw`\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005\u3040-\u3098\u309b-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f\u{20000}-\u{3ffff}`
const hasUnspaced = new RegExp(`[${unspaced}]`, 'u')
/** Marks of Kana, where a letter and its mark are written apart: they stay with what is before them. */
const voicing = String.raw`\u3099\u309a`
const runs = new RegExp(`[${unspaced}][${unspaced}${voicing}]*|[^${unspaced}]+`, 'gu')
const letter = new RegExp(`.[${voicing}]*`, 'gu')
const word = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu

/** The words of a text, in their order. */
export function* tokensOf(text: string): Generator<Token> {
  for (const { 0: found, index } of text.matchAll(word)) {
    if (nothingToFold.test(found)) yield plainToken(found, index)
    else if (hasUnspaced.test(found)) yield* tokensInRuns(found, index)
    else yield* tokenIn(found, index)
  }
}

/** Latin letters and figures, as in most words, in a word of which nothing is left out. */
const nothingToFold = new RegExp(`^[a-z0-9]{1,${longestWord}}$`, 'i')

function plainToken(found: string, from: number): Token {
  const plain = found.toLowerCase()
  return { plain, folded: plain, from, to: from + found.length }
}

/** Words and pairs of letters of what stands together in several scripts. */
function* tokensInRuns(found: string, start: number): Generator<Token> {
  for (const { 0: run, index } of found.matchAll(runs)) {
    if (hasUnspaced.test(run)) yield* pairsIn(run, start + index)
    else yield* tokenIn(run, start + index)
  }
}

function* tokenIn(found: string, from: number): Generator<Token> {
  const token = tokenOf(found, from)
  if (token.folded !== '') yield token
}

function tokenOf(found: string, from: number): Token {
  const { plain, folded } = found.length <= longestKept ? spelled(found) : spell(found)
  return { plain, folded, from, to: from + found.length }
}

type Spelling = Pick<Token, 'plain' | 'folded'>

function spell(found: string): Spelling {
  const plain = plainOf(found).slice(0, longestWord)
  return { plain, folded: withoutAccents(plain) }
}

/** Few words make up most of any text. Longer ones would hold on to the text that they were cut from. */
const [mostKept, longestKept] = [10_000, 12]
const spellings = new Map<string, Spelling>()

function spelled(found: string): Spelling {
  const known = spellings.get(found)
  if (known) return known
  if (spellings.size >= mostKept) spellings.clear()
  const spelling = spell(found)
  spellings.set(found, spelling)
  return spelling
}

function* pairsIn(run: string, start: number): Generator<Token> {
  const letters = run.match(letter) ?? []
  let from = start
  for (const [index, one] of letters.entries()) {
    const pair = one + (letters[index + 1] ?? '')
    if (index + 1 < letters.length || index === 0) yield tokenOf(pair, from)
    from += one.length
  }
}

/** A word as it is compared. Folded once more it stays the same. */
export const fold = (text: string): string => withoutAccents(plainOf(text))

/** In small letters, one form for each, and Arabic as it is spelled without marks. */
function plainOf(text: string): string {
  // Nothing but Latin letters and figures, as most words are, has nothing to fold.
  if (/^[a-z0-9]*$/i.test(text)) return text.toLowerCase()
  const letters = text.normalize('NFKC').toLowerCase().normalize('NFD').replace(arabicMarks, '')
  const spelled = letters.replace(variant, (letter) => variants[letter] ?? '').normalize('NFKC')
  return spelled.replace(/[^\p{L}\p{M}\p{N}]/gu, '')
}

/** Vowel marks and hamza on its carrier, the stroke that lengthens a word, and what has no width. */
const arabicMarks = /[[\p{Script=Arabic}\u064b-\u0655\u0670]&&\p{M}]|[\u0621\u0640\u200c\u200d]/gv

/** Letters that are spelled in more ways than one; those with hamza are without it by now. */
const variants: Record<string, string> = {
  ...{ ٱ: 'ا', ى: 'ي', ی: 'ي', ې: 'ي', ک: 'ك', ة: 'ه', ۀ: 'ه', ہ: 'ه', ھ: 'ه' },
  ...Object.fromEntries([...'٠١٢٣٤٥٦٧٨٩'].map((figure, value) => [figure, String(value)])),
  ...Object.fromEntries([...'۰۱۲۳۴۵۶۷۸۹'].map((figure, value) => [figure, String(value)])),
}
const variant = new RegExp(`[${Object.keys(variants).join('')}]`, 'gu')

function withoutAccents(plain: string): string {
  if (/^[a-z0-9]*$/.test(plain)) return plain
  const bare = plain.normalize('NFD').replace(accents, '').normalize('NFC')
  return bare.replace(joined, (letter) => apart[letter] ?? letter)
}

/** Marks on letters of scripts in which a word without them is the same word; vowels of Indic scripts and Kana are none. */
const accents = /[[\p{M}&&[\p{Script=Inherited}\p{Script=Hebrew}\p{Script=Syriac}]]--[\u3099\u309a]]/gv

/** Letters that are one sign and no letter with a mark. */
const apart: Record<string, string> = {
  ...{ ø: 'o', ł: 'l', đ: 'd', ð: 'd', ħ: 'h', ı: 'i', ŧ: 't', ß: 'ss', æ: 'ae', œ: 'oe', þ: 'th', ŋ: 'n' },
}
const joined = new RegExp(`[${Object.keys(apart).join('')}]`, 'gu')
