import type { FormField } from '../../../../platform/forms.ts'
import { platformWords } from '../../../../platform/say.ts'
import { Field, Fieldset, type Frame } from '../../../../ui/index.ts'
import { LICENCES, type Picture, PictureFigure } from '../../../media/index.ts'
import { words } from '../../words.ts'

const names = ['picture', 'alt', 'caption', 'author', 'source', 'licence'] as const
type PictureField = (typeof names)[number]

/** Labels of the fields, by their names. @param picture the one that is there already */
export function pictureLabels(locale: string, picture: Picture | null): Record<PictureField, string> {
  const t = words(locale)
  const labels = Object.fromEntries(names.map((name) => [name, t(`field.${name}`)])) as Record<
    PictureField,
    string
  >
  return picture ? { ...labels, picture: t('field.picture.replace') } : labels
}

/** The picture that leads a post, with all that is printed under it. */
export const PictureFields = (props: {
  frame: Frame
  field(name: PictureField): FormField
  picture: Picture | null
}) => {
  const { frame, field, picture } = props
  const t = words(frame.locale)
  const { name, label, error } = field('picture')
  return (
    <Fieldset legend={t('form.picture')} hint={t('form.picture.hint')}>
      {picture ? (
        <div class="field">
          <PictureFigure picture={picture} lang="" locale={frame.locale} eager />
        </div>
      ) : null}
      <Field
        type="file"
        accept="image/jpeg,image/png,image/webp"
        hint={t('field.picture.hint')}
        name={name}
        label={label}
        error={error}
        optional={picture ? platformWords(frame.locale)('form.optional') : undefined}
      />
      <Field type="textarea" rows={2} hint={t('field.alt.hint')} {...field('alt')} />
      <Field type="text" {...field('caption')} />
      <Field type="text" width="medium" {...field('author')} />
      <Field type="text" hint={t('field.source.hint')} {...field('source')} />
      <Field
        type="select"
        placeholder={t('field.licence.choose')}
        options={[]}
        groups={licenceGroups(frame.locale)}
        {...field('licence')}
      />
    </Fieldset>
  )
}

/** The licences by version, the newest first, after those that ask for nothing. */
function licenceGroups(locale: string) {
  const t = words(locale)
  const options = (ending: string) =>
    LICENCES.filter(({ id }) => id.startsWith('cc-') && id.endsWith(ending)).map(({ id, name }) => ({
      value: id,
      label: name,
    }))
  const free = LICENCES.filter(({ id }) => !id.startsWith('cc-'))
  return [
    { label: t('field.licence.public'), options: free.map(({ id, name }) => ({ value: id, label: name })) },
    ...['4.0', '3.0', '2.0'].map((version) => ({
      label: t('field.licence.version', { version }),
      options: options(`-${version}`),
    })),
  ]
}
