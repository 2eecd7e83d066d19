import isoCountries from 'i18n-iso-countries/index.js'
import { countryNamesIn } from '../../platform/country-names.ts'
import { languages } from '../../platform/languages.ts'
import { once } from '../../platform/once.ts'
import { doubtfulNames, otherNames, statesLikeCountries, statesOnly } from './country-names.ts'
import { fold, isOneSlipAway } from './fold.ts'

export type CountryReading =
  | { code: string; how: 'name' | 'other-name' | 'doubtful-name' | 'code' | 'part' | 'other-language' }
  /** Not understood. The suggestion is one slip of the hand away, and needs a person to say yes. */
  | { code: null; suggestion: string | null }

const codes = Object.keys(isoCountries.getAlpha2Codes()).sort()

/**
 * Reads where someone says they are based. Never guesses: what is not surely one country is null.
 *
 * Only the English name of a country stands by itself. A code ("GA", "IL"), a habit of speech, a foreign name
 * ("Granada") or the part of a longer text may mean another place: where the hint says otherwise it is a question.
 *
 * @param hint a country that something else points at, such as the time zone; it decides between two places of one name
 * @returns the ISO 3166 alpha-2 code and how it was understood
 */
export function countryOf(written: string, hint: string | null = null): CountryReading {
  const flag = flagIn(written)
  return flag === null ? countryIn(written, hint) : countryUnder(flag, written, hint)
}

function countryIn(written: string, hint: string | null): CountryReading {
  const key = fold(written)
  if (key === '') return { code: null, suggestion: null }
  const reading = whole(written, key, hint) ?? inParts(written, hint)
  if (reading === null) return { code: null, suggestion: oneSlipFrom(key, hint) }
  return isCertain(reading, hint) ? reading : { code: null, suggestion: null }
}

/** A flag stands for its country, and says which Georgia is meant; beside the name of another it says nothing. */
function countryUnder(flag: string, written: string, hint: string | null): CountryReading {
  const words = written.replace(flags, ' ')
  if (fold(words) === '') return { code: flag, how: 'name' }
  const reading = countryIn(words, hint)
  return reading.code === null ? countryIn(words, flag) : reading
}

const flags = /[\u{1f1e6}-\u{1f1ff}]{2}/gu

/** The country of the only flag in a text. */
function flagIn(written: string): string | null {
  const [flag, ...more] = written.match(flags) ?? []
  const letters = [...(flag ?? '')].map((sign) =>
    String.fromCodePoint((sign.codePointAt(0) ?? 0) - 0x1f1e6 + 0x41),
  )
  return codes.find((code) => more.length === 0 && code === letters.join('')) ?? null
}

type Read = Extract<CountryReading, { code: string }>

function isCertain({ code, how }: Read, hint: string | null): boolean {
  if (how === 'name' || code === hint) return true
  return hint === null && how !== 'doubtful-name' && !(how === 'code' && statesLikeCountries.has(code))
}

/**
 * The country that someone names in a form of ours: by its name on our pages, in any of their languages, or by its code;
 * else as anyone writes it.
 */
export function countryNamed(text: string): string | null {
  const name = fold(text)
  return codes.find((code) => fold(code) === name) ?? namesOnPages().get(name) ?? countryOf(text).code
}

/** The country named by the whole text. */
function whole(written: string, key: string, hint: string | null): Read | null {
  const plain = key.replace(/^the /, '')
  const places = doubtfulNames[plain]
  if (places) return { code: places.find((place) => place === hint) ?? places[0], how: 'doubtful-name' }
  const short = plain.replace(/^(republic|kingdom|state|commonwealth|sultanate) of (the )?/, '')
  const other = otherNameOf.get(key) ?? otherNameOf.get(plain)
  const english = only(englishNames().get(plain)) ?? (other ? undefined : only(englishNames().get(short)))
  if (english) return { code: english, how: plain.length > longestShorthand ? 'name' : 'other-name' }
  if (other) return { code: other, how: 'other-name' }
  const code = codeWritten(written.trim())
  if (code) return { code, how: 'code' }
  const foreign = foreignCountry(plain, hint)
  return foreign ? { code: foreign, how: 'other-language' } : null
}

/** The country whose English name a text is, whatever else may be known. */
export function englishCountry(text: string): Read | null {
  const code = only(englishNames().get(fold(text)))
  return code ? { code, how: 'name' } : null
}

/** "UK" and "UAE" are names in English, and no surer than a code. */
const longestShorthand = 3

const only = (countries: readonly string[] = []) => (countries.length === 1 ? countries[0] : undefined)

/** "Kongo" is one of two countries, as the hint says. */
function foreignCountry(key: string, hint: string | null): string | undefined {
  const named = namesOfAllLanguages().get(key) ?? []
  if (hint !== null && named.includes(hint)) return hint
  const foreign = only(named)
  return foreign && !looksLikeAnother(key, foreign) ? foreign : undefined
}

/** "Nigera" is Niger in Latvian, and a slip of the hand for Nigeria. */
const looksLikeAnother = (key: string, code: string) =>
  countriesOneSlipFrom(key).some((near) => near !== code)

/** "NSW, Australia", "Canada (Québec)", "Taiwan (R.O.C.)", "Leeds - UK": the parts that name a country name the same one. */
function inParts(written: string, hint: string | null): Read | null {
  const parts = written
    .split(/[,;()[\]/|]|\s[-–—]\s/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
  if (parts.length < 2) return null
  const read = parts.flatMap((part) => whole(part, fold(part), hint) ?? [])
  // "Georgia, USA" says which Georgia is meant.
  const undoubted = read.filter(({ how }) => how !== 'doubtful-name')
  const found = undoubted.length > 0 ? undoubted : read
  const [first] = found
  if (!first || found.some(({ code }) => code !== first.code)) return null
  const unread = parts.filter((part) => whole(part, fold(part), hint) === null)
  if (unread.some((part) => namesAnother(part, first.code))) return { code: first.code, how: 'doubtful-name' }
  // "Springfield, IL" says no more than "IL" does.
  const isSure = found.some(({ how }) => how !== 'code' && how !== 'doubtful-name')
  return isSure ? { code: first.code, how: 'part' } : first
}

/** "Peru, living in Spain" and "Cuba, NY": words after which it may be elsewhere. */
function namesAnother(part: string, code: string): boolean {
  if (code !== 'US' && statesOnly.has(part)) return true
  const words = fold(part).split(' ')
  const ends = words.map((_, at) => words.slice(at).join(' '))
  return ends.some((end) => {
    const named = only(englishNames().get(end)) ?? otherNameOf.get(end)
    return named !== undefined && named !== code
  })
}

/** Codes count in capitals only: "Ali" and "Tom" are people. */
function codeWritten(written: string): string | null {
  if (!/^[A-Z]{2,3}$/.test(written)) return null
  const code = written.length === 3 ? isoCountries.alpha3ToAlpha2(written) : written
  return code !== undefined && codes.includes(code) ? code : null
}

function oneSlipFrom(key: string, hint: string | null): string | null {
  const near = countriesOneSlipFrom(key)
  if (hint && near.includes(hint)) return hint
  return near.length === 1 ? (near[0] ?? null) : null
}

function countriesOneSlipFrom(key: string): string[] {
  if (key.length < 5) return []
  const known = [...englishNames(), ...[...otherNameOf].map(([name, code]) => [name, [code]] as const)]
  const near = known.filter(([name]) => name.length > 4 && isOneSlipAway(name, key))
  return [...new Set(near.flatMap(([, countries]) => only(countries) ?? []))]
}

const otherNameOf = new Map(
  Object.entries(otherNames).flatMap(([code, names]) => names.map((name) => [name, code] as const)),
)

const englishNames = once(() => namesIn(['en', 'en-GB', 'en-AU']))

/** Ways of writing that are no languages of their own. */
const scripts = [
  'zh-Hant',
  'zh-Hant-HK',
  'sr-Latn',
  'pt-PT',
  'pt-BR',
  'es-419',
  'fr-CA',
  'uz-Cyrl',
  'az-Cyrl',
  'bs-Cyrl',
]

/** A tenth of a second of work, so only when a name is neither English nor ours. */
const namesOfAllLanguages = once(() => namesIn([...isoCountries.getSupportedLanguages(), ...scripts]))

/** Names as our pages write them, in each of their languages; no two countries share one. */
const namesOnPages = once(
  () =>
    new Map(
      Object.values(languages).flatMap(({ intl }) => {
        const names = new Intl.DisplayNames(intl, { type: 'region' })
        return codes.map((code) => [fold(names.of(code) ?? code), code] as const)
      }),
    ),
)

/** Which countries a name stands for in these languages: "Niger" is Nigeria for some. */
function namesIn(languages: readonly string[]): Map<string, string[]> {
  const found = new Map<string, string[]>()
  const add = (name: string | undefined, code: string) => {
    const key = fold(name ?? '').replace(/^the /, '')
    const known = found.get(key) ?? []
    if (key.length > 1 && !known.includes(code)) found.set(key, [...known, code])
  }
  for (const language of languages) {
    const long = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' })
    const short = new Intl.DisplayNames(language, { type: 'region', fallback: 'none', style: 'short' })
    const listed = countryNamesIn(language)
    for (const code of codes) {
      add(long.of(code), code)
      add(short.of(code), code)
      for (const name of listed[code] ?? []) add(name, code)
    }
  }
  return found
}

/** All countries there are, ISO 3166 alpha-2. */
export const countryCodes: readonly string[] = codes
