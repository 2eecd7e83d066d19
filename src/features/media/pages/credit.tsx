import type { FormField } from '../../../platform/forms.ts'
import { LICENCES } from '../../../platform/licences.ts'
import { platformWords, refusalOrErrorWords } from '../../../platform/say.ts'
import { Field, Fieldset, type Frame } from '../../../ui/index.ts'
import type { CreditField, Picture } from '../media.ts'
import { words } from '../words.ts'
import { PictureFigure } from './figure.tsx'

const creditFields = ['alt', 'caption', 'author', 'source', 'licence'] as const

export function labelsOf(locale: string) {
  const t = words(locale)
  const names = [...creditFields, 'picture', 'left', 'top'] as const
  return Object.fromEntries(names.map((name) => [name, t(`field.${name}`)])) as Record<
    (typeof names)[number],
    string
  >
}

/** Why a picture is not taken is a refusal, said beside its field. */
export const sayer = (locale: string) => refusalOrErrorWords(words, locale)

/** Labels of the fields of a picture, by their names. @param picture the one that is there already */
export function pictureLabels(locale: string, picture: Picture | null) {
  const { left: _left, top: _top, ...labels } = labelsOf(locale)
  return picture ? { ...labels, picture: words(locale)('field.picture.replace') } : labels
}

/** The picture that leads a text, with all that is printed under it: the file, and what is said about it. */
export const PictureFields = (props: {
  frame: Frame
  field: (name: CreditField | 'picture') => FormField
  picture: Picture | null
}) => {
  const { frame, field, picture } = props
  const t = words(frame.locale)
  const { label, error } = field('picture')
  return (
    <Fieldset legend={t('form.picture')} hint={t('form.picture.hint')}>
      {picture ? (
        <div class="field">
          <PictureFigure picture={picture} lang="" locale={frame.locale} eager />
        </div>
      ) : null}
      <UploadField locale={frame.locale} label={label} error={error} isOptional={picture !== null} />
      <CreditFields locale={frame.locale} field={field} isAsked />
    </Fieldset>
  )
}

/**
 * What is said about a picture. In the library all of it may follow later, and the desk reminds of it; a text does not come out
 * without.
 */
export const CreditFields = (props: {
  locale: string
  field: (name: CreditField) => FormField
  /** Whether all of it must be there before something comes out. */
  isAsked?: boolean
}) => {
  const { locale, field, isAsked = false } = props
  const t = words(locale)
  const mark = isAsked ? {} : { optional: platformWords(locale)('form.optional') }
  return (
    <>
      <Field type="textarea" rows={2} hint={t('field.alt.hint')} {...mark} {...field('alt')} />
      <Field type="text" hint={t('field.caption.hint')} {...mark} {...field('caption')} />
      <Field type="text" width="medium" {...mark} {...field('author')} />
      <Field type="text" hint={t('field.source.hint')} {...mark} {...field('source')} />
      <Field
        type="select"
        placeholder={t('field.licence.choose')}
        options={[]}
        groups={licenceGroups(locale)}
        {...mark}
        {...field('licence')}
      />
    </>
  )
}

/** The licences by version, the newest first, after those that ask for nothing. */
export function licenceGroups(locale: string) {
  const t = words(locale)
  const options = (fits: (id: string) => boolean) =>
    LICENCES.filter(({ id }) => fits(id)).map(({ id, name }) => ({ value: id, label: name }))
  return [
    { label: t('field.licence.public'), options: options((id) => !id.startsWith('cc-')) },
    ...['4.0', '3.0', '2.0'].map((version) => ({
      label: t('field.licence.version', { version }),
      options: options((id) => id.startsWith('cc-') && id.endsWith(`-${version}`)),
    })),
  ]
}

/** @param label where it is another one than in the library */
export const UploadField = (props: {
  locale: string
  error: string | undefined
  label?: string
  isOptional?: boolean
}) => {
  const { locale, error, label, isOptional = false } = props
  const t = words(locale)
  return (
    <Field
      type="file"
      name="picture"
      accept="image/jpeg,image/png,image/webp"
      label={label ?? t('field.picture')}
      hint={t('field.picture.hint')}
      error={error}
      optional={isOptional ? platformWords(locale)('form.optional') : undefined}
    />
  )
}
