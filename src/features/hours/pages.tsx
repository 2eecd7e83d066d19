import { formats } from '../../platform/formats.ts'
import { Bars, Empty, Figures, type Frame, OfficePage, Table } from '../../ui/index.ts'
import { officeRoundPath, type Round, roundTitle } from '../rounds/index.ts'
import { firstMinutes, parts, promise, setDownAfterMinutes } from './hours.ts'
import type { RoundHours } from './queries.ts'
import { words } from './words.ts'

type HoursProps = { frame: Frame; round: Round; hours: RoundHours }

/** About how long volunteers have worked on a round, by the kind of work and never by person. */
export const HoursPage = (props: HoursProps) => {
  const { frame, round, hours } = props
  const t = words(frame.locale)
  return (
    <OfficePage
      frame={frame}
      title={t('title')}
      lead={t('lead')}
      crumbs={[{ href: officeRoundPath(round.code), label: roundTitle(frame.locale, round) }]}
    >
      {hours.tasks.length === 0 ? (
        <Empty title={t('none')} text={t('none.text')} />
      ) : (
        <>
          <Goals {...props} />
          <ByTask {...props} />
          <ByWeek {...props} />
        </>
      )}
      <HowEstimated frame={frame} />
    </OfficePage>
  )
}

const busiest = ({ weeks }: RoundHours) => Math.max(0, ...weeks)

/** What it took beside what we promise. */
const Goals = ({ frame, round, hours }: HoursProps) => {
  const t = words(frame.locale)
  const say = formats(frame.locale, 'UTC')
  const { people, preparingHours, weekHours } = promise
  const goal = (atMost: number) => ({ people, goal: say.duration(atMost * 60) })
  const after = { value: say.duration(busiest(hours)), label: t('figure.week', goal(weekHours)) }
  return (
    <Figures
      figures={[
        {
          value: say.duration(hours.total.preparing),
          label: t('figure.preparing', goal(preparingHours)),
        },
        ...(round.releasedAt ? [after] : []),
        { value: say.number(hours.people), label: t('figure.people') },
      ]}
    />
  )
}

const ByTask = ({ frame, hours }: HoursProps) => {
  const t = words(frame.locale)
  const say = formats(frame.locale, 'UTC')
  const time = (minutes: number) => (minutes === 0 ? '–' : say.duration(minutes))
  const rows = [
    ...hours.tasks.map(({ task, minutes }) => ({ label: t(`task.${task}`), minutes, isTotal: false })),
    { label: t('total'), minutes: hours.total, isTotal: true },
  ]
  return (
    <Table
      caption={t('by-task')}
      isMarked={({ isTotal }) => isTotal}
      rows={rows}
      columns={[
        { label: t('column.task'), head: true, cell: ({ label }) => label },
        ...parts.map((part) => ({
          label: t(`column.${part}`),
          numeric: true,
          cell: ({ minutes }: (typeof rows)[number]) => time(minutes[part]),
        })),
        {
          label: t('total'),
          numeric: true,
          cell: ({ minutes }) => time(minutes.call + minutes.preparing + minutes.after),
        },
      ]}
    />
  )
}

const ByWeek = ({ frame, hours }: HoursProps) => {
  const t = words(frame.locale)
  const say = formats(frame.locale, 'UTC')
  if (hours.weeks.every((minutes) => minutes === 0)) return null
  const most = busiest(hours)
  const goal = say.duration(promise.weekHours * 60)
  return (
    <Bars
      title={t('by-week')}
      sentence={t('by-week.sentence', { most: say.duration(most), goal })}
      dir={frame.dir}
      words={{ label: t('column.week'), value: t('column.time'), asTable: t('as-table') }}
      // Once a round is over, weeks go on in which nobody has anything to do.
      bars={hours.weeks
        .slice(0, hours.weeks.findLastIndex((minutes) => minutes > 0) + 1)
        .map((minutes, index) => ({
          label: t('week', { number: index + 1 }),
          value: minutes,
          text: say.duration(minutes),
          marked: most > 0 && minutes === most,
        }))}
    />
  )
}

/** What the estimate is, and what it is not. */
const HowEstimated = ({ frame }: { frame: Frame }) => {
  const t = words(frame.locale)
  return (
    <section>
      <h2>{t('how')}</h2>
      <ul>
        <li>{t('how.counted', { pause: setDownAfterMinutes, first: firstMinutes })}</li>
        <li>{t('how.not-counted')}</li>
        <li>{t('how.round')}</li>
        <li>{t('how.nobody')}</li>
      </ul>
    </section>
  )
}
