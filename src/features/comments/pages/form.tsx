import { type FormState, formInWords } from '../../../platform/forms.ts'
import { errorWords, platformWords } from '../../../platform/say.ts'
import { Actions, Button, Field, Form, type Frame, Trap } from '../../../ui/index.ts'
import { commentsPath } from '../paths.ts'
import { words } from '../words.ts'

/** Who writes: a visitor, of whom we know nothing, or somebody who is signed in. */
export type Writer = { name: string; isMember: boolean }

export type FormProps = {
  frame: Frame
  slug: string
  writer: Writer
  /** The number of the comment that is answered. */
  to: number | null
  form: FormState
}

export const inWords = ({ locale }: Frame, form: FormState) => {
  const t = words(locale)
  const labels = { name: t('field.name'), email: t('field.email'), text: t('field.text') }
  return formInWords(locale, labels, form, errorWords(words, locale))
}

/** What a comment needs: a name, an address that is never shown, and a text. No account. */
export const CommentForm = ({ frame, slug, writer, to, form }: FormProps) => {
  const t = words(frame.locale)
  const { field } = inWords(frame, form)
  const isTrapped = form.errors.website !== undefined
  return (
    <Form action={commentsPath(slug)} hidden={to === null ? {} : { to: String(to) }} guard>
      <Field type="text" autocomplete="name" width="medium" {...field('name')} />
      {writer.isMember ? null : (
        <Field
          type="email"
          dir="ltr"
          width="medium"
          autocomplete="email"
          hint={t('field.email.hint')}
          {...field('email')}
        />
      )}
      <Field type="textarea" rows={6} plenty={5000} hint={t('field.text.hint')} {...field('text')} />
      <Field
        type="checkboxes"
        name="follows"
        label={t('field.follows')}
        optional={platformWords(frame.locale)('form.optional')}
        value={form.values.follows === 'yes' ? ['yes'] : []}
        options={[{ value: 'yes', label: t('field.follows.yes') }]}
      />
      <Trap
        label={t('field.website')}
        value={form.values.website ?? ''}
        error={isTrapped ? t('error.comment-trap') : undefined}
      />
      <Actions>
        <Button kind="primary">{t('form.button')}</Button>
      </Actions>
    </Form>
  )
}
