import { globSync, readFileSync } from 'node:fs'
import { IntlMessageFormat } from 'intl-messageformat'
import type { Locale } from '../../src/platform/words.ts'

/** A sentence of the word files and, in plain words, what it tells. */
export type Sentence = {
  /** `feature:key`, and after a slash the branch it takes: of a choice its name, of a number the number. */
  key: string
  /** For the table that people read, which so stays as it is when a sentence is worded anew. */
  tells: string
}

/**
 * Finds a sentence in a text of that language, whatever its names are filled with.
 *
 * @throws Error when no word file has it
 */
export function saysIn(locale: Locale, { key }: Pick<Sentence, 'key'>): RegExp {
  const pattern = patterns.get(`${locale} ${key}`) ?? patternIn(locale, key)
  patterns.set(`${locale} ${key}`, pattern)
  return pattern
}

const patterns = new Map<string, RegExp>()

function patternIn(locale: Locale, key: string): RegExp {
  const [, feature = '', name = '', branch] = /^([\w-]+):([^/]+)(?:\/(.+))?$/.exec(key) ?? []
  const message = filesOf(feature, locale)[name]
  if (message === undefined) throw new Error(`no sentence ${key}`)
  const parts = new IntlMessageFormat(message, locale).getAst()
  return new RegExp(`${patternOf(parts, branch, locale)}(?!\\p{L})`, 'u')
}

/** Text as a reader has it: no marks of direction, each run of white space as one blank. */
export const plain = (text: string) => text.replaceAll(/[\u2066-\u2069]/g, '').replaceAll(/\s+/g, ' ')

/** What a page is about, as HTML. */
export const mainOf = (html: string) => html.slice(html.indexOf('<main'), html.indexOf('</main>'))

/** The same as its reader has it. */
export const textOf = (html: string) =>
  plain(
    mainOf(html)
      .replaceAll(/<[^>]+>/g, ' ')
      .replaceAll('&#39;', "'")
      .replaceAll('&quot;', '"'),
  )

const known = new Map<string, Record<string, string>>()

function filesOf(feature: string, locale: Locale): Record<string, string> {
  const pattern = `src/features/${feature}/words/*.${locale}.json`
  const read = () =>
    Object.assign({}, ...globSync(pattern).map((path) => JSON.parse(readFileSync(path, 'utf8'))))
  const words = known.get(pattern) ?? read()
  known.set(pattern, words)
  return words
}

type Part = ReturnType<IntlMessageFormat['getAst']>[number]

/** A name ends before the next sentence begins. */
const anyName = '(?:(?![.!?؟] |[。！？]).){0,300}?'

const patternOf = (parts: readonly Part[], branch: string | undefined, locale: Locale): string =>
  parts.map((part) => partPattern(part, branch, locale)).join('')

function partPattern(part: Part, branch: string | undefined, locale: Locale): string {
  if ('options' in part) return optionsPattern(part.options, branch, locale)
  return 'value' in part && part.type === 0 ? RegExp.escape(plain(part.value)) : anyName
}

function optionsPattern(
  options: Record<string, { value: Part[] }>,
  branch: string | undefined,
  locale: Locale,
): string {
  const chosen =
    branch === undefined
      ? undefined
      : (options[branch] ?? options[`=${branch}`] ?? options[ruleFor(branch, locale)] ?? options.other)
  const taken = chosen ? [chosen] : Object.values(options)
  return `(?:${taken.map(({ value }) => patternOf(value, branch, locale)).join('|')})`
}

const ruleFor = (branch: string, locale: Locale) =>
  /^\d+$/.test(branch) ? new Intl.PluralRules(locale).select(Number(branch)) : branch
