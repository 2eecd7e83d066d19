import { type FormState, formInWords } from '../../../platform/forms.ts'
import { errorWords, platformWords } from '../../../platform/say.ts'
import { Actions, Button, Field, Form, type Frame, Notice, Page } from '../../../ui/index.ts'
import { postPath } from '../../posts/index.ts'
import { againPath, commentPath, flagPath, sendPath } from '../paths.ts'
import type { CommentedPost } from '../queries/post.ts'
import type { Shown } from '../queries/shown.ts'
import { words } from '../words.ts'
import { CommentBy, CommentText } from './comment.tsx'
import { CommentForm, inWords, type Writer } from './form.tsx'

/** The post that is commented on, under the title of a page. */
export const OnPost = ({ post }: { post: CommentedPost }) => (
  <a href={postPath(post.slug)} lang={post.locale} dir="auto">
    {post.title}
  </a>
)

type WritingProps = {
  frame: Frame
  post: CommentedPost
  writer: Writer
  /** What is answered; null for the post. */
  parent: Shown | null
  form: FormState
}

/** The form on a page of its own: to answer a comment, or because something is to be mended. */
export const WritePage = ({ frame, post, writer, parent, form }: WritingProps) => {
  const t = words(frame.locale)
  return (
    <Page
      frame={frame}
      title={parent ? t('reply.to', { name: parent.name }) : t('form.title')}
      kicker={<OnPost post={post} />}
      isUnlisted
      faults={inWords(frame, form).faults}
    >
      {parent ? (
        <figure class="quote">
          <CommentBy comment={parent} locale={frame.locale} zone={post.zone} />
          <CommentText text={parent.text} />
        </figure>
      ) : null}
      <CommentForm {...{ frame, writer, form }} slug={post.slug} to={parent?.number ?? null} />
    </Page>
  )
}

type CheckProps = {
  frame: Frame
  post: CommentedPost
  /** The comment as it will stand there. */
  comment: Shown
  /** All that was typed, and the proof of when. */
  hidden: Record<string, string>
  /** Why it was not sent, where it was tried. */
  again: 'quick' | 'old' | null
  waits: 'first' | 'all' | null
}

/** The comment once more before it is sent. This page alone is good for sending it, and for once. */
export const CheckPage = ({ frame, post, comment, hidden, again, waits }: CheckProps) => {
  const t = words(frame.locale)
  return (
    <Page
      frame={frame}
      title={t('check.title')}
      lead={t('check.lead')}
      kicker={<OnPost post={post} />}
      isUnlisted
    >
      {again ? (
        <Notice tone="warning" isNews>
          {t(`check.${again}`)}
        </Notice>
      ) : null}
      <section class="comments">
        <ol>
          <li>
            <CommentBy comment={comment} locale={frame.locale} zone={post.zone} />
            <CommentText text={comment.text} />
          </li>
        </ol>
      </section>
      <p class="hint">{t(waits ? `check.waits.${waits}` : 'check.waits.none')}</p>
      <Form action={sendPath(post.slug)} hidden={hidden}>
        <Actions>
          <Button kind="primary">{t('check.send')}</Button>
          <Button formaction={againPath(post.slug)}>{t('check.change')}</Button>
        </Actions>
      </Form>
    </Page>
  )
}

type FlagProps = { frame: Frame; post: CommentedPost; comment: Shown; form: FormState }

/** Saying that something is wrong with a comment; words are welcome and not needed. */
export const FlagPage = ({ frame, post, comment, form }: FlagProps) => {
  const t = words(frame.locale)
  const labels = { words: t('flag.words') }
  const { field, faults } = formInWords(frame.locale, labels, form, errorWords(words, frame.locale))
  return (
    <Page
      frame={frame}
      title={t('flag.title')}
      lead={t('flag.lead')}
      kicker={<OnPost post={post} />}
      isUnlisted
      faults={faults}
    >
      <figure class="quote">
        <CommentBy comment={comment} locale={frame.locale} zone={post.zone} />
        <CommentText text={comment.text} />
      </figure>
      <Form action={flagPath(post.slug, comment.number)}>
        <Field
          type="textarea"
          rows={3}
          optional={platformWords(frame.locale)('form.optional')}
          {...field('words')}
        />
        <Actions>
          <Button kind="primary">{t('flag.button')}</Button>
          <a href={commentPath(post.slug, comment.number)}>{platformWords(frame.locale)('cancel')}</a>
        </Actions>
      </Form>
    </Page>
  )
}

export const FlaggedPage = ({ frame }: { frame: Frame }) => {
  const t = words(frame.locale)
  return (
    <Page frame={frame} title={t('flagged.title')} lead={t('flagged.lead')} isUnlisted>
      <p>
        <a href="/">{t('flagged.back')}</a>
      </p>
    </Page>
  )
}
