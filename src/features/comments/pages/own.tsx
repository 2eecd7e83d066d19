import { type FormState, formInWords } from '../../../platform/forms.ts'
import { errorWords } from '../../../platform/say.ts'
import { Actions, Button, Disclosure, Field, Form, type Frame, Notice, Page } from '../../../ui/index.ts'
import { contactPath } from '../../pages/index.ts'
import { keptLink } from '../../people/index.ts'
import { postPath } from '../../posts/index.ts'
import { changeMinutes } from '../comment.ts'
import { changePath, findPath, followPath, minePath, takeBackPath } from '../paths.ts'
import type { Own } from '../queries/own.ts'
import type { CommentedPost } from '../queries/post.ts'
import { words } from '../words.ts'
import { OneComment } from './comment.tsx'
import { OnPost } from './steps.tsx'

type OwnProps = {
  frame: Frame
  token: string
  comment: Own
  post: CommentedPost
  mayChange: boolean
  form: FormState
}

/** Where a comment stands, for its sender, who keeps the address of this page: to change it, or to take it back. */
export const OwnPage = (props: OwnProps) => {
  const { frame, comment, post, token, mayChange, form } = props
  const t = words(frame.locale)
  const own = keptLink(frame.locale)
  const standing = comment.isNameless && comment.state === 'shown' ? 'nameless' : comment.state
  const labels = { text: t('field.text') }
  const { faults } = formInWords(frame.locale, labels, form, errorWords(words, frame.locale))
  return (
    <Page
      frame={frame}
      title={t(`own.${standing}.title`)}
      kicker={<OnPost post={post} />}
      isUnlisted
      faults={faults}
    >
      <Notice tone={comment.state === 'shown' ? 'success' : 'info'}>{t(`own.${standing}.text`)}</Notice>
      {comment.state === 'withdrawn' ? null : <OneComment text={comment.text} />}
      <p>
        <a href={comment.state === 'shown' ? findPath(comment.number) : postPath(post.slug)}>
          {t(comment.state === 'shown' ? 'own.see' : 'own.back')}
        </a>
      </p>
      {comment.state === 'removed' || comment.state === 'spam' ? (
        <p>
          <a href={contactPath}>{t('own.contact')}</a>
        </p>
      ) : null}
      {mayChange ? <Changing {...props} /> : null}
      {comment.state === 'withdrawn' ? null : <TakingBack frame={frame} token={token} />}
      <p>
        <a href={own.href}>{own.label}</a>
      </p>
    </Page>
  )
}

const Changing = ({ frame, comment, token, form }: OwnProps) => {
  const t = words(frame.locale)
  const labels = { text: t('field.text') }
  const { field, faults } = formInWords(frame.locale, labels, form, errorWords(words, frame.locale))
  return (
    <Disclosure summary={t('own.change')} open={faults.length > 0}>
      <p class="hint">
        {comment.state === 'waiting'
          ? t('own.change.waiting')
          : t('own.change.shown', { minutes: changeMinutes })}
      </p>
      <Form action={changePath(token)} hidden={{ revision: String(comment.revision) }} guard>
        <Field type="textarea" rows={8} plenty={5000} {...field('text')} />
        <Actions>
          <Button kind="primary">{t('own.change.button')}</Button>
        </Actions>
      </Form>
    </Disclosure>
  )
}

const TakingBack = ({ frame, token }: { frame: Frame; token: string }) => {
  const t = words(frame.locale)
  return (
    <Disclosure summary={t('own.back-out')}>
      <p>{t('own.back-out.text')}</p>
      <Form action={takeBackPath(token)}>
        <Actions>
          <Button kind="danger">{t('own.back-out.button')}</Button>
        </Actions>
      </Form>
    </Disclosure>
  )
}

type MineProps = { frame: Frame; token: string; comment: Own; post: CommentedPost }

/** Where the email leads that asks whether a comment is theirs: one button, since programs open links, and press none. */
export const MinePage = ({ frame, token, comment, post }: MineProps) => {
  const t = words(frame.locale)
  return (
    <Page
      frame={frame}
      title={t('mine.title')}
      lead={t('mine.lead')}
      kicker={<OnPost post={post} />}
      isUnlisted
    >
      <OneComment text={comment.text} />
      <Form action={minePath(token)} hidden={{ revision: String(comment.revision) }}>
        <Actions>
          <Button kind="primary">{t('mine.button')}</Button>
        </Actions>
      </Form>
      <p class="hint">{t('mine.not')}</p>
    </Page>
  )
}

type FollowProps = { frame: Frame; secret: string; email: string }

/** Where the emailed question leads: one button, because programs that look at emails open links, and press none. */
export const FollowPage = ({ frame, secret, email }: FollowProps) => {
  const t = words(frame.locale)
  return (
    <Page frame={frame} title={t('follow.title')} lead={t('follow.lead', { email })} isUnlisted>
      <Form action={followPath(secret)}>
        <Actions>
          <Button kind="primary">{t('follow.button')}</Button>
        </Actions>
      </Form>
      <p class="hint">{t('follow.unchanged')}</p>
    </Page>
  )
}

export const FollowedPage = ({ frame, stop }: { frame: Frame; stop: string }) => {
  const t = words(frame.locale)
  return (
    <Page frame={frame} title={t('followed.title')} lead={t('followed.lead')} isUnlisted>
      <p>
        <a href={stop}>{t('mail.stop')}</a>
      </p>
    </Page>
  )
}
