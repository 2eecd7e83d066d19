import { Button, Form, type Frame } from '../../../ui/index.ts'
import type { Round } from '../../rounds/index.ts'
import { graphPath, proofPath, rerunScenarioPath, scenarioFilePath } from '../paths.ts'
import type { Scenario } from '../queries/scenarios.ts'
import { words } from '../words.ts'

type FilesProps = { frame: Frame; round: Round; scenario: Scenario }

/** What there is to take away of a scenario with a proposal: its proof, itself, and a run of it again. */
export const ScenarioFiles = ({ frame, round, scenario }: FilesProps) => {
  const t = words(frame.locale)
  const file = (href: string, label: string, text: string) => (
    <div>
      <dt>
        <a href={href} download="">
          {label}
        </a>
      </dt>
      <dd>{text}</dd>
    </div>
  )
  const { code } = round
  const { number } = scenario
  return (
    <section>
      <h2>{t('files.title')}</h2>
      <p>{t('files.lead')}</p>
      <dl class="facts">
        {file(graphPath(code, number), t('files.graph'), t('files.graph.text'))}
        {file(proofPath(code, number), t('files.proof'), t('files.proof.text'))}
        {file(scenarioFilePath(code, number), t('files.scenario'), t('files.scenario.text'))}
      </dl>
      <p>
        {t('files.command')}{' '}
        <code dir="ltr">
          twinleaf matching verify {code}-scenario-{number}-graph.txt {code}-scenario-{number}-proof.json
        </code>
      </p>
      <Form action={rerunScenarioPath(code, number)}>
        <p class="hint">{t('files.again.text')}</p>
        <Button>{t('files.again')}</Button>
      </Form>
    </section>
  )
}
