import type { Child } from 'hono/jsx'
import { dayIn } from '../../../../platform/days.ts'
import { formats } from '../../../../platform/formats.ts'
import {
  Button,
  ButtonLink,
  Empty,
  Form,
  type Frame,
  OfficePage,
  Table,
  Tabs,
  Tag,
} from '../../../../ui/index.ts'
import { actsOn, daysLate, waitingFor } from '../../course.ts'
import { deskOfPath, deskPath, newPostPath, officePostPath, postActPath } from '../../paths.ts'
import { stageOf } from '../../post.ts'
import type { DeskPost } from '../../queries/desk.ts'
import { type Stage, stages } from '../../stage.ts'
import { words } from '../../words.ts'

/** Which posts the desk shows: all, those one writes, those one may read before they come out. */
export const views = ['all', 'mine', 'review'] as const
export type View = (typeof views)[number]

type Props = {
  frame: Frame
  posts: readonly DeskPost[]
  view: View
  /** Who looks; null for nobody we know. */
  actorId: string | null
  now: Date
  mayWork: boolean
}

/** Which posts are in a view. */
const inView = (view: View, posts: readonly DeskPost[], actorId: string | null, now: Date) =>
  posts.filter((post) => {
    if (view === 'mine') return post.assigneeId === actorId && actorId !== null
    if (view === 'review') return isForReading(post, actorId, now)
    return true
  })

const isForReading = (post: DeskPost, actorId: string | null, now: Date) =>
  stageOf(post, now) === 'review' &&
  post.assigneeId !== actorId &&
  (post.reviewerId === null || post.reviewerId === actorId)

/** The desk of the content team: every post on its way, by how far it is. */
export const DeskPage = (props: Props) => {
  const { frame, posts, view, actorId, now, mayWork } = props
  const t = words(frame.locale)
  const shown = inView(view, posts, actorId, now)
  const count = (one: View) => String(inView(one, posts, actorId, now).length)
  return (
    <OfficePage
      frame={frame}
      title={t('desk.title')}
      lead={t('desk.lead')}
      actions={
        mayWork ? (
          <ButtonLink kind="primary" href={newPostPath}>
            {t('desk.new')}
          </ButtonLink>
        ) : undefined
      }
    >
      <Tabs
        label={t('desk.views')}
        tabs={views.map((one) => ({
          href: one === 'all' ? deskPath : deskOfPath(one),
          label: t(`desk.view.${one}`),
          current: one === view,
          count: count(one),
        }))}
      />
      {shown.length === 0 ? (
        <Empty title={t(`desk.empty.${view}`)} text={t('desk.empty.text')}>
          {mayWork ? <ButtonLink href={newPostPath}>{t('desk.new')}</ButtonLink> : null}
        </Empty>
      ) : null}
      {stages.map((stage) => (
        <StagePart {...props} stage={stage} posts={shown.filter((post) => stageOf(post, now) === stage)} />
      ))}
    </OfficePage>
  )
}

const StagePart = (props: Props & { stage: Stage }) => {
  const { frame, stage, posts, now } = props
  if (posts.length === 0) return null
  const t = words(frame.locale)
  return (
    <section class="post-stage">
      <h2 id={`stage-${stage}`}>
        {t(`stage.${stage}`)} <span class="count">{formats(frame.locale, 'UTC').number(posts.length)}</span>
      </h2>
      <p class="hint">{t(`stage.${stage}.text`)}</p>
      <Table
        caption={t(`stage.${stage}`)}
        captionHidden
        keys
        rows={posts}
        columns={[
          { label: t('column.title'), head: true, cell: (post) => <Title post={post} frame={frame} /> },
          { label: t('column.writer'), cell: (post) => <Writer {...props} post={post} /> },
          { label: t(dayColumn(stage)), cell: (post) => <Day post={post} frame={frame} now={now} /> },
          { label: t('column.next'), cell: (post) => nextOf(post, frame.locale, now) },
        ]}
      />
    </section>
  )
}

/** What the day of a post is, by how far it is. */
export const dayColumn = (stage: Stage) => {
  if (stage === 'scheduled') return 'column.out'
  if (stage === 'published') return 'column.came-out'
  return stage === 'withdrawn' ? 'column.withdrawn' : 'column.due'
}

const Title = ({ post, frame }: { post: DeskPost; frame: Frame }) => (
  <>
    <a href={officePostPath(post.id)}>
      <bdi lang={post.locale}>{post.title}</bdi>
    </a>{' '}
    <PlaceInPlan post={post} locale={frame.locale} />
  </>
)

/** Round, fortnight and part of a post, and its language where it is not the reader's, in one line; nothing where there is none. */
export const PlaceInPlan = ({ post, locale }: { post: DeskPost; locale: string }): Child => {
  const t = words(locale)
  const { roundCode: code, fortnight: number, part } = post
  const place = (round: string) =>
    number === null ? t('place.round', { code: round }) : t('place.fortnight', { code: round, number })
  const facts = [
    code === null ? null : place(code),
    part === null ? null : t(`part.${part}`),
    post.locale === locale ? null : formats(locale, 'UTC').language(post.locale),
  ].filter((fact) => fact !== null)
  return facts.length === 0 ? null : (
    <span class="person-facts">
      {facts.map((fact) => (
        <>
          <span>{fact}</span>{' '}
        </>
      ))}
    </span>
  )
}

const Writer = ({ post, frame, actorId, now, mayWork }: Props & { post: DeskPost }) => {
  const t = words(frame.locale)
  if (post.assignee) return <bdi>{post.assignee.name}</bdi>
  if (!mayWork || !actsOn(post, actorId, now).includes('claim')) return <>{t('writer.nobody')}</>
  return (
    <Form action={postActPath(post.id, 'claim')}>
      <Button label={t('do.claim.label', { title: post.title })}>{t('do.claim')}</Button>
    </Form>
  )
}

/** The day it is due, with how late it is; or when it came, or comes, out. */
export const Day = ({ post, frame, now }: { post: DeskPost; frame: Frame; now: Date }): Child => {
  const t = words(frame.locale)
  const say = formats(frame.locale, post.zone)
  if (post.withdrawnAt) return <>{say.shortDay(dayIn(post.withdrawnAt, post.zone))}</>
  if (post.publishAt) return <>{say.instant(post.publishAt)}</>
  if (post.dueOn === null) return <>{t('due.none')}</>
  const late = daysLate(post, dayIn(now, post.zone), now)
  return (
    <>
      {say.shortDay(post.dueOn)} {late > 0 ? <Tag tone="thread">{t('due.late', { days: late })}</Tag> : null}
    </>
  )
}

/** What comes next and who does it, in one sentence. */
export function nextOf(post: DeskPost, locale: string, now: Date): string {
  const t = words(locale)
  const waiting = waitingFor(post, now)
  if (waiting === 'reader')
    return post.reviewer ? t('next.reader', { name: post.reviewer.name }) : t('next.any-reader')
  if (waiting === 'text') return t('next.text', { name: post.assignee?.name ?? '' })
  return t(`next.${waiting}`)
}
