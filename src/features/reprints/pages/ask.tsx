import type { FormState } from '../../../platform/forms.ts'
import { errorWords } from '../../../platform/say.ts'
import { Actions, Button, Form, type Frame, Notice, OwnWords, Page, Trap } from '../../../ui/index.ts'
import { postPath } from '../../posts/index.ts'
import { askPath, enterForPath } from '../paths.ts'
import type { AskedPost } from '../queries/below.ts'
import { words } from '../words.ts'
import { AskFields, inWords } from './fields.tsx'
import { licenceSentence } from './licence.ts'

type Props = {
  frame: Frame
  post: AskedPost
  form: FormState
  isMember: boolean
  /** Whether the reader may enter it for somebody else. */
  isEditor: boolean
}

/** Where a reader asks for leave to reprint a post; what its licence allows already is said first. */
export const AskPage = ({ frame, post, form, isMember, isEditor }: Props) => {
  const t = words(frame.locale)
  const licence = licenceSentence(frame.locale, post.licence)
  return (
    <Page
      frame={frame}
      title={t('ask.title')}
      kicker={
        <a href={postPath(post.slug)}>
          <OwnWords lang={post.locale}>{post.title}</OwnWords>
        </a>
      }
      lead={licence === null ? t('ask.lead') : undefined}
      isUnlisted
      faults={inWords(frame, form).faults}
    >
      {licence === null ? null : (
        <Notice tone="success">
          {licence} {t('ask.licensed')}
        </Notice>
      )}
      {isEditor ? (
        <p>
          <a href={enterForPath(post.slug)}>{t('ask.enter')}</a>
        </p>
      ) : null}
      <Form action={askPath(post.slug)} guard>
        <AskFields frame={frame} form={form} asks={isMember ? 'member' : 'reader'} />
        <Trap
          label={t('field.website')}
          value={form.values.website ?? ''}
          error={
            form.errors.website === undefined
              ? undefined
              : errorWords(words, frame.locale)(form.errors.website)
          }
        />
        <Actions>
          <Button kind="primary">{t(licence === null ? 'ask.button' : 'ask.tell')}</Button>
        </Actions>
      </Form>
    </Page>
  )
}
