import { formats } from '../../../platform/formats.ts'
import { withQuery } from '../../../platform/paths.ts'
import { pagerOf } from '../../../platform/say.ts'
import {
  Actions,
  BulkBar,
  Button,
  ButtonLink,
  Empty,
  Form,
  type Frame,
  KeyHints,
  Notice,
  OfficePage,
  Pager,
  Tabs,
} from '../../../ui/index.ts'
import { decisions } from '../comment.ts'
import { decideManyPath, queueOf, queuePath, rulePath, undoPath } from '../paths.ts'
import type { QueuePage as Queue, Queued, QueuePart } from '../queries/queue.ts'
import { words } from '../words.ts'
import { letters, QueuedComment, rowId } from './queued.tsx'

type Props = {
  frame: Frame
  zone: string
  part: QueuePart
  queue: Queue
  /** How many comments one press would take back; null for none. */
  undo: number | null
}

const parts = ['waiting', 'reported', 'shown', 'spam', 'removed'] as const
const form = 'comments-form'

/** Comments that wait, the likely good ones first; and those of which something was decided, to decide anew. */
export const CommentQueuePage = (props: Props) => {
  const { frame, part, queue, undo } = props
  const t = words(frame.locale)
  const pager = pagerOf(frame.locale, queue, (page) => withQuery(queuePath, queryOf(part, page)))
  return (
    <OfficePage
      frame={frame}
      title={t('queue.title')}
      lead={t(`queue.lead.${part}`)}
      part={queue.pages > 1 ? pager.position : undefined}
      actions={<ButtonLink href={rulePath}>{t('rule.link')}</ButtonLink>}
    >
      <QueueTabs frame={frame} part={part} queue={queue} />
      {undo === null ? null : <Undo frame={frame} count={undo} />}
      {queue.comments.length === 0 ? (
        <Empty title={t(`queue.none.${part}`)} text={t('queue.none.text')} />
      ) : (
        <Deciding {...props} />
      )}
      <Pager {...pager} />
    </OfficePage>
  )
}

const queryOf = (part: QueuePart, page: number | undefined) => ({
  state: part === 'waiting' ? undefined : part,
  page,
})

const QueueTabs = ({ frame, part, queue }: Pick<Props, 'frame' | 'part' | 'queue'>) => {
  const t = words(frame.locale)
  const say = formats(frame.locale, 'UTC')
  const { waiting, reported } = queue.open
  const counts: Partial<Record<QueuePart, number>> = { waiting, reported }
  return (
    <Tabs
      label={t('queue.tabs')}
      tabs={parts.map((one) => ({
        href: queueOf(one),
        label: t(`queue.tab.${one}`),
        current: one === part,
        ...(counts[one] ? { count: say.number(counts[one]) } : {}),
      }))}
    />
  )
}

const Undo = ({ frame, count }: { frame: Frame; count: number }) => {
  const t = words(frame.locale)
  return (
    <div class="latest-change">
      <Notice>
        <Form action={undoPath}>
          <p>{t('undo.text', { count })}</p>
          <Button shortcut="u">{t('undo.button')}</Button>
        </Form>
      </Notice>
    </div>
  )
}

const Deciding = ({ frame, zone, part, queue }: Omit<Props, 'undo'>) => {
  const t = words(frame.locale)
  const back = withQuery(queuePath, queryOf(part, queue.page > 1 ? queue.page : undefined))
  return (
    <>
      <Keys frame={frame} part={part} />
      <form id={form} method="post" action={decideManyPath}>
        <input type="hidden" name="back" value={back} />
      </form>
      <ol class="desk-list" data-keys>
        {queue.comments.map((comment, at) => (
          <li id={rowId(comment)} tabindex={-1}>
            <QueuedComment {...{ frame, zone, comment, form }} next={nextOf(queue.comments, at)} />
          </li>
        ))}
      </ol>
      <BulkBar form={form} hint={t('bulk.hint')} words={{ ticked: t('bulk.ticked'), all: t('bulk.all') }}>
        {offeredIn(part).map(({ decision, called }) => (
          <Button form={form} name="decision" value={decision}>
            {t(`bulk.${called}`)}
          </Button>
        ))}
      </BulkBar>
    </>
  )
}

/** What can become of comments that stand there: what they are not already, and what was reported is kept. */
const offeredIn = (part: QueuePart) =>
  decisions
    .filter((decision) => decision !== part)
    .map((decision) => ({
      decision,
      called: part === 'reported' && decision === 'shown' ? ('keep' as const) : decision,
    }))

const Keys = ({ frame, part }: Pick<Props, 'frame' | 'part'>) => {
  const t = words(frame.locale)
  return (
    <KeyHints
      keys={[
        { key: 'j', label: t('keys.next') },
        { key: 'k', label: t('keys.previous') },
        { key: 'x', label: t('keys.tick') },
        ...offeredIn(part).map(({ decision, called }) => ({
          key: letters[decision],
          label: t(`decide.${called}`),
        })),
        { key: 'u', label: t('undo.button') },
      ]}
      everywhere={t('keys.everywhere')}
    />
  )
}

/** Where one goes on once a comment is decided: at the next one, and from the last at the one before. */
const nextOf = (comments: readonly Queued[], at: number): string => {
  const next = comments[at + 1] ?? comments[at - 1]
  return next ? rowId(next) : ''
}

type PostProps = Omit<Props, 'undo' | 'part'> & {
  post: { slug: string; title: string; locale: string; closing: 'open' | 'closed' | null }
  isOpen: boolean
  /** Where the choice of its comments is sent. */
  closing: string
}

/** The comments of one post that readers see, and whether it takes more. */
export const PostCommentsPage = ({ post, isOpen, closing, ...props }: PostProps) => {
  const { frame, queue } = props
  const t = words(frame.locale)
  return (
    <OfficePage
      frame={frame}
      title={t('of.title')}
      lead={
        <bdi lang={post.locale} dir="auto">
          {post.title}
        </bdi>
      }
      crumbs={[{ href: queuePath, label: t('queue.title') }]}
    >
      <Notice>{t(isOpen ? 'of.open' : 'of.closed')}</Notice>
      <Form action={closing}>
        <Actions>
          {isOpen ? (
            <Button name="state" value="closed">
              {t('of.close')}
            </Button>
          ) : (
            <Button name="state" value="open">
              {t('of.keep-open')}
            </Button>
          )}
          {post.closing === null ? null : (
            <Button name="state" value="rule">
              {t('of.rule')}
            </Button>
          )}
        </Actions>
      </Form>
      {queue.comments.length === 0 ? (
        <Empty title={t('queue.none.shown')} text={t('of.none')} />
      ) : (
        <Deciding {...props} part="shown" />
      )}
    </OfficePage>
  )
}
