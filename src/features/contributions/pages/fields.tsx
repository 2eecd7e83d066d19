import { formats } from '../../../platform/formats.ts'
import { type FormField, type FormState, formInWords } from '../../../platform/forms.ts'
import { platformWords, refusalOrErrorWords } from '../../../platform/say.ts'
import { Field, Fieldset, Figure, type Frame } from '../../../ui/index.ts'
import { countryOptions } from '../../people/index.ts'
import { type Kind, questionNumbers } from '../contribution.ts'
import { longest } from '../schema.ts'
import { words } from '../words.ts'

const names = [
  ...(['title', 'body', 'picture', 'alt', 'caption'] as const),
  ...(['pictureAuthor', 'permission', 'name', 'coauthors', 'country', 'email', 'language'] as const),
  ...(['about', 'consent', 'word'] as const),
] as const
type FieldName = (typeof names)[number] | `answer${(typeof questionNumbers)[number]}`

/** A picture that came with the form, for its sender alone. */
export type ShownPicture = { src: string; width: number; height: number }

export type FieldsProps = {
  frame: Frame
  kind: Kind
  field: (name: FieldName) => FormField
  values: FormState['values']
  picture: ShownPicture | null
  /** Languages in which texts are taken. */
  languages: readonly string[]
}

/** The fields of a form in words, and its faults. */
export function inWords({ locale }: Frame, kind: Kind, form: FormState) {
  const t = words(locale)
  const labels = {
    ...Object.fromEntries(questionNumbers.map((number) => [`answer${number}`, t(`question.${number}`)])),
    ...Object.fromEntries(names.map((name) => [name, t(`field.${name}`)])),
    ...(kind === 'postcard' ? { picture: t('field.picture.postcard') } : {}),
  } as Record<FieldName, string>
  return formInWords(locale, labels, form, refusalOrErrorWords(words, locale))
}

/** What its author says: the text, the picture, and themselves. */
export const WrittenFields = (props: FieldsProps & { children?: unknown }) => (
  <>
    <TextFields {...props} />
    <PictureFields {...props} />
  </>
)

const TextFields = ({ frame, kind, field }: FieldsProps) => {
  const t = words(frame.locale)
  if (kind === 'postcard')
    return (
      <>
        {questionNumbers.map((number) => (
          <Field
            type="textarea"
            rows={5}
            plenty={longest.answer}
            hint={t(`question.${number}.hint`)}
            {...field(`answer${number}`)}
          />
        ))}
      </>
    )
  return (
    <>
      <Field type="text" {...field('title')} />
      <Field type="textarea" rows={16} plenty={longest.body} hint={t('field.body.hint')} {...field('body')} />
    </>
  )
}

const PictureFields = ({ frame, kind, field, values, picture }: FieldsProps) => {
  const t = words(frame.locale)
  const optional = platformWords(frame.locale)('form.optional')
  const { name, label, error } = field('picture')
  const isOptional = kind === 'article' || picture !== null
  return (
    <Fieldset legend={t('form.picture')} hint={t('form.picture.hint')}>
      {picture ? (
        <Figure
          picture={{ ...picture, alt: values.alt || t('form.picture.held') }}
          caption={t('form.picture.held')}
          credit=""
        />
      ) : null}
      <Field
        type="file"
        accept="image/jpeg,image/png,image/webp"
        hint={t(picture ? 'field.picture.replace' : 'field.picture.hint')}
        {...{ name, label, error }}
        optional={isOptional ? optional : undefined}
      />
      <Field
        type="textarea"
        rows={2}
        hint={t('field.alt.hint')}
        optional={kind === 'article' ? optional : undefined}
        {...field('alt')}
      />
      <Field type="text" optional={optional} hint={t('field.caption.hint')} {...field('caption')} />
      <Field
        type="text"
        width="medium"
        optional={optional}
        hint={t('field.pictureAuthor.hint')}
        {...field('pictureAuthor')}
      />
      <Field
        {...field('permission')}
        type="checkboxes"
        optional={kind === 'article' ? optional : undefined}
        value={values.permission === 'yes' ? ['yes'] : []}
        options={[{ value: 'yes', label: t('field.permission.yes') }]}
      />
    </Fieldset>
  )
}

/** Who writes. @param email whether their address is asked for */
export const AuthorFields = ({ frame, field, languages, email }: FieldsProps & { email: boolean }) => {
  const t = words(frame.locale)
  const optional = platformWords(frame.locale)('form.optional')
  const say = formats(frame.locale, 'UTC')
  return (
    <Fieldset legend={t('form.author')} hint={t('form.author.hint')}>
      <Field type="text" width="medium" autocomplete="name" hint={t('field.name.hint')} {...field('name')} />
      <Field
        type="textarea"
        rows={2}
        optional={optional}
        hint={t('field.coauthors.hint')}
        {...field('coauthors')}
      />
      <Field
        type="select"
        placeholder={t('field.country.choose')}
        options={countryOptions(frame.locale)}
        {...field('country')}
      />
      {email ? (
        <Field
          {...field('email')}
          type="email"
          hint={t('field.email.hint')}
          {...{ dir: 'ltr', width: 'medium', autocomplete: 'email' }}
        />
      ) : null}
      <Field
        type="select"
        options={languages.map((one) => ({ value: one, label: say.language(one) }))}
        {...field('language')}
      />
      <Field type="text" optional={optional} hint={t('field.about.hint')} {...field('about')} />
    </Fieldset>
  )
}
