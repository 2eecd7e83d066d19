import { Button, ButtonLink, Form, type Frame, Live, Progress } from '../../../../ui/index.ts'
import type { Round } from '../../../rounds/index.ts'
import { cancelRunPath } from '../../paths.ts'
import type { Scenario } from '../../queries/scenarios.ts'
import { isUnderway } from '../../scenario/scenario.ts'
import { words } from '../../words.ts'

type RunningProps = {
  frame: Frame
  round: Round
  scenario: Scenario
  now: Date
  /** The page on which the answer will be. */
  here: string
}

/** A run under way: how far it is, live where there is JavaScript, and a way to stop it. */
export const Running = (props: RunningProps & { src: string }) => {
  const t = words(props.frame.locale)
  return (
    <div class="running">
      <Live src={props.src}>
        <RunProgress {...props} />
      </Live>
      {props.scenario.cancelledAt ? null : (
        <Form action={cancelRunPath(props.round.code)}>
          <Button>{t('run.cancel')}</Button>
        </Form>
      )}
    </div>
  )
}

/** How far a run is; the fragment that `Live` asks for again and again. */
export const RunProgress = ({ frame, scenario, now, here }: Omit<RunningProps, 'round'>) => {
  const t = words(frame.locale)
  const { done = 0, of = 100 } = scenario.progress ?? {}
  const isOver = !isUnderway(scenario, now)
  const stage = t('run.stage', { stage: stageOf(scenario, isOver) })
  return (
    <Progress
      label={t('run.progress')}
      done={isOver ? of : done}
      total={of}
      text={stage}
      stage={stage}
      note={
        isOver ? (
          <ButtonLink href={here}>{t(scenario.total === null ? 'run.why' : 'run.show')}</ButtonLink>
        ) : (
          <a id="run-reload" href={here}>
            {t('run.reload')}
          </a>
        )
      }
      finished={isOver}
      labelled={frame.words.labelled}
      onward={here}
    />
  )
}

function stageOf({ total, cancelledAt, startedAt, progress }: Scenario, isOver: boolean): string {
  if (isOver) return total === null ? 'ended' : 'done'
  if (cancelledAt) return 'stopping'
  return startedAt ? (progress?.stage ?? 'pairs') : 'waiting'
}

/** Without JavaScript the page comes again by itself while a run goes on. */
export const ComesAgain = () => (
  <noscript>
    <meta http-equiv="refresh" content="5" />
  </noscript>
)
