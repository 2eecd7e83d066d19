type Direction = 'ltr' | 'rtl'

type Language = {
  /** How a page in it is marked for browsers, and for those who listen (BCP 47). */
  tag: string
  dir: Direction
  /** Its tag for `Intl`. Figures are Western in every language: dates and codes mix with them. */
  intl: string
  /** How a percentage ends. */
  percent: string
  /** What stands between the parts of a list that have commas of their own. */
  semicolon: string
}

const spaced = '\u00a0%'

/**
 * The languages that we speak, in the order in which they are offered, and what is true of each. Its sentences are in the
 * files `words/*.<code>.json`, its handbook in `docs/handbook/<code>`, the texts of its pages in `supplied/<code>`.
 *
 * @source docs/decisions/0087-six-languages.md
 */
export const languages = {
  en: { tag: 'en', dir: 'ltr', intl: 'en-GB', percent: spaced, semicolon: '; ' },
  es: { tag: 'es', dir: 'ltr', intl: 'es', percent: spaced, semicolon: '; ' },
  fr: { tag: 'fr', dir: 'ltr', intl: 'fr', percent: spaced, semicolon: '\u202f; ' },
  pt: { tag: 'pt', dir: 'ltr', intl: 'pt', percent: '%', semicolon: '; ' },
  ar: { tag: 'ar', dir: 'rtl', intl: 'ar-u-nu-latn', percent: spaced, semicolon: '؛ ' },
  zh: { tag: 'zh-Hans', dir: 'ltr', intl: 'zh-Hans', percent: '%', semicolon: '；' },
} as const satisfies Record<string, Language>

export type Locale = keyof typeof languages

/** What is true of a language; undefined of one that we do not speak, in which only a post may be. */
export const languageOf = (locale: string): Language | undefined =>
  Object.hasOwn(languages, locale) ? languages[locale as Locale] : undefined
