import { type FormState, formInWords } from '../../../platform/forms.ts'
import { errorWords } from '../../../platform/say.ts'
import type { Frame } from '../../../ui/index.ts'
import type { Reprint } from '../queries/reprints.ts'
import { words } from '../words.ts'

export type ReprintProps = { frame: Frame; reprint: Reprint; form: FormState; zone: string }

const names = ['declineWord', 'author', 'answer', 'word', 'appearedOn', 'appearedUrl'] as const
type Name = (typeof names)[number]

/** Its forms, and what is wrong with them. */
export const inWords = (frame: Frame, form: FormState) => {
  const t = words(frame.locale)
  const labels = Object.fromEntries(
    names.map((name) => [name, t(name === 'word' ? 'field.word.office' : `field.${name}`)]),
  ) as Record<Name, string>
  return formInWords(frame.locale, labels, form, errorWords(words, frame.locale))
}
export type Fields = ReturnType<typeof inWords>['field']
