import { type FormState, formInWords } from '../../../platform/forms.ts'
import { errorWords } from '../../../platform/say.ts'
import type { Frame } from '../../../ui/index.ts'
import { words } from '../words.ts'

/** A form of ours in the reader's language: see `formInWords`. */
export const inWords = <Name extends string>(frame: Frame, form: FormState, labels: Record<Name, string>) =>
  formInWords(frame.locale, labels, form, errorWords(words, frame.locale))
