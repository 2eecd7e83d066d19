import { formats } from '../../../platform/formats.ts'
import { type FormState, formInWords } from '../../../platform/forms.ts'
import { refusalOrErrorWords } from '../../../platform/say.ts'
import type { Frame } from '../../../ui/index.ts'
import { fediversePath } from '../paths.ts'
import { words } from '../words.ts'

/** A form of ours in the reader's language: see `formInWords`. @param missing accounts that were typed and not found */
export function inWords<Name extends string>(
  { locale }: Frame,
  form: FormState,
  labels: Record<Name, string>,
  missing: readonly string[] = [],
) {
  const say = refusalOrErrorWords(words, locale)
  const named = { count: missing.length, accounts: formats(locale, 'UTC').list([...missing]) }
  return formInWords(locale, labels, form, (code) =>
    code === 'no-such-account' ? words(locale)('missing', named) : say(code),
  )
}

/** The way back from a page behind the first one. */
export const around = (frame: Frame) => ({
  frame,
  crumbs: [
    { href: frame.office.home, label: frame.office.name },
    { href: fediversePath, label: words(frame.locale)('title') },
  ],
})
