import type { Formats } from '../../../platform/formats.ts'
import { oncePer } from '../../../platform/once.ts'
import { countryCodes, languageCodes } from '../../applications/index.ts'

/** All countries by their names, in the order of the reader's language. */
export const countriesIn = oncePer((say: Formats) => named(say, countryCodes, say.country))

/** All languages, as well. */
export const languagesIn = oncePer((say: Formats) => named(say, languageCodes, say.language))

const named = ({ compare }: Formats, codes: readonly string[], nameOf: (code: string) => string) =>
  codes.map((value) => ({ value, label: nameOf(value) })).toSorted((a, b) => compare(a.label, b.label))
