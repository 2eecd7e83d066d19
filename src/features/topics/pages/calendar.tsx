import { formats } from '../../../platform/formats.ts'
import { ButtonLink, Empty, type Frame, OfficePage, Table, Tabs, Tag } from '../../../ui/index.ts'
import { stateOf } from '../../posts/index.ts'
import { type Round, topicDaysOf } from '../../rounds/index.ts'
import { calendarPath, topicPath, writePath } from '../paths.ts'
import { missingFrom } from '../schema.ts'
import { calendarOf, isMissed, type Slot, type Topic } from '../topic.ts'
import { words } from '../words.ts'
import { Ask, type Asked } from './ask.tsx'
import { offersNew } from './offering.ts'

type Props = {
  frame: Frame
  rounds: readonly Round[]
  round: Round
  topics: readonly Topic[]
  now: Date
  /** Whom those ask who may not write; null for those who may. */
  ask: Asked | null
}

/** The fortnights of a round, and how far each topic has come. */
export const CalendarPage = ({ frame, rounds, round, topics, now, ask }: Props) => {
  const t = words(frame.locale)
  const slots = calendarOf(topicDaysOf(round), topics)
  const following = Math.max(0, ...slots.map(({ number }) => number)) + 1
  return (
    <OfficePage frame={frame} title={t('calendar.title', { code: round.code })} lead={t('calendar.lead')}>
      {rounds.length > 1 ? (
        <Tabs
          label={t('calendar.rounds')}
          tabs={rounds.map(({ code }) => ({
            href: calendarPath(code),
            label: code,
            current: code === round.code,
          }))}
        />
      ) : null}
      <TopicCalendar {...{ frame, round, topics, now }} mayWrite={ask === null} />
      {ask ? <Ask frame={frame} ask={ask} /> : null}
      {!ask && offersNew(round, now) ? (
        <p>
          <a href={writePath(round.code, following)}>{t('write.another')}</a>
        </p>
      ) : null}
    </OfficePage>
  )
}

/** The topics of a round, for a calendar. */
export type TopicPlan = { round: Round; topics: readonly Topic[] }

type CalendarProps = TopicPlan & { frame: Frame; now: Date; mayWrite: boolean }

/** Each fortnight of a round with its topic: where it stands and, while the round goes on, what it still needs. */
export const TopicCalendar = ({ frame, round, topics, now, mayWrite }: CalendarProps) => {
  const t = words(frame.locale)
  const say = formats(frame.locale, round.zone)
  const isOffered = offersNew(round, now)
  return (
    <Table
      caption={t('calendar.caption')}
      captionHidden
      keys
      rows={calendarOf(topicDaysOf(round), topics)}
      columns={[
        {
          label: t('column.title'),
          head: true,
          cell: (slot) => <Title {...{ slot, round, frame }} mayBegin={mayWrite && isOffered} />,
        },
        { label: t('column.day'), cell: ({ day }) => (day ? say.day(day) : t('day.beyond')) },
        {
          label: t('column.state'),
          cell: ({ topic }) =>
            topic ? <State topic={topic} zone={round.zone} now={now} frame={frame} /> : t('state.none'),
        },
        {
          label: t('column.lacks'),
          cell: ({ topic }) => {
            if (topic) return lacks(topic, frame.locale)
            return isOffered ? t('lacks.everything') : '–'
          },
        },
      ]}
    />
  )
}

const Title = (props: { slot: Slot<Topic>; round: Round; frame: Frame; mayBegin: boolean }) => {
  const { slot, round, frame, mayBegin } = props
  const { topic, number } = slot
  const t = words(frame.locale)
  if (!topic && !mayBegin) return <>{t('begin.nobody', { number })}</>
  if (!topic) return <a href={writePath(round.code, number)}>{t('write.this', { number })}</a>
  return (
    <>
      {number}.{' '}
      <a href={topicPath(round.code, number)}>
        <bdi lang={topic.locale}>{topic.title}</bdi>
      </a>
    </>
  )
}

/** Draft, scheduled, public, missed or withdrawn, with the time. */
export const State = (props: { topic: Topic; zone: string; now: Date; frame: Frame }) => {
  const { topic, zone, now, frame } = props
  const t = words(frame.locale)
  const state = isMissed(topic, now) ? 'missed' : stateOf(topic, now)
  const since = topic.withdrawnAt ?? topic.publishAt
  const at = since ? formats(frame.locale, zone).instant(since) : ''
  const tone = {
    draft: undefined,
    scheduled: 'brass',
    published: 'leaf',
    missed: 'thread',
    withdrawn: 'brass',
  } as const
  return <Tag tone={tone[state]}>{t(`state.${state}`, { at })}</Tag>
}

/** What a topic still needs, in words. */
export function lacks(topic: Topic, locale: string): string {
  const t = words(locale)
  const missing = missingFrom(topic)
  if (missing.length === 0) return t('lacks.nothing')
  return formats(locale, 'UTC').list(missing.map((part) => t(`lacks.${part}`)))
}

/** Before there is any round. */
export const NoRoundPage = ({ frame }: { frame: Frame }) => {
  const t = words(frame.locale)
  return (
    <OfficePage frame={frame} title={t('calendar.rounds')}>
      <Empty title={t('calendar.empty.title')} text={t('calendar.empty.text')}>
        <ButtonLink href="/office/rounds">{t('calendar.rounds')}</ButtonLink>
      </Empty>
    </OfficePage>
  )
}
