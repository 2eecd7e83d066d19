import { type FormState, formInWords } from '../../../platform/forms.ts'
import { errorWords } from '../../../platform/say.ts'
import { Actions, Button, Field, Form, type Frame, Page } from '../../../ui/index.ts'
import { mastodonPath, postPath } from '../paths.ts'
import type { SignedPost } from '../queries/signed.ts'
import { mastodonLink } from '../share.ts'
import { words } from '../words.ts'
import { Said } from './article.tsx'

type Props = {
  frame: Frame
  post: SignedPost
  /** Scheme and host, no final slash. */
  origin: string
  form: FormState
  /** The host that was typed; null as long as none is known. */
  server: string | null
}

/** Where somebody passes a post on by Mastodon, which is many servers: one's own is asked for, and not kept. */
export const MastodonPage = ({ frame, post, origin, form, server }: Props) => {
  const t = words(frame.locale)
  const labels = { server: t('mastodon.server') }
  const { field, faults } = formInWords(frame.locale, labels, form, errorWords(words, frame.locale))
  const shared = { title: post.title, url: origin + postPath(post.slug) }
  return (
    <Page
      frame={frame}
      title={t('mastodon.title')}
      kicker={
        <a href={postPath(post.slug)}>
          <Said text={post.title} post={post} />
        </a>
      }
      lead={t(server === null ? 'mastodon.lead' : 'mastodon.ready')}
      isUnlisted
      faults={faults}
    >
      {server === null ? (
        <Form action={mastodonPath(post.slug)}>
          <Field
            type="text"
            dir="ltr"
            autocomplete="off"
            hint={t('mastodon.server.hint')}
            {...field('server')}
          />
          <Actions>
            <Button kind="primary">{t('mastodon.next')}</Button>
            <a href={postPath(post.slug)}>{t('mastodon.back')}</a>
          </Actions>
        </Form>
      ) : (
        <Actions>
          <a class="button primary" href={mastodonLink(server, shared)} rel="noopener noreferrer nofollow">
            {t('mastodon.open', { server })}
          </a>
          <a href={mastodonPath(post.slug)}>{t('mastodon.other')}</a>
        </Actions>
      )}
    </Page>
  )
}
