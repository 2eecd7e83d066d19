/** The stemmers of PostgreSQL, by the language whose words they cut to what they have in common. */
const stemmers: Readonly<Record<string, string>> = {
  ...{ ar: 'arabic', ca: 'catalan', da: 'danish', de: 'german', el: 'greek', en: 'english', es: 'spanish' },
  ...{ eu: 'basque', fi: 'finnish', fr: 'french', ga: 'irish', hi: 'hindi', hu: 'hungarian', hy: 'armenian' },
  ...{ id: 'indonesian', it: 'italian', lt: 'lithuanian', nb: 'norwegian', ne: 'nepali', nl: 'dutch' },
  ...{ nn: 'norwegian', no: 'norwegian', pt: 'portuguese', ro: 'romanian', ru: 'russian', sr: 'serbian' },
  ...{ sv: 'swedish', ta: 'tamil', tr: 'turkish', yi: 'yiddish' },
}

/** The dictionary that cuts words of a language; of languages without a stemmer words stay as they are. */
export function dictionaryOf(locale: string): string {
  const stemmer = stemmers[locale.split('-')[0] ?? '']
  return stemmer === undefined ? 'simple' : `${stemmer}_stem`
}

/** A stem with its language: the same letters mean something else in another one. */
export const stemIn = (locale: string, stem: string): string => `${locale}.${stem}`
