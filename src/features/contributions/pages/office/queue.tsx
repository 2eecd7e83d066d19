import { dayIn } from '../../../../platform/days.ts'
import { formats } from '../../../../platform/formats.ts'
import { ButtonLink, Empty, type Frame, Notice, OfficePage, Table, Tabs } from '../../../../ui/index.ts'
import { printedName, type Reflection, reflectionPath } from '../../../reflections/index.ts'
import { daysSince, dueAt, type Rule, standingOf } from '../../contribution.ts'
import { contributePath, contributionPath, queueOf, rulePath } from '../../paths.ts'
import { type Contribution, type QueuePart, queueParts } from '../../queries/contributions.ts'
import { words } from '../../words.ts'

type Props = {
  frame: Frame
  part: QueuePart
  contributions: readonly Contribution[]
  counts: Record<'waiting' | 'asked', number>
  /** Those that were offered to the blog and that no editor has looked after. */
  reflections: readonly Reflection[]
  rule: Rule
  now: Date
  zone: string
}

/** What was offered to the blog: who waits, how long, and until when they expect an answer. */
export const QueuePage = (props: Props) => {
  const { frame, part, contributions, reflections, rule, zone } = props
  const t = words(frame.locale)
  return (
    <OfficePage
      frame={frame}
      title={t('queue.title')}
      lead={t(`queue.lead.${part}`)}
      actions={<ButtonLink href={rulePath}>{t('rule.link')}</ButtonLink>}
    >
      {rule.closedAt === null ? null : <Notice tone="warning">{t('queue.closed')}</Notice>}
      <Parts {...props} />
      {contributions.length === 0 ? (
        <Empty title={t(`queue.none.${part}`)} text={t('queue.none.text')}>
          {part === 'waiting' ? <ButtonLink href={contributePath}>{t('queue.see')}</ButtonLink> : null}
        </Empty>
      ) : (
        <List {...props} />
      )}
      {reflections.length > 0 ? <Reflections {...{ frame, reflections, zone }} /> : null}
    </OfficePage>
  )
}

const Parts = ({ frame, part, counts }: Props) => {
  const t = words(frame.locale)
  const say = formats(frame.locale, 'UTC')
  const shown: Partial<Record<QueuePart, number>> = counts
  return (
    <Tabs
      label={t('queue.tabs')}
      tabs={queueParts.map((one) => ({
        href: queueOf(one),
        label: t(`queue.tab.${one}`),
        current: one === part,
        ...(shown[one] ? { count: say.number(shown[one]) } : {}),
      }))}
    />
  )
}

const List = ({ frame, part, contributions, rule, now, zone }: Props) => {
  const t = words(frame.locale)
  const say = formats(frame.locale, zone)
  const day = (at: Date) => say.shortDay(dayIn(at, zone))
  return (
    <Table
      caption={t(`queue.tab.${part}`)}
      captionHidden
      rows={contributions}
      keys
      columns={[
        {
          label: t('column.what'),
          head: true,
          cell: ({ id, title, kind, language }) => (
            <>
              <a href={contributionPath(id)} lang={language} dir="auto">
                {title}
              </a>{' '}
              <div class="quiet">{t(`kind.${kind}`)}</div>
            </>
          ),
        },
        {
          label: t('column.who'),
          cell: ({ name, country }) => (
            <>
              <bdi>{name}</bdi>
              {country ? ` · ${say.country(country)}` : ''}
            </>
          ),
        },
        { label: t('column.owner'), cell: ({ owner }) => <bdi>{owner?.name ?? t('owner.nobody')}</bdi> },
        part === 'waiting'
          ? {
              label: t('column.due'),
              cell: ({ stageAt }) => (
                <Due {...{ frame, rule, now, stageAt }} day={day(dueAt(stageAt, rule))} />
              ),
            }
          : {
              label: t('column.standing'),
              cell: (one) => t(`standing.${standingOf(one, one.post, now)}`, { day: day(one.stageAt) }),
            },
      ]}
    />
  )
}

const Due = (props: { frame: Frame; rule: Rule; now: Date; stageAt: Date; day: string }) => {
  const { frame, rule, now, stageAt, day } = props
  const t = words(frame.locale)
  const days = daysSince(stageAt, now)
  const isLate = dueAt(stageAt, rule) <= now
  return (
    <>
      {t('waits', { days })}{' '}
      <div class={isLate ? 'late' : 'quiet'}>{t(isLate ? 'late' : 'due', { day })}</div>
    </>
  )
}

/** What participants offer of what they learned: it is read, and becomes a post, on pages of its own. */
const Reflections = ({ frame, reflections, zone }: Pick<Props, 'frame' | 'reflections' | 'zone'>) => {
  const t = words(frame.locale)
  const say = formats(frame.locale, 'UTC')
  return (
    <section>
      <h2>{t('queue.reflections')}</h2>
      <Table
        caption={t('queue.reflections')}
        captionHidden
        rows={reflections}
        columns={[
          {
            label: t('column.what'),
            head: true,
            cell: ({ id, title, locale }) => (
              <a href={reflectionPath(id)} lang={locale} dir="auto">
                {title || t('queue.untitled')}
              </a>
            ),
          },
          {
            label: t('column.who'),
            cell: ({ authors }) => say.names(authors.map((one) => printedName(one) ?? t('queue.unnamed'))),
          },
          {
            label: t('column.sent'),
            cell: ({ changedAt }) => say.shortDay(dayIn(changedAt, zone)),
          },
        ]}
      />
    </section>
  )
}
