import { formats } from '../../../platform/formats.ts'
import { Bars, Empty, type Frame, OfficePage, Table } from '../../../ui/index.ts'
import { applicationWords } from '../../applications/index.ts'
import type { Round } from '../../rounds/index.ts'
import type { Standing } from '../checkin.ts'
import type { Group, Grouping } from '../grouping.ts'
import { standingPath } from '../paths.ts'
import type { DayAnswers } from '../queries/by-day.ts'
import { words } from '../words.ts'
import { WeeksTabs, weeksCrumbs } from './weeks.tsx'

/** What a group is called: a country, a sector, the first time or not. */
export function groupName(locale: string, by: Grouping, name: string): string {
  const t = words(locale)
  if (name === '') return t('by.not-said')
  if (by === 'country') return formats(locale, 'UTC').country(name)
  if (by === 'sector') return applicationWords.find(locale, `sector.${name}`) ?? name
  return t(name === 'first' ? 'by.experience.first' : 'by.experience.again')
}

type Props = { frame: Frame; round: Round }

/** Everybody in a pair by group, each number a way to its people. */
export const GroupsPage = (props: Props & { by: Grouping; groups: readonly Group[] }) => {
  const { frame, round, by, groups } = props
  const t = words(frame.locale)
  return (
    <OfficePage
      frame={frame}
      title={t(`by.title.${by}`)}
      lead={t('by.lead')}
      crumbs={weeksCrumbs(round, frame.locale)}
    >
      <WeeksTabs {...{ frame, round, by }} />
      {groups.length === 0 ? <Empty title={t('weeks.none')} text={t('weeks.none.text')} /> : null}
      <Shares
        frame={frame}
        label={t(`by.column.${by}`)}
        shares={groups.slice(0, mostBars).map(({ name, people, counts }) => ({
          ...{ label: groupName(frame.locale, by, name), of: people, inTouch: counts['in-touch'] },
        }))}
      />
      <Groups {...props} />
    </OfficePage>
  )
}

/** More do not fit one look; the table has all. */
const mostBars = 12
const shown = ['in-touch', 'not-yet', 'silent', 'asked', 'help', 'away'] as const

const Groups = ({ frame, round, by, groups }: Props & { by: Grouping; groups: readonly Group[] }) => {
  const t = words(frame.locale)
  const say = formats(frame.locale, 'UTC')
  // None is an empty cell, which a phone leaves out.
  const number = (name: string, standing: Standing, count: number) =>
    count > 0 ? <a href={standingPath(round.code, standing, { by, of: name })}>{say.number(count)}</a> : null
  return (
    <Table
      caption={t(`by.title.${by}`)}
      captionHidden
      empty={null}
      columns={[
        { label: t(`by.column.${by}`), head: true, cell: ({ name }) => groupName(frame.locale, by, name) },
        { label: t('by.people'), numeric: true, cell: ({ people }) => say.number(people) },
        ...shown.map((standing) => ({
          label: t(`standing.${standing}`),
          numeric: true,
          cell: ({ name, counts }: Group) => number(name, standing, counts[standing]),
        })),
      ]}
      rows={groups}
    />
  )
}

/** What was answered to each check-in. */
export const DaysPage = ({ frame, round, days }: Props & { days: readonly DayAnswers[] }) => {
  const t = words(frame.locale)
  const say = formats(frame.locale, 'UTC')
  const column = (label: string, name: Exclude<keyof DayAnswers, 'day'>) => ({
    ...{ label, numeric: true, cell: (row: DayAnswers) => (row[name] > 0 ? say.number(row[name]) : null) },
  })
  return (
    <OfficePage
      frame={frame}
      title={t('by.title.day')}
      lead={t('by.lead.day')}
      crumbs={weeksCrumbs(round, frame.locale)}
    >
      <WeeksTabs {...{ frame, round }} by="day" />
      {days.length === 0 ? <Empty title={t('by.no-day')} text={t('by.no-day.text')} /> : null}
      <Shares
        frame={frame}
        label={t('plan.day')}
        shares={days.map(({ day, asked, inTouch }) => ({
          ...{ label: t('by.day-number', { day: say.number(day) }), of: asked, inTouch },
        }))}
      />
      <Table
        caption={t('by.title.day')}
        captionHidden
        empty={null}
        columns={[
          { label: t('plan.day'), head: true, cell: ({ day }) => say.number(day) },
          column(t('by.asked'), 'asked'),
          column(t('standing.in-touch'), 'inTouch'),
          column(t('standing.not-yet'), 'notYet'),
          column(t('standing.help'), 'help'),
          column(t('standing.wrote'), 'wrote'),
          column(t('by.no-answer'), 'silent'),
        ]}
        rows={days}
      />
    </OfficePage>
  )
}

type Share = { label: string; of: number; inTouch: number }

/** How many of each are in touch, of a hundred; the fewest stand out. */
const Shares = ({ frame, label, shares }: { frame: Frame; label: string; shares: readonly Share[] }) => {
  const t = words(frame.locale)
  const say = formats(frame.locale, 'UTC')
  const bars = shares.map((one) => {
    const share = one.inTouch / one.of
    const text = t('by.share', {
      share: say.percent(Math.round(share * 100) / 100),
      people: say.number(one.of),
    })
    return { label: one.label, value: Math.round(share * 100), text, share }
  })
  const [fewest] = bars.toSorted((one, other) => one.value - other.value)
  if (!fewest || bars.length < 2) return null
  const share = say.percent(fewest.value / 100)
  return (
    <Bars
      title={t('standing.in-touch')}
      sentence={t('by.fewest', { group: fewest.label, share })}
      bars={bars.map((bar) => ({ ...bar, marked: bar === fewest }))}
      dir={frame.dir}
      words={{ label, value: t('standing.in-touch'), asTable: t('by.as-table') }}
    />
  )
}
