import { joining } from '../../../../platform/joining.ts'
import { branch } from '../../../../platform/words.ts'
import { Button, ButtonLink, Disclosure, Empty, Field, type Frame, Notice } from '../../../../ui/index.ts'
import type { Round } from '../../../rounds/index.ts'
import { comparePath, labPath, newScenarioPath, scenarioPath, scenarioProgressPath } from '../../paths.ts'
import type { Measured } from '../../queries/lab.ts'
import type { Scenario } from '../../queries/scenarios.ts'
import { mostSideBySide } from '../../scenario/side-by-side.ts'
import { type Voice, voiceFor } from '../../telling.ts'
import { words } from '../../words.ts'
import { type DeskCounts, DeskPage, RunForm } from '../desk.tsx'
import { Groups, Spreads } from './charts.tsx'
import { Columns } from './columns.tsx'
import { readingOf } from './reading.ts'
import { Running } from './running.tsx'
import { scenarioName } from './telling.ts'

export type LabProps = {
  frame: Frame
  round: Round
  counts: DeskCounts
  isReleased: boolean
  /** All of them, newest first. */
  scenarios: readonly Scenario[]
  plan: Scenario | null
  running: Scenario | null
  /** Those side by side. */
  shown: readonly Measured[]
  /** The reader's, for times. */
  zone: string
  now: Date
  /** How many people a first run would match; null where there was one. */
  people: number | null
}

/** Scenarios side by side: the figures, then how people and groups of people fare in each. */
export const LabPage = (props: LabProps) => {
  const { frame, round, counts, shown, running, isReleased, now } = props
  const voice = voiceFor(frame.locale, props.zone)
  const { t } = voice
  return (
    <DeskPage
      frame={frame}
      round={round}
      part="lab"
      counts={counts}
      title={t('lab.title')}
      lead={t('lab.lead')}
      actions={
        isReleased || shown.length === 0 ? null : (
          <ButtonLink href={newScenarioPath(round.code)} kind="primary">
            {t('new.button')}
          </ButtonLink>
        )
      }
    >
      {running ? (
        <section>
          <h2>{t('lab.running', { scenario: scenarioName(running, voice) })}</h2>
          <Running
            frame={frame}
            round={round}
            scenario={running}
            now={now}
            src={scenarioProgressPath(round.code, running.number)}
            here={scenarioPath(round.code, running.number)}
          />
        </section>
      ) : null}
      {isReleased ? <Notice tone="info">{t('lab.released')}</Notice> : null}
      {shown.length === 0 ? (
        <NoScenario {...props} />
      ) : (
        <>
          <SideBySide {...props} voice={voice} />
          <section>
            <h2>{t('lab.spreads')}</h2>
            <p class="hint">{t('served.what')}</p>
            <Spreads frame={frame} shown={shown} voice={voice} />
          </section>
          <section>
            <h2>{t('lab.groups')}</h2>
            <Groups frame={frame} shown={shown} voice={voice} />
          </section>
        </>
      )}
    </DeskPage>
  )
}

const SideBySide = (props: LabProps & { voice: Voice }) => {
  const { round, scenarios, shown, plan, isReleased, voice } = props
  const { t } = voice
  return (
    <section>
      <h2>{t('lab.figures')}</h2>
      {plan && shown.length > 1 ? (
        <>
          <p>{joining(voice.locale).joined(readingOf(shown, voice))}</p>
          <p class="hint">{t('lab.scales', { scenario: scenarioName(plan, voice) })}</p>
        </>
      ) : null}
      {scenarios.length === 1 && !isReleased ? <p>{t('lab.alone')}</p> : null}
      {shown.some(({ changedBy }) => changedBy > 0) ? <p class="hint">{t('lab.by-hand')}</p> : null}
      <Columns {...{ round, shown, plan, isReleased, voice }} />
      <Picker {...props} />
      <CompareTwo round={round} shown={shown} label={t('lab.compare')} />
    </section>
  )
}

const NoScenario = ({ frame, round, running, isReleased, people }: LabProps) => {
  const t = words(frame.locale)
  if (running || isReleased) return null
  if (people !== null && people < 2)
    return <Empty title={t('matching.nobody.title')} text={t('matching.nobody')} />
  return (
    <Empty title={t('lab.empty.title')} text={t('lab.empty')}>
      <RunForm round={round} label={t('lab.run-usual')} isPrimary />
      <ButtonLink href={newScenarioPath(round.code)}>{t('new.button')}</ButtonLink>
    </Empty>
  )
}

/** Each scenario once, whether changed by hand or not. */
const numbersIn = (shown: readonly Measured[]) => [...new Set(shown.map(({ scenario }) => scenario.number))]

/** To any two of them, person by person; the first two are chosen there. */
const CompareTwo = ({ round, shown, label }: Pick<LabProps, 'round' | 'shown'> & { label: string }) => {
  const [one, other] = numbersIn(shown)
  if (one === undefined || other === undefined) return null
  return (
    <p>
      <a href={comparePath(round.code, one, other)}>{label}</a>
    </p>
  )
}

/** Which scenarios stand side by side, and what became of those that cannot. */
const Picker = ({ round, scenarios, shown, running, voice }: LabProps & { voice: Voice }) => {
  const { t } = voice
  const done = scenarios.filter(({ total }) => total !== null)
  const failed = scenarios.filter((one) => one.total === null && one.number !== running?.number)
  if (done.length < 2 && failed.length === 0) return null
  return (
    <Disclosure summary={t('pick.summary', { shown: numbersIn(shown).length, count: done.length })}>
      <form class="form" method="get" action={labPath(round.code)}>
        <Field
          type="checkboxes"
          name="s"
          label={t('pick.which', { most: mostSideBySide })}
          value={numbersIn(shown).map(String)}
          options={done.map((one) => ({ value: String(one.number), label: scenarioName(one, voice) }))}
        />
        <Button>{t('pick.submit')}</Button>
      </form>
      {failed.length > 0 ? (
        <>
          <p>{t('pick.failed')}</p>
          <ul>
            {failed.map((one) => (
              <li>
                <a href={scenarioPath(round.code, one.number)}>{scenarioName(one, voice)}</a>{' '}
                {t('pick.failed.why', { problem: branch(one.problem ?? 'lost') })}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </Disclosure>
  )
}
