import type { FormField } from '../../../platform/forms.ts'
import { errorWords, platformWords } from '../../../platform/say.ts'
import { sayRefusal } from '../../../platform/words.ts'
import { Field } from '../../../ui/index.ts'
import { type CreditField, LICENCES } from '../media.ts'
import { words } from '../words.ts'

export const creditFields = ['alt', 'caption', 'author', 'source', 'licence'] as const

export function labelsOf(locale: string) {
  const t = words(locale)
  const names = [...creditFields, 'picture', 'left', 'top'] as const
  return Object.fromEntries(names.map((name) => [name, t(`field.${name}`)])) as Record<
    (typeof names)[number],
    string
  >
}

/** Why a picture is not taken is a refusal, said beside its field. */
export const sayer = (locale: string) => (code: string) =>
  sayRefusal(locale, code, {}) ?? errorWords(words, locale)(code)

/** What is said about a picture: all of it may follow later, and the desk reminds of it. */
export const CreditFields = (props: { locale: string; field: (name: CreditField) => FormField }) => {
  const { locale, field } = props
  const t = words(locale)
  const optional = platformWords(locale)('form.optional')
  return (
    <>
      <Field type="textarea" rows={2} hint={t('field.alt.hint')} optional={optional} {...field('alt')} />
      <Field type="text" hint={t('field.caption.hint')} optional={optional} {...field('caption')} />
      <Field type="text" width="medium" optional={optional} {...field('author')} />
      <Field type="text" hint={t('field.source.hint')} optional={optional} {...field('source')} />
      <Field
        type="select"
        placeholder={t('field.licence.choose')}
        options={licenceOptions}
        optional={optional}
        {...field('licence')}
      />
    </>
  )
}

export const licenceOptions = LICENCES.map(({ id, name }) => ({ value: id, label: name }))

export const UploadField = ({ locale, error }: { locale: string; error: string | undefined }) => {
  const t = words(locale)
  return (
    <Field
      type="file"
      name="picture"
      accept="image/jpeg,image/png,image/webp"
      label={t('field.picture')}
      hint={t('field.picture.hint')}
      error={error}
    />
  )
}
