import { addressesIn } from './text.ts'

/**
 * A naive Bayes filter of our own, taught by what editors decide in this network, asking nobody outside. It decides
 * nothing: it sorts the queue, and says what it goes by.
 *
 * @source Paul Graham, A Plan for Spam: the few most telling words, each weighed for itself
 */

/** What a comment is known by: its words, the hosts it links to, how many links, the provider of the address. */
export type Sign = string

/** In how many comments a sign stood, of those that appeared and of those that were spam. */
export type Count = { kept: number; spam: number }

/** How much a sign speaks for spam, in log-odds; below zero it speaks against. */
export type Weight = { sign: Sign; weight: number }

/** The sign that stands in every comment: it counts them. */
export const every: Sign = ''

/** A longer comment is known by its first words. */
const mostWords = 300
/** Only so many of the most telling signs count, or a long text would always be certain. */
const mostTelling = 15
/** A word in such a share of what appeared is grammar, and says nothing. */
const grammarShare = 1 / 4
const fewMore = 3
/** So many are shown as reasons. */
const mostShown = 4

export function signsOf({ text, email }: { text: string; email: string }): Sign[] {
  const links = addressesIn(text)
  const words = wordsIn(text)
  return [
    ...new Set([
      every,
      ...words.map(folded).slice(0, mostWords),
      ...(words.some(isMixed) ? ['mixed:'] : []),
      ...links.map(({ href }) => `host:${new URL(href).host.replace(/^www\./, '')}`),
      `links:${Math.min(links.length, 3)}`,
      `mail:${email.slice(email.lastIndexOf('@') + 1).toLowerCase()}`,
    ]),
  ]
}

const wordsIn = (text: string): string[] =>
  text
    .replace(/https?:\/\/\S+/gi, ' ')
    .normalize('NFKC')
    .match(/\p{Script=Han}+|[[\p{L}\p{N}]--\p{Script=Han}][[\p{L}\p{N}\p{M}]--\p{Script=Han}]{1,29}/gv)
    ?.flatMap(pairs) ?? []

/** Chinese writes words without spaces between them: each two letters that stand together count as one. */
const pairs = (word: string): string[] =>
  /^\p{Script=Han}{3,}$/u.test(word)
    ? [...word].slice(1).map((letter, at) => `${[...word][at]}${letter}`)
    : [word]

const folded = (word: string) => word.normalize('NFKD').toLowerCase().replace(/\p{M}/gu, '')

/** Latin letters and such as only look like them in one word: nobody types that. */
const isMixed = (word: string) =>
  /\p{Script=Latin}/u.test(word) && /[\p{Script=Cyrillic}\p{Script=Greek}]/u.test(word)

/** What the signs of a comment say together, and the four that say most. A sign that was never seen says nothing. */
export function weigh(
  signs: readonly Sign[],
  counts: ReadonlyMap<Sign, Count>,
): { score: number; reasons: Weight[] } {
  const all = counts.get(every) ?? { kept: 0, spam: 0 }
  const weights = signs
    .filter((sign) => sign !== every)
    .map((sign) => ({
      sign,
      weight: isGrammar(sign, counts.get(sign), all) ? 0 : weightOf(counts.get(sign), all),
    }))
    .filter(({ weight }) => weight !== 0)
    .toSorted((one, other) => Math.abs(other.weight) - Math.abs(one.weight))
  const score = weights.slice(0, mostTelling).reduce((sum, { weight }) => sum + weight, 0)
  return { score, reasons: weights.slice(0, mostShown) }
}

const isGrammar = (sign: Sign, count: Count | undefined, all: Count) =>
  !sign.includes(':') && count !== undefined && count.kept >= Math.max(2, all.kept * grammarShare)

/**
 * The share of spam that has it against the share of what appeared that has it; each as if a few more comments had it as
 * often as all do, so that a sign which is seldom seen says little, and one that was in no spam never speaks for it.
 */
function weightOf(count: Count | undefined, all: Count): number {
  if (!count || count.kept + count.spam === 0) return 0
  const usual = (count.kept + count.spam) / (all.kept + all.spam)
  const share = (has: number, of: number) => (has + fewMore * usual) / (of + fewMore)
  return Math.log(share(count.spam, all.spam)) - Math.log(share(count.kept, all.kept))
}
