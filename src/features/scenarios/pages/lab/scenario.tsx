import { branch } from '../../../../platform/words.ts'
import { Actions, Button, ButtonLink, Form, type Frame, Notice } from '../../../../ui/index.ts'
import type { Round } from '../../../rounds/index.ts'
import { matchingPath, releasePath } from '../../../rounds/index.ts'
import {
  chooseScenarioPath,
  newScenarioPath,
  scenarioListPath,
  scenarioPath,
  scenarioProgressPath,
} from '../../paths.ts'
import type { Measured } from '../../queries/lab.ts'
import type { Named } from '../../queries/people.ts'
import type { Scenario } from '../../queries/scenarios.ts'
import type { Differences } from '../../scenario/differences.ts'
import { isStale, type Staleness } from '../../scenario/scenario.ts'
import { type Voice, voiceFor } from '../../telling.ts'
import { type DeskCounts, DeskPage, labCrumbs } from '../desk.tsx'
import { ScenarioFiles } from '../files.tsx'
import { Stale } from '../matching.tsx'
import { AgainstPlan } from './against-plan.tsx'
import { Groups, Spreads } from './charts.tsx'
import { ByHand, Numbers, SettingsOf } from './figures.tsx'
import { PairsOnMap } from './pairs-on-map.tsx'
import { LeftList } from './rows.tsx'
import { ComesAgain, Running } from './running.tsx'
import { madeBy, scenarioName } from './telling.ts'

type ScenarioProps = {
  frame: Frame
  round: Round
  counts: DeskCounts
  isReleased: boolean
  isRunning: boolean
  scenario: Scenario
  plan: Scenario | null
  /** What choosing can be taken back to. */
  formerPlan: Scenario | null
  /** What its run found, and how it stands if it was changed by hand since; none while it has no proposal. */
  states: readonly Measured[]
  /** The last of them. */
  standing: Measured | null
  /** The changes against the plan that are told by name, and everyone in them. */
  firstChanges: Differences['changed']
  people: Map<string, Named>
  staleness: Staleness | null
  /** The reader's, for times. */
  zone: string
  now: Date
}

/** One scenario: how far it is, why it failed, or everything there is to know of its proposal. */
export const ScenarioPage = (props: ScenarioProps) => {
  const { frame, round, scenario, states, standing, isRunning, now } = props
  const [run] = states
  const voice = voiceFor(frame.locale, props.zone)
  return (
    <DeskPage
      frame={frame}
      round={round}
      part="lab"
      counts={props.counts}
      crumbs={labCrumbs(round, frame.locale)}
      title={scenarioName(scenario, voice)}
      lead={madeBy(scenario, voice)}
      head={isRunning ? <ComesAgain /> : undefined}
      actions={<Acts {...props} voice={voice} />}
      isLong={standing !== null}
    >
      {isRunning ? (
        <Running
          frame={frame}
          round={round}
          scenario={scenario}
          now={now}
          src={scenarioProgressPath(round.code, scenario.number)}
          here={scenarioPath(round.code, scenario.number)}
        />
      ) : run && standing ? (
        <Done {...props} run={run} standing={standing} voice={voice} />
      ) : (
        <Failed {...props} voice={voice} />
      )}
      {run ? null : <SettingsOf scenario={scenario} voice={voice} />}
    </DeskPage>
  )
}

type Spoken = ScenarioProps & { voice: Voice }

const Acts = ({ round, scenario, standing, plan, isReleased, voice: { t } }: Spoken) => {
  if (!standing || isReleased) return null
  return (
    <Actions>
      {plan?.id === scenario.id ? null : (
        <Form action={chooseScenarioPath(round.code, scenario.number)}>
          <Button kind="primary">{t('choose')}</Button>
        </Form>
      )}
      <ButtonLink href={newScenarioPath(round.code, scenario.number)}>{t('new.like-this')}</ButtonLink>
    </Actions>
  )
}

const Failed = ({ round, scenario, isReleased, voice: { t } }: Spoken) => (
  <Notice
    tone={scenario.problem === 'cancelled' ? 'info' : 'danger'}
    title={t('run.failed.title')}
    actions={
      isReleased ? null : (
        <ButtonLink href={newScenarioPath(round.code, scenario.number)} kind="primary">
          {t('new.once-more')}
        </ButtonLink>
      )
    }
  >
    {t('run.failed', { problem: branch(scenario.problem ?? 'lost') })}
  </Notice>
)

const Done = (props: Spoken & { run: Measured; standing: Measured }) => {
  const { frame, round, scenario, states, run, standing, plan, people, isReleased, staleness, voice } = props
  const { t } = voice
  return (
    <>
      {plan?.id === scenario.id ? <IsPlan {...props} /> : null}
      {staleness && isStale(staleness) && !isReleased ? (
        <Notice tone="warning" title={t('scenario.stale')}>
          <Stale staleness={staleness} t={t} />
        </Notice>
      ) : null}
      <Numbers done={run} isChanged={states.length > 1} voice={voice} />
      {states.length > 1 ? <ByHand round={round} states={states} voice={voice} /> : null}
      <SettingsOf scenario={scenario} voice={voice} />
      {plan && standing.changes ? (
        <AgainstPlan
          round={round}
          one={standing}
          changes={standing.changes}
          first={props.firstChanges}
          plan={plan}
          people={people}
          voice={voice}
        />
      ) : null}
      <section id="reserve">
        <h2>{t('scenario.reserve')}</h2>
        {standing.left.length === 0 ? (
          <p>{t('reserve.empty')}</p>
        ) : (
          <FirstLeft round={round} one={standing} voice={voice} />
        )}
      </section>
      <section>
        <h2>{t('lab.spreads')}</h2>
        <p class="hint">{t('served.what')}</p>
        {plan && plan.id !== scenario.id ? (
          <p class="hint">{t('lab.scales', { scenario: scenarioName(plan, voice) })}</p>
        ) : null}
        <Spreads frame={frame} shown={states} voice={voice} />
      </section>
      <section>
        <h2>{t('scenario.map')}</h2>
        <PairsOnMap
          {...{ frame, voice }}
          measures={standing.measures}
          all={scenarioListPath(round.code, scenario.number, 'countries')}
        />
      </section>
      <section>
        <h2>{t('lab.groups')}</h2>
        <Groups frame={frame} shown={states} voice={voice} />
      </section>
      <ScenarioFiles frame={frame} round={round} scenario={scenario} />
    </>
  )
}

const leftAtOnce = 20

/** Some of those in reserve, and the way to all of them. */
const FirstLeft = ({ round, one, voice }: { round: Round; one: Measured; voice: Voice }) => {
  const { scenario, left } = one
  return (
    <>
      <LeftList left={left.slice(0, leftAtOnce)} voice={voice} />
      {left.length > leftAtOnce ? (
        <p>
          <a href={scenarioListPath(round.code, scenario.number, 'left')}>
            {voice.t('lists.left.all', { count: left.length })}
          </a>
        </p>
      ) : null}
    </>
  )
}

/** Says that these are the pairs of the plan, and offers the way on and the way back. */
const IsPlan = ({ round, formerPlan, isReleased, staleness, voice }: Spoken) => {
  const { t } = voice
  const former = formerPlan ? scenarioName(formerPlan, voice) : null
  return (
    <Notice
      tone="success"
      title={t('scenario.is-plan.title')}
      actions={
        isReleased ? null : (
          <>
            {staleness && isStale(staleness) ? null : (
              <ButtonLink href={releasePath(round.code)} kind="primary">
                {t('matching.to-release')}
              </ButtonLink>
            )}
            {formerPlan && former ? (
              <Form action={chooseScenarioPath(round.code, formerPlan.number)}>
                <Button>{t('choose.former', { scenario: former })}</Button>
              </Form>
            ) : null}
          </>
        )
      }
    >
      {t('scenario.is-plan')} <a href={matchingPath(round.code)}>{t('scenario.is-plan.link')}</a>
    </Notice>
  )
}
