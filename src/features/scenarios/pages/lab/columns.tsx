import { Actions, Button, Form, type Frame, Tag } from '../../../../ui/index.ts'
import type { Round } from '../../../rounds/index.ts'
import { chooseScenarioPath, newScenarioPath, scenarioPath } from '../../paths.ts'
import type { Measured } from '../../queries/lab.ts'
import type { Scenario } from '../../queries/scenarios.ts'
import type { Voice } from '../../telling.ts'
import { type Row, rowsOf } from './rows.tsx'
import { madeBy, scenarioName, tellSeed, tellUnusual } from './telling.ts'

export type ColumnsProps = {
  frame: Frame
  round: Round
  shown: readonly Measured[]
  plan: Scenario | null
  isReleased: boolean
  voice: Voice
}

/**
 * Scenarios beside each other, the same lines in each. On a phone each is a card with its own labels; where
 * there is room the labels stand once, at the beginning of the lines.
 */
export const Columns = (props: ColumnsProps) => {
  const { round, shown, plan, voice } = props
  const rows = rowsOf({ code: round.code, shown, plan, voice })
  return (
    <div class="scenarios">
      <Labels rows={rows} voice={voice} />
      {shown.map((one, place) => (
        <Column {...props} one={one} place={place} rows={rows} />
      ))}
    </div>
  )
}

const Labels = ({ rows, voice }: { rows: readonly Row[]; voice: Voice }) => (
  <div class="scenario-labels" aria-hidden="true">
    <span />
    <span>{voice.t('row.settings')}</span>
    {rows.map(({ label }) => (
      <span>{label}</span>
    ))}
    <span />
  </div>
)

type ColumnProps = ColumnsProps & { one: Measured; place: number; rows: readonly Row[] }

const Column = ({ round, one, place, rows, plan, isReleased, voice }: ColumnProps) => {
  const { t } = voice
  const { scenario } = one
  const isPlan = scenario.id === plan?.id
  const id = `scenario-${scenario.number}`
  const different = [...tellUnusual(scenario.settings, voice), ...tellSeed(scenario, plan, voice)]
  return (
    <section class={isPlan ? 'scenario is-plan' : 'scenario'} aria-labelledby={id}>
      <header>
        <h3 id={id}>
          <a href={scenarioPath(round.code, scenario.number)}>{scenarioName(scenario, voice)}</a>
        </h3>
        {isPlan ? <Tag tone="brass">{t('tag.plan')}</Tag> : null}
        <p class="hint">{madeBy(scenario, voice)}</p>
      </header>
      <dl>
        <div>
          <dt>{t('row.settings')}</dt>
          <dd>{different.length === 0 ? t('value.usual') : <Lines lines={different} />}</dd>
        </div>
        {rows.map(({ label, cells, best }) => (
          <div>
            <dt>{label}</dt>
            <dd>
              {cells[place]} {best.has(place) ? <Tag tone="leaf">{t('tag.best')}</Tag> : null}
            </dd>
          </div>
        ))}
      </dl>
      <Actions>
        {isPlan || isReleased ? null : (
          <Form action={chooseScenarioPath(round.code, scenario.number)}>
            <Button label={t('choose.label', { scenario: scenarioName(scenario, voice) })}>
              {t('choose')}
            </Button>
          </Form>
        )}
        {isReleased ? null : <a href={newScenarioPath(round.code, scenario.number)}>{t('new.like-this')}</a>}
      </Actions>
    </section>
  )
}

export const Lines = ({ lines }: { lines: readonly string[] }) => (
  <ul class="lines">
    {lines.map((line) => (
      <li>{line}</li>
    ))}
  </ul>
)
