import { type FormState, formInWords } from '../../../platform/forms.ts'
import { errorWords } from '../../../platform/say.ts'
import type { Frame } from '../../../ui/index.ts'
import { networkPath } from '../paths.ts'
import { words } from '../words.ts'

/** A form of ours in the reader's language: see `formInWords`. */
export const inWords = <Name extends string>(frame: Frame, form: FormState, labels: Record<Name, string>) =>
  formInWords(frame.locale, labels, form, errorWords(words, frame.locale))

/** The way back from a page of the settings. */
export const crumbsOf = (frame: Frame) => [
  { href: frame.office.home, label: frame.office.name },
  { href: networkPath, label: words(frame.locale)('network.title') },
]

/** A language by its name in the reader's. */
export const languageName = (frame: Frame, locale: string) =>
  new Intl.DisplayNames(frame.locale, { type: 'language' }).of(locale) ?? locale
