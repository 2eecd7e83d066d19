import { IntlMessageFormat, MissingValueError } from 'intl-messageformat'
import { isolateSigns } from './bidi.ts'
import { type Locale, languageOf, languages } from './languages.ts'
import { asText, misfitOf } from './sentence.ts'
import type { WordFiles } from './word-files.ts'

export type { Locale } from './languages.ts'

/** Languages of the interface, in the order in which they are offered. */
export const locales = Object.keys(languages) as [Locale, ...Locale[]]

/** Their codes as the help of a command names them: "en, es or zh". Every command has it, and no command waits for `Intl` to make it. */
export const eachLocale = `${locales.slice(0, -1).join(', ')} or ${locales.at(-1)}`

export const isLocale = (text: unknown): text is Locale => locales.includes(text as Locale)

/** One of something for each language. */
export const inEach = <One>(of: (locale: Locale) => One): Record<Locale, One> =>
  Object.fromEntries(locales.map((locale) => [locale, of(locale)])) as Record<Locale, One>

/** Direction of a language's script. */
export const dirOf = (locale: string): 'ltr' | 'rtl' => languageOf(locale)?.dir ?? 'ltr'

/** How a page or a text in a language is marked for browsers: our Chinese is simplified. */
export const tagOf = (locale: string): string => languageOf(locale)?.tag ?? locale

export type WordArgs = Record<string, string | number | Date>

/** A code as the name of a branch in a message, where hyphens are not allowed. */
export const branch = (code: string) => code.replaceAll('-', '_')

/** What may be put into a sentence as it is. */
export type Text = string | number

/** Refusals and acts of all features: the `index.ts` of each folder of words adds its own. */
// biome-ignore lint/suspicious/noEmptyInterface: features fill it.
export interface SaidAnywhere {}

/** The refusals and acts among the sentences of a folder, each with what it must be given. */
export type Anywhere<File, Args> = {
  [Key in keyof File as Key extends `${'refusal' | 'act' | 'noted'}.${string}`
    ? Key
    : never]: Key extends keyof Args ? Args[Key] : null
}

type SaidAs<Kind extends string> = keyof SaidAnywhere extends infer Key
  ? Key extends `${Kind}.${infer Code}`
    ? Code
    : never
  : never

/** A refusal's code that has words, `refusal.<code>` in some feature's word files. */
export type RefusalCode = SaidAs<'refusal'>
/** An act of the journal that has a name, `act.<act>` in some feature's word files, and a sentence, `noted.<act>`. */
export type Act = SaidAs<'act'> & SaidAs<'noted'>

/** What must be noted of an act, so that its sentence can be said: all that it names, but what it is about. */
export type NotedOf<One extends Act> = One extends Act ? Noted<Given<SaidAnywhere, `noted.${One}`>> : never
type Noted<Args> = [Args] extends [never]
  ? Record<string, unknown>
  : Record<string, unknown> & {
      [Name in Exclude<keyof Args, 'subject'>]: Args[Name] extends number ? number : NotedText
    }

/** An id, a code, a day or an instant, several ids, or nothing. */
type NotedText = string | number | boolean | Date | null | readonly string[]

/** What must follow a refusal's code: nothing, or the values for its words. */
export type RefusalArgs<Code extends RefusalCode> = Needed<
  SaidAnywhere,
  `refusal.${Code}`,
  `refusal.${RefusalCode}`
>

/**
 * What must follow a key: nothing, or the values that its sentence names. One of several keys needs those of all.
 * A key that does not exist is taken for any of them; then the error should be about the key.
 */
type Needed<Args, Key, AnyKey> = [AnyKey] extends [Key]
  ? [args?: WordArgs]
  : [Given<Args, Key>] extends [never]
    ? []
    : [args: All<Given<Args, Key>>]

type Given<Args, Key> = Extract<Args[Key & keyof Args], object>

type All<Union> = (Union extends unknown ? (one: Union) => void : never) extends (all: infer Both) => void
  ? Both
  : never

/** Every catalogue there is, so that a code can be said wherever it came from. */
const catalogues: Find[] = []

/** The words of a refusal's code; null when there are none, as for a code of an older version. */
export const sayRefusal = (locale: string, code: string, args: WordArgs) =>
  sayAnywhere(locale, `refusal.${code}`, args)

/** The name of an act in the journal; null when there is none. */
export const sayAct = (locale: string, act: string) => sayAnywhere(locale, `act.${act}`)

/**
 * The sentence of an act in the journal.
 *
 * @returns null when there is none, and for an act that an older version noted without all that the sentence names
 */
export function sayNoted(locale: string, act: string, args: WordArgs): string | null {
  try {
    return sayAnywhere(locale, `noted.${act}`, args)
  } catch (error) {
    if (error instanceof MissingValueError) return null
    throw error
  }
}

function sayAnywhere(locale: string, key: string, args?: WordArgs): string | null {
  for (const find of catalogues) {
    const text = find(locale, key, args)
    if (text !== null) return text
  }
  return null
}

/** Says a sentence of the catalogue: whole, in one language, with its names filled in. */
type Words<Key extends string, Args> = <One extends Key>(key: One, ...args: Needed<Args, One, Key>) => string

/** Finds a sentence by a key that is known only when it is asked for; null when there is none. */
type Find = (locale: string, key: string, args?: WordArgs) => string | null

/** Finds the words of a language: ours, or those of the network that speaks, where it has worded them otherwise. */
export type Catalogue<Key extends string, Args> = ((
  locale: string,
  speaker?: Speaker,
) => Words<Key, Args>) & {
  find: Find
}

/**
 * Sentences that a network says in its own words, by `sentenceId`. It is never changed; another wording is another one.
 *
 * @source docs/decisions/0045-emails-in-the-words-of-the-network.md
 */
export type Wording = Readonly<Record<string, string>>
export type Speaker = { wording: Wording }

/** What a sentence is called among those of all features and languages. */
export const sentenceId = ({ feature, key, locale }: { feature: string; key: string; locale: string }) =>
  `${locale} ${feature}:${key}`

const shipped = new Map<string, WordFiles>()

/** A sentence as it comes with us, before names are filled in; undefined when there is none. */
export const sentenceOf = (at: { feature: string; key: string; locale: string }): string | undefined =>
  isLocale(at.locale) ? shipped.get(at.feature)?.in(at.locale)[at.key] : undefined

/**
 * The word files of a feature. Keys are those of the English files; a language that lacks one says it in English, and
 * fails a test.
 *
 * @typeParam Args what each sentence must be given, as written beside the word files
 * @param feature its name, if a network may word some of its sentences otherwise
 * @returns `words(locale)`: the sentences in that language, in English when the language is not ours.
 */
export function catalogue<File extends Record<string, string>, Args = unknown>(
  files: WordFiles<File>,
  feature = '',
): Catalogue<Extract<keyof File, string>, Args> {
  const voices = new Map<string, Say>()
  if (feature !== '') shipped.set(feature, files)
  const words = (locale: string, speaker?: Speaker): Say => {
    const known = isLocale(locale) ? locale : 'en'
    const voice = voices.get(known) ?? voiceOf(files, known)
    voices.set(known, voice)
    return speaker && feature !== '' ? spokenBy(speaker, { feature, locale: known }, voice) : voice
  }
  const find: Find = (locale, key, args) => (Object.hasOwn(files.en, key) ? words(locale)(key, args) : null)
  catalogues.push(find)
  return Object.assign(words as Catalogue<Extract<keyof File, string>, Args>, { find })
}

type Say = (key: string, args?: WordArgs) => string
type Message = IntlMessageFormat | string

/** Messages are parsed at their first use and kept. */
function voiceOf(files: WordFiles, locale: Locale): Say {
  const messages = new Map<string, Message>()
  const file = files.in(locale)
  return (key, args) => {
    const text = file[key] ?? files.en[key]
    if (text === undefined) throw new Error(`no word ${key} in ${locale}`)
    const known = messages.get(key) ?? messageOf(text, locale)
    messages.set(key, known)
    return sayMessage(known, args)
  }
}

const worded = new WeakMap<Wording, Map<string, Message | null>>()

/** As the network words it; as we do where it has not, or where its words no longer fit what a later version gives. */
function spokenBy({ wording }: Speaker, at: { feature: string; locale: Locale }, ours: Say): Say {
  const messages = worded.get(wording) ?? new Map<string, Message | null>()
  worded.set(wording, messages)
  return (key, args) => {
    const sentence = { ...at, key }
    const id = sentenceId(sentence)
    const text = wording[id]
    if (text === undefined) return ours(key, args)
    const known = messages.has(id) ? messages.get(id) : fitting(text, sentence)
    messages.set(id, known ?? null)
    return known ? sayMessage(known, args) : ours(key, args)
  }
}

const fitting = (text: string, at: { feature: string; key: string; locale: Locale }) =>
  wordingMisfit(text, at) ? null : messageOf(text, at.locale)

/** Why a sentence cannot stand in for ours; null if it can. */
export function wordingMisfit(text: string, at: { feature: string; key: string; locale: Locale }) {
  const english = sentenceOf({ ...at, locale: 'en' }) ?? ''
  return misfitOf(text, { said: sentenceOf(at) ?? '', english }, at.locale)
}

/** A sentence that stands in no word file, with its names filled in. It must fit: see `wordingMisfit`. */
export const sayText = (text: string, locale: Locale, args: WordArgs): string =>
  sayMessage(messageOf(text, locale), args)

const messageOf = (text: string, locale: Locale): Message =>
  /[{}'<]/.test(text) ? new IntlMessageFormat(text, numbering(locale), undefined, asText) : text

const sayMessage = (message: Message, args?: WordArgs): string =>
  typeof message === 'string' ? message : isolateSigns(String(message.format(args)))

/** Intl's tag for a language: Western figures, and days before months in English, as most of our readers write them. */
export const numbering = (locale: string): string => languageOf(locale)?.intl ?? locale
