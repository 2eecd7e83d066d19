import { formats } from '../../../platform/formats.ts'
import { type FormState, formInWords } from '../../../platform/forms.ts'
import { errorWords, platformWords } from '../../../platform/say.ts'
import { Field, type Frame } from '../../../ui/index.ts'
import { languageCodes } from '../../applications/index.ts'
import { words } from '../words.ts'

const names = ['post', 'publication', 'language', 'name', 'email', 'message', 'website'] as const
type Name = (typeof names)[number]

/** The fields of a question for leave, and what is wrong with them. */
export function inWords(frame: Frame, form: FormState, asks: Props['asks'] = 'reader') {
  const t = words(frame.locale)
  const labels = Object.fromEntries(names.map((name) => [name, t(`field.${name}`)])) as Record<Name, string>
  const office = { name: t('field.name.office'), message: t('field.message.office') }
  const said = asks === 'editor' ? { ...labels, ...office } : labels
  return formInWords(frame.locale, said, form, errorWords(words, frame.locale))
}

type Props = { frame: Frame; form: FormState; asks: 'reader' | 'member' | 'editor' }

/** Who wants to reprint it, where, in which language, and what they say to the authors. */
export const AskFields = ({ frame, form, asks }: Props) => {
  const t = words(frame.locale)
  const { field } = inWords(frame, form, asks)
  const optional = platformWords(frame.locale)('form.optional')
  const isEditor = asks === 'editor'
  return (
    <>
      <Field type="text" dir="auto" hint={t('field.publication.hint')} {...field('publication')} />
      <Field type="select" width="medium" options={languages(frame.locale)} {...field('language')} />
      <Field
        type="text"
        dir="auto"
        width="medium"
        autocomplete={isEditor ? 'off' : 'name'}
        {...field('name')}
      />
      {asks === 'member' ? null : (
        <Field
          type="email"
          dir="ltr"
          width="medium"
          autocomplete={isEditor ? 'off' : 'email'}
          hint={t(isEditor ? 'field.email.office' : 'field.email.hint')}
          {...(isEditor ? { optional } : {})}
          {...field('email')}
        />
      )}
      <Field
        type="textarea"
        rows={4}
        plenty={2000}
        optional={optional}
        hint={t(isEditor ? 'field.message.office.hint' : 'field.message.hint')}
        {...field('message')}
      />
    </>
  )
}

function languages(locale: string) {
  const say = formats(locale, 'UTC')
  return languageCodes
    .map((value) => ({ value, label: say.language(value) }))
    .toSorted((one, other) => say.compare(one.label, other.label))
}
