import type { Child } from 'hono/jsx'
import { Actions, Button, type Column, Form, Table, Tag } from '../../../../ui/index.ts'
import type { Round } from '../../../rounds/index.ts'
import { chooseScenarioPath, newScenarioPath, scenarioPath } from '../../paths.ts'
import type { Measured } from '../../queries/lab.ts'
import type { Scenario } from '../../queries/scenarios.ts'
import type { Voice } from '../../telling.ts'
import { type Row, rowsOf } from './rows.tsx'
import { madeBy, scenarioName, stateName, tellSeed, tellUnusual } from './telling.ts'

export type ColumnsProps = {
  round: Round
  shown: readonly Measured[]
  plan: Scenario | null
  isReleased: boolean
  voice: Voice
}

/** Scenarios beside each other, one in each column; on a phone each figure is a card with its value in each of them. */
export const Columns = (props: ColumnsProps) => {
  const { round, shown, plan, isReleased, voice } = props
  const { t } = voice
  const rows: Row[] = [
    plainRow(t('row.settings'), shown, (one) => <SettingsCell one={one} plan={plan} voice={voice} />),
    ...rowsOf({ code: round.code, shown, plan, voice }),
    plainRow(t('row.made'), shown, ({ scenario }) => madeBy(scenario, voice)),
    ...(isReleased ? [] : [plainRow(t('row.acts'), shown, (one) => <Acts {...props} one={one} />)]),
  ]
  return (
    <Table
      compared
      captionHidden
      caption={t('lab.caption', { count: new Set(shown.map(({ scenario }) => scenario.id)).size })}
      rows={rows}
      columns={[
        { label: t('row.figure'), head: true, cell: ({ label }) => label },
        ...shown.map((one, place) => columnOf(one, place, props)),
      ]}
    />
  )
}

const plainRow = (label: string, shown: readonly Measured[], cell: (one: Measured) => Child): Row => ({
  label,
  cells: shown.map(cell),
  best: new Set(),
})

function columnOf(one: Measured, place: number, { round, plan, voice }: ColumnsProps): Column<Row> {
  const { t } = voice
  const isPlan = one.stands && one.scenario.id === plan?.id
  const name = stateName(one, voice)
  return {
    label: name,
    isMarked: isPlan,
    title: (
      <>
        <a href={scenarioPath(round.code, one.scenario.number)}>{name}</a>{' '}
        {isPlan ? <Tag tone="brass">{t('tag.plan')}</Tag> : null}
      </>
    ),
    cell: ({ cells, best }) => (
      <div>
        {cells[place]} {best.has(place) ? <Tag tone="leaf">{t('tag.best')}</Tag> : null}
      </div>
    ),
  }
}

type CellProps = { one: Measured; plan: Scenario | null; voice: Voice }

const SettingsCell = ({ one: { scenario }, plan, voice }: CellProps) => {
  const different = [...tellUnusual(scenario.settings, voice), ...tellSeed(scenario, plan, voice)]
  return different.length === 0 ? voice.t('value.usual') : <Lines lines={different} />
}

/** What can be done with a scenario; once for each, where it stands as it would be chosen. */
const Acts = ({ round, one: { scenario, stands }, plan, voice }: ColumnsProps & { one: Measured }) => {
  const { t } = voice
  if (!stands) return <>{t('value.none')}</>
  return (
    <Actions>
      {scenario.id === plan?.id ? null : (
        <Form action={chooseScenarioPath(round.code, scenario.number)}>
          <Button label={t('choose.label', { scenario: scenarioName(scenario, voice) })}>
            {t('choose')}
          </Button>
        </Form>
      )}
      <a href={newScenarioPath(round.code, scenario.number)}>{t('new.like-this')}</a>
    </Actions>
  )
}

export const Lines = ({ lines }: { lines: readonly string[] }) => (
  <ul class="lines">
    {lines.map((line) => (
      <li>{line}</li>
    ))}
  </ul>
)
