import isoCountries from 'i18n-iso-countries'
import { doubtfulNames, otherNames } from './country-names.ts'
import { fold, isOneSlipAway } from './fold.ts'

export type CountryReading =
  | { code: string; how: 'name' | 'other-name' | 'code' | 'part' | 'other-language' }
  /** Not understood. The suggestion is one slip of the hand away, and needs a person to say yes. */
  | { code: null; suggestion: string | null }

const codes = Object.keys(isoCountries.getAlpha2Codes()).sort()

/**
 * Reads where someone says they are based. Never guesses: what is not surely one country is null.
 *
 * @param hint a country that something else points at, such as the time zone; it decides between two places of one name
 * @returns the ISO 3166 alpha-2 code and how it was understood
 */
export function countryOf(written: string, hint: string | null = null): CountryReading {
  const key = fold(written)
  if (key === '') return { code: null, suggestion: null }
  const doubtful = doubtfulNames[key]
  if (doubtful && hint && doubtful.includes(hint)) return { code: hint, how: 'other-name' }
  return whole(written, key) ?? inParts(written) ?? { code: null, suggestion: oneSlipFrom(key, hint) }
}

/** The country named by the whole text. */
function whole(written: string, key: string): CountryReading | null {
  const plain = key.replace(/^the /, '')
  const short = plain.replace(/^(republic|kingdom|state|commonwealth|sultanate) of (the )?/, '')
  const other = otherNameOf.get(key) ?? otherNameOf.get(plain)
  const english = englishNames().get(plain) ?? (other ? undefined : englishNames().get(short))
  if (english) return { code: english, how: 'name' }
  if (other) return { code: other, how: 'other-name' }
  const code = codeWritten(written.trim())
  if (code) return { code, how: 'code' }
  const foreign = namesOfAllLanguages().get(plain)
  return foreign && !looksLikeAnother(plain, foreign) ? { code: foreign, how: 'other-language' } : null
}

/** "Nigera" is Niger in Latvian, and a slip of the hand for Nigeria. */
const looksLikeAnother = (key: string, code: string) =>
  countriesOneSlipFrom(key).some((near) => near !== code)

/** "NSW, Australia", "Canada (Québec)", "Taiwan (R.O.C.)", "Leeds - UK": the parts that name a country name the same one. */
function inParts(written: string): CountryReading | null {
  const parts = written
    .split(/[,;()[\]/|]|\s[-–—]\s/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
  if (parts.length < 2) return null
  const found = new Set(parts.map((part) => whole(part, fold(part))?.code).filter((code) => code != null))
  const [code] = found
  return code && found.size === 1 ? { code, how: 'part' } : null
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
  const names = [...englishNames(), ...otherNameOf].filter(
    ([name]) => name.length > 4 && isOneSlipAway(name, key),
  )
  return [...new Set(names.map(([, code]) => code))]
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

/**
 * What each country is called in these languages. A name that means one country here and another there ("Niger"
 * for some is Nigeria) is left out.
 */
function namesIn(languages: readonly string[]): Map<string, string> {
  const found = new Map<string, string | null>()
  const add = (name: string | undefined, code: string) => {
    const key = fold(name ?? '').replace(/^the /, '')
    if (key === '' || key.length < 2) return
    const known = found.get(key)
    found.set(key, known === undefined || known === code ? code : null)
  }
  for (const language of languages) {
    const long = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' })
    const short = new Intl.DisplayNames(language, { type: 'region', fallback: 'none', style: 'short' })
    const listed = isoCountries.getNames(language, { select: 'all' })
    for (const code of codes) {
      add(long.of(code), code)
      add(short.of(code), code)
      for (const name of listed[code] ?? []) add(name, code)
    }
  }
  return new Map([...found].filter((entry): entry is [string, string] => entry[1] !== null))
}

/** All countries there are, ISO 3166 alpha-2. */
export const countryCodes: readonly string[] = codes

function once<Value>(make: () => Value): () => Value {
  let made: Value | undefined
  return () => {
    made ??= make()
    return made
  }
}
