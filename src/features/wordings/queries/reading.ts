import { namesOf, tellingIn } from '../../../platform/sentence.ts'
import { type Locale, sayText } from '../../../platform/words.ts'

/** What is filled in where a sentence is only looked at: by the sentence's key, then by the name in it. */
export type Fillings = Readonly<Record<string, Readonly<Record<string, string>>>>

/** A sentence as it is read, in one of its cases if it has any; of a number, one that is such a case. */
export type Reading = { said: string; of?: { name: string; one: string; number?: number } }

/**
 * A sentence after which stands what is filled in for each of its names. An email drawn with it tells what each name
 * becomes; it fits wherever the sentence does.
 */
export const probe = (key: string, sentence: string): string =>
  sentence +
  namesOf(sentence)
    .map((name) => `\u27ea${key} ${name} {${name}}\u27eb`)
    .join('')

/** What was filled in, read from an email that was drawn with probes. */
export function fillingsIn(drawn: string): Fillings {
  const fillings: Record<string, Record<string, string>> = {}
  for (const [, key = '', name = '', value = ''] of drawn.matchAll(/\u27ea(\S+) (\w+) ([^\u27eb]*)\u27eb/g))
    fillings[key] = { ...fillings[key], [name]: value }
  return fillings
}

/**
 * A sentence as it is read, once for each of its cases.
 *
 * @param sentence one that fits
 * @returns nothing for a sentence that names nothing
 */
export function readingsOf(sentence: string, locale: Locale, filled: Fillings[string] = {}): Reading[] {
  const names = namesOf(sentence)
  if (names.length === 0) return []
  const tells = tellingIn(sentence)
  const counted = new Set(tells.flatMap(({ name, by }) => (by === 'number' ? [name] : [])))
  const becomes = (name: string) => {
    const value = filled[name] ?? `{${name}}`
    return counted.has(name) ? Number.parseInt(value, 10) || 2 : value
  }
  const args = Object.fromEntries(names.map((name) => [name, becomes(name)]))
  if (tells.length === 0) return [{ said: sayText(sentence, locale, args) }]
  return tells.flatMap(({ name, by, cases }) =>
    cases.flatMap((one): Reading[] => {
      if (by === 'choice')
        return [{ said: sayText(sentence, locale, { ...args, [name]: one }), of: { name, one } }]
      const number = numberThatIs(one, locale)
      if (number === undefined) return []
      return [{ said: sayText(sentence, locale, { ...args, [name]: number }), of: { name, one, number } }]
    }),
  )
}

/** The small numbers first, as they are met; nothing last; and the one that Spanish has a case for. */
const numbers = [...Array.from({ length: 120 }, (_, index) => index + 1), 0, 1_000_000]

/** A number that a language says in this way. @param one `=0`, or `one`, `few`, …; undefined if there is none */
function numberThatIs(one: string, locale: Locale): number | undefined {
  if (one.startsWith('=')) return Number(one.slice(1))
  const rules = new Intl.PluralRules(locale)
  return numbers.find((number) => rules.select(number) === one)
}
