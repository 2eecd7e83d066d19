import { type Formats, formats } from '../../../platform/formats.ts'
import { type FormState, formInWords } from '../../../platform/forms.ts'
import { errorWords } from '../../../platform/say.ts'
import type { Speaker } from '../../../platform/words.ts'
import { applicationWords } from '../../applications/index.ts'
import { words } from '../words.ts'

/** How pages and emails about an application speak to the one who sends it. */
export type Voice = {
  locale: string
  t: ReturnType<typeof words>
  /** Names of sectors, stages, interests and wishes. */
  named: ReturnType<typeof applicationWords>
  say: Formats
}

/** @param speaker the network, where it speaks in its own words: in emails */
export const voiceIn = (locale: string, zone = 'UTC', speaker?: Speaker): Voice => ({
  locale,
  t: words(locale, speaker),
  named: applicationWords(locale),
  say: formats(locale, zone),
})

/** A form of ours in the reader's language: see `formInWords`. */
export const inWords = <Name extends string>(locale: string, form: FormState, labels: Record<Name, string>) =>
  formInWords(locale, labels, form, errorWords(words, locale))
