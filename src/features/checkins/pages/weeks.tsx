import { addDays } from '../../../platform/days.ts'
import { formats } from '../../../platform/formats.ts'
import {
  Actions,
  Button,
  ButtonLink,
  Empty,
  Figures,
  Form,
  type Frame,
  OfficePage,
  Table,
  Tabs,
} from '../../../ui/index.ts'
import { officeRoundPath, type Round, releasePath, rematchPath, roundTitle } from '../../rounds/index.ts'
import type { Standing } from '../checkin.ts'
import { countsOf, type Grouping, groupings } from '../grouping.ts'
import { exportWeeksPath, planPath, standingPath, weeksByPath, weeksPath } from '../paths.ts'
import type { PairStanding } from '../queries/standings.ts'
import { words } from '../words.ts'

/** Where the pages of a running round lead back to. */
export const weeksCrumbs = (round: Round, locale: string, isBelow = true) => [
  { href: officeRoundPath(round.code), label: roundTitle(locale, round) },
  ...(isBelow ? [{ href: weeksPath(round.code), label: words(locale)('weeks.title') }] : []),
]

/** All of them together, or told apart. */
export const WeeksTabs = ({ frame, round, by }: { frame: Frame; round: Round; by?: Grouping | 'day' }) => {
  const t = words(frame.locale)
  const tabs = (['day', ...groupings] as const).map((one) => ({
    href: weeksByPath(round.code, one),
    label: t(`by.${one}`),
    current: one === by,
  }))
  const all = { href: weeksPath(round.code), label: t('by.all'), current: by === undefined }
  return <Tabs label={t('weeks.title')} tabs={[all, ...tabs]} />
}

type WeeksProps = {
  frame: Frame
  round: Round
  pairs: readonly PairStanding[]
  /** How many take part and have no partner. */
  free: number
  days: readonly number[]
  /** Whoever looks has a pairing in this round, which is not among them. */
  hidesOwn: boolean
}

/** How the pairs of a round get on: numbers that lead to lists. */
export const WeeksPage = (props: WeeksProps) => {
  const { frame, round, pairs } = props
  const t = words(frame.locale)
  return (
    <OfficePage
      frame={frame}
      title={t('weeks.title')}
      lead={t('weeks.lead')}
      crumbs={weeksCrumbs(round, frame.locale, false)}
    >
      {round.releasedAt === null || pairs.length === 0 ? (
        <Empty title={t('weeks.none')} text={t('weeks.none.text')}>
          <a href={releasePath(round.code)}>{t('weeks.none.link')}</a>
        </Empty>
      ) : (
        <>
          <WeeksTabs frame={frame} round={round} />
          <Numbers {...props} />
        </>
      )}
      {props.hidesOwn ? <p class="hint">{t('weeks.own')}</p> : null}
      <Plan {...props} />
    </OfficePage>
  )
}

const Numbers = ({ frame, round, pairs, free }: WeeksProps) => {
  const t = words(frame.locale)
  const say = formats(frame.locale, 'UTC')
  const counts = countsOf(pairs)
  const figure = (name: Standing | 'contradict') => ({
    value: say.number(counts[name]),
    label: t(`standing.${name}`),
    ...(counts[name] > 0 ? { href: standingPath(round.code, name) } : {}),
  })
  const waiting = free > 0 ? { href: rematchPath(round.code) } : {}
  return (
    <>
      <Figures
        figures={[
          ...(['help', 'wrote', 'silent', 'not-yet', 'contradict'] as const).map(figure),
          { value: say.number(free), label: t('weeks.free'), ...waiting },
        ]}
      />
      <Figures figures={(['in-touch', 'asked', 'not-asked', 'looked-after', 'away'] as const).map(figure)} />
      <Form action={exportWeeksPath(round.code)}>
        <Actions>
          <Button>{t('weeks.export')}</Button>
        </Actions>
        <p class="hint">{t('weeks.export.hint')}</p>
      </Form>
    </>
  )
}

/** When the round asks, with a look at when each day falls. */
const Plan = ({ frame, round, days }: WeeksProps) => {
  const t = words(frame.locale)
  return (
    <section>
      <h2>{t('plan.title')}</h2>
      <p>{t('plan.text')}</p>
      <PlanTable {...{ frame, round, days }} />
      <Actions>
        <ButtonLink href={planPath(round.code)}>{t('plan.change')}</ButtonLink>
      </Actions>
    </section>
  )
}

export const PlanTable = ({ frame, round, days }: Pick<WeeksProps, 'frame' | 'round' | 'days'>) => {
  const t = words(frame.locale)
  const say = formats(frame.locale, round.zone)
  return (
    <Table
      caption={t('plan.title')}
      captionHidden
      slim
      empty={<p>{t('plan.nobody')}</p>}
      columns={[
        { label: t('plan.day'), cell: (day) => say.number(day), head: true },
        {
          label: t('plan.falls'),
          cell: (day) => {
            const falls = addDays(round.startsOn, day)
            return falls > round.endsOn ? t('plan.never') : say.day(falls)
          },
        },
      ]}
      rows={days}
    />
  )
}
