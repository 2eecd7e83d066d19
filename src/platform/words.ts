import { IntlMessageFormat } from 'intl-messageformat'

/** Languages of the interface, in the order in which they are offered. */
export const locales = ['en', 'es', 'ar'] as const
export type Locale = (typeof locales)[number]

export const isLocale = (text: unknown): text is Locale => locales.includes(text as Locale)

/** Direction of a language's script. */
export const dirOf = (locale: string): 'ltr' | 'rtl' => (locale === 'ar' ? 'rtl' : 'ltr')

export type WordArgs = Record<string, string | number | Date>

/** Every catalogue there is, so that a code can be said wherever it came from. */
const catalogues: ((locale: string, key: string, args?: WordArgs) => string | null)[] = []

/** The words of a refusal's code, `refusal.<code>` in any feature's word files; null when there are none. */
export const sayRefusal = (locale: string, code: string, args: WordArgs) =>
  sayAnywhere(locale, `refusal.${code}`, args)

/** The words of an act in the journal, `act.<act>` in any feature's word files; null when there are none. */
export const sayAct = (locale: string, act: string) => sayAnywhere(locale, `act.${act}`)

function sayAnywhere(locale: string, key: string, args?: WordArgs): string | null {
  for (const say of catalogues) {
    const text = say(locale, key, args)
    if (text !== null) return text
  }
  return null
}

/** Says a sentence of the catalogue: whole, in one language, with its names filled in. */
export type Words<Key extends string = string> = (key: Key, args?: WordArgs) => string

/** Finds the words of a language; `knows` tells whether there is such a key. */
export type Catalogue<Key extends string = string> = ((locale: string) => Words<Key>) & {
  knows(key: string): key is Key
}

/**
 * The word files of a feature. Keys are those of the English file; a language that lacks one does not compile.
 *
 * @returns `words(locale)`: the sentences in that language, in English when the language is not ours.
 */
export function catalogue<File extends Record<string, string>>(
  files: Record<Locale, Record<keyof File, string>> & { en: File },
): Catalogue<Extract<keyof File, string>> {
  const voices = new Map<string, Words<Extract<keyof File, string>>>()
  const words = (locale: string) => {
    const known = isLocale(locale) ? locale : 'en'
    const voice = voices.get(known) ?? voiceOf(files[known], known)
    voices.set(known, voice)
    return voice
  }
  catalogues.push((locale, key, args) =>
    key in files.en ? words(locale)(key as Extract<keyof File, string>, args) : null,
  )
  return Object.assign(words, { knows: (key: string): key is Extract<keyof File, string> => key in files.en })
}

/** Messages are parsed at their first use and kept. Figures are Western in every language: dates and codes mix with them. */
function voiceOf(file: Record<string, string>, locale: Locale): Words {
  const messages = new Map<string, IntlMessageFormat | string>()
  return (key, args) => {
    const text = file[key]
    if (text === undefined) throw new Error(`no word ${key} in ${locale}`)
    const known =
      messages.get(key) ??
      (/[{}'<]/.test(text)
        ? new IntlMessageFormat(text, numbering(locale), undefined, { ignoreTag: true })
        : text)
    messages.set(key, known)
    return typeof known === 'string' ? known : String(known.format(args))
  }
}

/** Intl's tag for a language: Western figures, and days before months in English, as most of our readers write them. */
export const numbering = (locale: string) => ({ ar: 'ar-u-nu-latn', en: 'en-GB' })[locale] ?? locale
