import type { FormState } from '../../../platform/forms.ts'
import { platformWords } from '../../../platform/say.ts'
import { Actions, Button, Field, Form, type Frame, Page } from '../../../ui/index.ts'
import { changePath, ownPath } from '../paths.ts'
import type { Contribution } from '../queries/contributions.ts'
import { words } from '../words.ts'
import { AuthorFields, inWords, type ShownPicture, WrittenFields } from './fields.tsx'

type Props = {
  frame: Frame
  secret: string
  contribution: Contribution
  form: FormState
  picture: ShownPicture | null
  languages: readonly string[]
}

/** Correcting a contribution that nobody has decided about. */
export const ChangePage = ({ frame, secret, contribution, form, picture, languages }: Props) => {
  const t = words(frame.locale)
  const { kind } = contribution
  const { field, faults } = inWords(frame, kind, form)
  const { values } = form
  const fields = { frame, kind, field, values, picture, languages }
  const revision = values.revision ?? String(contribution.revision)
  return (
    <Page
      frame={frame}
      title={t('change.title')}
      lead={t(contribution.stage === 'asked' ? 'change.lead.asked' : 'change.lead')}
      kicker={<a href={ownPath(secret)}>{t('own.title')}</a>}
      isUnlisted
      faults={faults}
    >
      <Form
        action={changePath(secret)}
        upload
        hidden={{ pictureKey: values.pictureKey ?? '', revision }}
        guard
      >
        <WrittenFields {...fields} />
        <AuthorFields {...fields} email={false} />
        <Field
          type="textarea"
          rows={3}
          optional={platformWords(frame.locale)('form.optional')}
          hint={t('field.word.hint')}
          {...field('word')}
        />
        <Actions>
          <Button kind="primary">{t('change.button')}</Button>
          <a href={ownPath(secret)}>{platformWords(frame.locale)('cancel')}</a>
        </Actions>
      </Form>
    </Page>
  )
}
