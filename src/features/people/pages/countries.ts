import countries from 'i18n-iso-countries/index.js'
import { formats } from '../../../platform/formats.ts'

/** Every country there is, by its common name in the reader's language, in the order of that language. */
export function countryOptions(locale: string): { value: string; label: string }[] {
  const say = formats(locale, 'UTC')
  return Object.keys(countries.getAlpha2Codes())
    .map((value) => ({ value, label: say.country(value) }))
    .sort((a, b) => say.compare(a.label, b.label))
}
