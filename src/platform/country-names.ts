import { createRequire } from 'node:module'
import type isoCountries from 'i18n-iso-countries'
import { once } from './once.ts'

/** Three quarters of a megabyte, read from the disk when a name is first looked up. */
const listed = once(() => createRequire(import.meta.url)('i18n-iso-countries') as typeof isoCountries)

/** What each country is called in a language, by its ISO 3166 alpha-2 code; nothing for a language that is not listed. */
export const countryNamesIn = (language: string): Record<string, string[]> =>
  listed().getNames(language, { select: 'all' })
