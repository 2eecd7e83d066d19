import { type FormState, formInWords } from '../../../platform/forms.ts'
import { errorWords } from '../../../platform/say.ts'
import type { Frame } from '../../../ui/index.ts'
import { fediversePath } from '../paths.ts'
import { words } from '../words.ts'

/** A form of ours in the reader's language: see `formInWords`. */
export const inWords = <Name extends string>(frame: Frame, form: FormState, labels: Record<Name, string>) =>
  formInWords(frame.locale, labels, form, errorWords(words, frame.locale))

/** The way back from a page behind the first one. */
export const around = (frame: Frame) => ({
  frame,
  crumbs: [
    { href: frame.office.home, label: frame.office.name },
    { href: fediversePath, label: words(frame.locale)('title') },
  ],
})
