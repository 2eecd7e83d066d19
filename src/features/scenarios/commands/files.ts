import type { Command } from '../../../platform/commands.ts'
import { terminal } from '../../people/index.ts'
import { exportScenario, proofOfScenario } from '../actions/keep.ts'
import { codeOf, numberIn, round } from './round.ts'

const ofScenario = { ...round, scenario: { help: 'its number', value: 'N', required: true } }

const aboutProof = (file: 'graph' | 'proof', summary: string): Command => ({
  name: `match ${file}`,
  summary,
  options: ofScenario,
  async run(app, input) {
    const asked = { code: codeOf(input), number: numberIn(input.options.scenario), file }
    const { body } = await proofOfScenario(app, terminal, asked)
    return { text: body, raw: body, json: file === 'proof' ? JSON.parse(body) : { graph: body } }
  },
})

export const graph = aboutProof(
  'graph',
  'Print who could be paired with whom in a scenario, without names, for `twinleaf matching verify`.',
)
export const proof = aboutProof(
  'proof',
  'Print the pairs of a scenario and the proof that none are better, without names.',
)

export const whole: Command = {
  name: 'match export',
  summary:
    'Print a scenario with everything its run depended on, so that you can run it again elsewhere. It holds personal data, but no names. The journal notes it.',
  options: ofScenario,
  async run(app, input) {
    const json = await exportScenario(app, terminal, codeOf(input), numberIn(input.options.scenario))
    const raw = `${JSON.stringify(json)}\n`
    return { text: raw, raw, json }
  },
}
