import type { Child } from 'hono/jsx'
import { isolate } from '../../../platform/bidi.ts'
import { formats } from '../../../platform/formats.ts'
import { type FormState, formInWords } from '../../../platform/forms.ts'
import { confirmWords, errorWords } from '../../../platform/say.ts'
import {
  Actions,
  Button,
  ButtonLink,
  Confirm,
  Empty,
  Field,
  Form,
  type Frame,
  Notice,
  OwnWords,
  Page,
  Table,
} from '../../../ui/index.ts'
import { mePath } from '../../people/index.ts'
import { postPath } from '../../posts/index.ts'
import {
  agreePath,
  beginReflectionPath,
  inviteAuthorPath,
  leaveReflectionPath,
  ownReflectionPath,
  ownReflectionsPath,
  saveReflectionPath,
  takeBackAgreementPath,
} from '../paths.ts'
import { type MadePosts, type Occasion, waitingFor } from '../queries/reflections.ts'
import { type Author, agrees, audiences, isShared, type Reflection, waysShown } from '../reflection.ts'
import { words } from '../words.ts'
import { ReflectionText } from './text.tsx'

type ListProps = {
  frame: Frame
  own: readonly Reflection[]
  occasions: readonly Occasion[]
  posts: MadePosts
}

/** What somebody has written, and the rounds they can write about. */
export const OwnReflectionsPage = ({ frame, own, occasions, posts }: ListProps) => {
  const t = words(frame.locale)
  return (
    <Page frame={frame} title={t('list.title')} lead={t('list.lead')}>
      <Table
        caption={t('list.title')}
        captionHidden
        rows={own}
        empty={<Empty title={t('list.none')} text={t('list.none.text')} />}
        columns={[
          {
            label: t('field.title'),
            head: true,
            cell: (one) => (
              <a href={ownReflectionPath(one.id)} dir="auto">
                {one.title || t('untitled')}
              </a>
            ),
          },
          { label: t('column.state'), cell: (one) => <State {...{ frame, posts }} reflection={one} /> },
        ]}
      />
      {occasions.map(({ applicationId, code }) => (
        <Form action={beginReflectionPath} hidden={{ application: applicationId }}>
          <Actions>
            <Button kind="primary">{t('begin', { round: code })}</Button>
          </Actions>
        </Form>
      ))}
      <p>
        <a href={mePath}>{t('back-home')}</a>
      </p>
    </Page>
  )
}

type StateProps = { frame: Frame; reflection: Reflection; posts: MadePosts }

/** How it stands, and where the post that was made of it can be read. */
const State = ({ frame, reflection, posts }: StateProps) => (
  <>
    {stateInWords(reflection, posts, frame.locale)} <ToPost {...{ frame, reflection, posts }} />
  </>
)

const ToPost = ({ frame, reflection: { postId }, posts }: StateProps) => {
  const post = posts.get(postId ?? '')
  if (post?.state !== 'published') return null
  return <a href={postPath(post.slug)}>{words(frame.locale)('state.out.link')}</a>
}

/** Who reads it now, or for whose agreement it waits. */
function stateInWords(one: Reflection, posts: MadePosts, locale: string): string {
  const t = words(locale)
  const state = posts.get(one.postId ?? '')?.state
  if (state === 'published' || state === 'withdrawn') return t(`state.${state}`)
  const names = formats(locale, 'UTC').names(waitingFor(one).map(({ name }) => isolate(name, locale)))
  if (one.postId !== null) return isShared(one) ? t('state.drafted') : t('state.held', { names })
  if (one.audience === 'private') return t('state.private')
  if (isShared(one)) return t(one.audience === 'blog' ? 'state.blog' : 'state.coordinators')
  return t('state.waits', { names })
}

type Props = { frame: Frame; reflection: Reflection; own: Author }
type SheetProps = Props & { posts: MadePosts }
type WriteProps = SheetProps & {
  form: FormState
  /** What another author has saved meanwhile: both texts are shown, and nothing is lost. */
  theirs: Reflection | null
  invitable: number
}

/** The sheet on which a reflection is written, alone or in turns. */
export const WritePage = (props: WriteProps) => {
  const { frame, reflection, form, theirs } = props
  const t = words(frame.locale)
  const names = ['title', 'body', 'audience', 'shownAs'] as const
  const labels = Object.fromEntries(names.map((name) => [name, t(`field.${name}`)])) as Record<
    (typeof names)[number],
    string
  >
  const { field, faults } = formInWords(frame.locale, labels, form, errorWords(words, frame.locale))
  return (
    <Page frame={frame} title={t('write.title')} lead={t('write.lead')} faults={faults}>
      {theirs ? (
        <Notice tone="warning" title={t('clash.title')} isNews>
          <p>{t('clash.text')}</p>
          <ReflectionText frame={frame} reflection={theirs} />
        </Notice>
      ) : (
        <Notice title={stateInWords(reflection, props.posts, frame.locale)}>
          {t('write.state')} <ToPost {...props} />
        </Notice>
      )}
      <Form
        action={saveReflectionPath(reflection.id)}
        hidden={{ base: String((theirs ?? reflection).rev) }}
        guard
      >
        <Field {...field('title')} type="text" width="full" dir="auto" />
        <Field {...field('body')} type="textarea" sheet hint={t('field.body.hint')} />
        <Field
          {...field('shownAs')}
          type="radios"
          hint={t('field.shownAs.hint')}
          options={waysShown.map((value) => ({ value, label: t(`shown.${value}`) }))}
        />
        <Field
          {...field('audience')}
          type="radios"
          hint={t('field.audience.hint')}
          options={audiences.map((value) => ({ value, label: t(`audience.${value}`) }))}
        />
        <Actions>
          <Button kind="primary" name="go" value="save">
            {t('write.save')}
          </Button>
          <Button name="go" value="on">
            {t('write.on')}
          </Button>
          <a href={ownReflectionsPath}>{t('back')}</a>
        </Actions>
      </Form>
      <Together {...props} />
    </Page>
  )
}

const Together = ({ frame, reflection, own, invitable }: WriteProps) => {
  const t = words(frame.locale)
  const others = reflection.authors
    .filter((one) => one !== own)
    .map(({ name }) => isolate(name, frame.locale))
  return (
    <section>
      <h2>{t('together.title')}</h2>
      <p>
        {others.length > 0
          ? t('together.with', { names: formats(frame.locale, 'UTC').list(others) })
          : t('together.alone')}
      </p>
      {invitable > 0 ? (
        <Press action={inviteAuthorPath(reflection.id)}>{t('together.invite', { count: invitable })}</Press>
      ) : null}
      <Actions>
        <ButtonLink href={leaveReflectionPath(reflection.id)}>
          {t(others.length > 0 ? 'leave' : 'remove')}
        </ButtonLink>
      </Actions>
    </section>
  )
}

const Press = ({ action, children }: { action: string; children: Child }) => (
  <Form action={action}>
    <Actions>
      <Button>{children}</Button>
    </Actions>
  </Form>
)

/** Asks before a text is removed, or left to its other authors. */
export const LeavePage = ({ frame, reflection, own }: Props) => {
  const t = words(frame.locale)
  const others = reflection.authors
    .filter((one) => one !== own)
    .map(({ name }) => isolate(name, frame.locale))
  const kind = others.length > 0 ? 'leave' : 'remove'
  return (
    <Page frame={frame} title={t(`${kind}.title`)}>
      <Confirm
        action={leaveReflectionPath(reflection.id)}
        words={confirmWords(frame.locale)}
        what={[
          ...(kind === 'leave'
            ? [t('leave.what', { names: formats(frame.locale, 'UTC').list(others) }), t('leave.agreed')]
            : [t('remove.what')]),
          ...(reflection.postId === null ? [] : [t('leave.post')]),
        ]}
        whom={<OwnWords>{reflection.title || t('untitled')}</OwnWords>}
        undo={t(`${kind}.undo`)}
        button={t(`${kind}.button`)}
        danger
        cancel={{ href: ownReflectionPath(reflection.id), label: t('leave.cancel') }}
      />
    </Page>
  )
}

/** A reflection as its readers will see it, with the one button that agrees to it as it stands. */
export const AgreePage = ({ frame, reflection, own, posts }: SheetProps) => {
  const t = words(frame.locale)
  const has = agrees(reflection, own)
  const isWritten = reflection.title !== '' && reflection.body !== ''
  // The editor who began a post from it has read it.
  const asked = reflection.postId === null ? 'agree.text' : 'agree.text.post'
  const said = isWritten ? t(has ? 'agree.given' : asked) : t('refusal.reflection-empty')
  return (
    <Page frame={frame} title={t('agree.title')} lead={t(`agree.lead.${reflection.audience}`)}>
      <ReflectionText frame={frame} reflection={reflection} />
      <Notice title={stateInWords(reflection, posts, frame.locale)}>
        {said} <ToPost {...{ frame, reflection, posts }} />
      </Notice>
      {has ? <Press action={takeBackAgreementPath(reflection.id)}>{t('agree.take-back')}</Press> : null}
      {isWritten && !has ? (
        <Form action={agreePath(reflection.id)} hidden={{ rev: String(reflection.rev) }}>
          <Actions>
            <Button kind="primary">{t('agree.submit')}</Button>
          </Actions>
        </Form>
      ) : null}
      <Actions>
        <ButtonLink href={ownReflectionPath(reflection.id)}>{t('agree.write')}</ButtonLink>
      </Actions>
    </Page>
  )
}
