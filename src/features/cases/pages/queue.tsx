import { formats } from '../../../platform/formats.ts'
import { pagesOf } from '../../../platform/paging.ts'
import { pagerOf } from '../../../platform/say.ts'
import { Empty, type Frame, Notice, OfficePage, Pager, Table, Tabs, Tag } from '../../../ui/index.ts'
import { casePath, ladderPath, queuePath, togetherPath, type View, views } from '../paths.ts'
import type { Goals } from '../queries/goal.ts'
import { type CaseLine, casesAtOnce } from '../queries/queue.ts'
import type { Volunteer } from '../queries/volunteers.ts'
import { words } from '../words.ts'
import { GoalPart } from './goal.tsx'
import { LoadPart } from './load.tsx'

export type QueueProps = {
  frame: Frame
  zone: string
  now: Date
  view: View
  /** The code of the one round that is shown; all rounds without one. */
  round: string | undefined
  lines: readonly CaseLine[]
  counts: Record<View, number>
  page: number
  /** Open cases about pairings of whoever looks at it, which somebody else must look after. */
  own: number
  volunteers: readonly Volunteer[]
  goals: Goals
  /** In how many pairings nothing is left but to end them. */
  ready: number
}

/** All cases, those due first before the others; who has how many; and how soon things are done. */
export const QueuePage = (props: QueueProps) => {
  const { frame, round, own, ready } = props
  const t = words(frame.locale)
  return (
    <OfficePage
      frame={frame}
      title={t('queue.title')}
      kicker={round}
      lead={t('queue.lead')}
      crumbs={[{ href: frame.office.home, label: frame.office.name }]}
      actions={<a href={ladderPath(round)}>{t('ladder.link')}</a>}
    >
      {ready > 0 ? (
        <Notice title={t('together.ready', { count: ready })}>
          <a href={togetherPath(round)}>{t('together.link')}</a>
        </Notice>
      ) : null}
      <Views {...props} />
      <Lines {...props} />
      {own > 0 ? <p class="hint">{t('queue.own', { count: own })}</p> : null}
      <GoalPart {...props} />
      <LoadPart {...props} />
    </OfficePage>
  )
}

const Views = ({ frame, view, round, counts }: QueueProps) => {
  const t = words(frame.locale)
  const say = formats(frame.locale, 'UTC')
  return (
    <>
      <Tabs
        label={t('views')}
        tabs={views.map((one) => ({
          href: queuePath(one, { round }),
          label: t(`view.${one}`),
          current: one === view,
          count: say.number(counts[one]),
        }))}
      />
      {round ? (
        <p>
          <a href={queuePath(view)}>{t('queue.all-rounds')}</a>
        </p>
      ) : null}
    </>
  )
}

const Lines = ({ frame, zone, now, view, round, lines, counts, page }: QueueProps) => {
  const t = words(frame.locale)
  const say = formats(frame.locale, zone)
  const pages = pagesOf(counts[view], casesAtOnce)
  return (
    <>
      <Table
        caption={t(`view.${view}`)}
        captionHidden
        keys
        empty={<Empty title={t(`none.${view}`)} text={t(`none.${view}.text`)} />}
        columns={[
          {
            label: t('column.pair'),
            head: true,
            cell: (one) => (
              <a href={casePath(one.number)}>{say.names(one.members.map(({ name }) => name))}</a>
            ),
          },
          { label: t('column.kind'), cell: (one) => <KindTag frame={frame} one={one} /> },
          {
            label: t('column.next'),
            cell: (one) => (one.outcome ? t(`outcome.${one.outcome}`) : t(`step.${one.next}`)),
          },
          { label: t('column.due'), cell: (one) => <Due {...{ frame, zone, now, one }} /> },
          { label: t('column.owner'), cell: (one) => ownerOf(one, frame.locale) },
          { label: t('column.round'), cell: ({ code }) => code },
        ]}
        rows={lines}
      />
      <Pager {...pagerOf(frame.locale, { page, pages }, (to) => queuePath(view, { round, page: to }))} />
    </>
  )
}

const KindTag = ({ frame, one }: { frame: Frame; one: Pick<CaseLine, 'kind'> }) => (
  <Tag tone={one.kind === 'conduct' || one.kind === 'help' ? 'thread' : undefined}>
    {words(frame.locale)(`kind.${one.kind}`)}
  </Tag>
)

type DueProps = { frame: Frame; zone: string; now: Date; one: CaseLine }

/** When it is due, and in words whether that has passed; of a closed one, when it was closed. */
export const Due = ({ frame, zone, now, one }: DueProps) => {
  const say = formats(frame.locale, zone)
  if (one.closedAt) return <>{say.instant(one.closedAt)}</>
  return (
    <span>
      {say.instant(one.dueAt)}{' '}
      {one.dueAt <= now ? <Tag tone="thread">{words(frame.locale)('overdue')}</Tag> : null}
    </span>
  )
}

/** Who looks after a case; with until when they are away. */
export function ownerOf({ owner, ownerAwayUntil }: CaseLine, locale: string): string {
  const t = words(locale)
  if (!owner) return t('nobody')
  const until = ownerAwayUntil && formats(locale, 'UTC').shortDay(ownerAwayUntil)
  return until ? t('owner.away', { owner, until }) : owner
}

export const queueCrumbs = (frame: Frame) => [
  { href: frame.office.home, label: frame.office.name },
  { href: queuePath('open'), label: words(frame.locale)('queue.title') },
]
