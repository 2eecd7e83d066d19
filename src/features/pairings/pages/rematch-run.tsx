import { Button, Form, type Frame, Live, Progress } from '../../../ui/index.ts'
import type { Round } from '../../rounds/index.ts'
import { rematchPath } from '../../rounds/index.ts'
import type { Scenario } from '../../scenarios/index.ts'
import { scenarioWords } from '../../scenarios/index.ts'
import { cancelRematchPath, newPairsPath, rematchProgressPath } from '../paths.ts'
import { words } from '../words.ts'

type RunProps = { frame: Frame; round: Round; scenario: Scenario }

/** How far the matching of those without a partner is, and a way to stop it. */
export const RematchRun = ({ frame, round, scenario }: RunProps) => {
  const t = words(frame.locale)
  return (
    <>
      <Live src={rematchProgressPath(round.code)}>
        <RematchProgress frame={frame} round={round} scenario={scenario} />
      </Live>
      <Form action={cancelRematchPath(round.code)}>
        <Button>{t('rematch.cancel')}</Button>
      </Form>
    </>
  )
}

/** The fragment that `Live` asks for again and again. */
export const RematchProgress = ({ frame, round, scenario }: RunProps) => {
  const t = scenarioWords(frame.locale)
  const { stage: now = 'waiting', done = 0, of = 3 } = scenario.progress ?? {}
  const isDone = scenario.finishedAt !== null
  const stage = t('run.stage', { stage: isDone ? 'done' : scenario.startedAt ? now : 'waiting' })
  const href = isDone && scenario.total !== null ? newPairsPath(round.code) : rematchPath(round.code)
  return (
    <Progress
      label={t('run.progress')}
      done={isDone ? of : done}
      total={of}
      text={stage}
      stage={stage}
      note={
        <a id="run-reload" href={href}>
          {t(isDone ? 'run.show' : 'run.reload')}
        </a>
      }
      finished={isDone}
      labelled={frame.words.labelled}
      onward={href}
    />
  )
}
