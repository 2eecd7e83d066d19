import type { Locale } from '../../platform/languages.ts'

/** A language of the site that is translated: English has no translators. */
export type Tongue = Exclude<Locale, 'en'>

/** Where a sentence stands: `features/rounds`, the word file `office`, its key. */
export type At = { folder: string; file: string; key: string }

/** A sentence in English and in a tongue, and whether somebody went over it since its English was last changed. */
export type Sentence = At & { english: string; said: string; isPassed: boolean }
