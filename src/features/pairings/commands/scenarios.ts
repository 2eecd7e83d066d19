import type { Command, CommandInput } from '../../../platform/commands.ts'
import { Conflict, Unacceptable } from '../../../platform/refusals.ts'
import { terminal } from '../../people/index.ts'
import { roundByCode } from '../../rounds/index.ts'
import { openScenario, runScenario } from '../actions/run.ts'
import { latestScenarios } from '../queries/scenarios.ts'
import { codeOf, round } from './round.ts'
import { summaryOf } from './show.ts'

export const run: Command = {
  name: 'match run',
  summary: 'Find the best pairing for everyone who was accepted. Nothing leaves; pins and bans are kept.',
  options: {
    ...round,
    seed: { help: 'a whole number that decides between equally good plans', value: 'N' },
  },
  async run(app, input) {
    const { id } = await openScenario(app, terminal, codeOf(input), { seed: seedIn(input) })
    await runScenario(app, id)
    const { newest } = await latestScenarios(app.db, (await roundByCode(app.db, terminal, codeOf(input))).id)
    if (newest?.problem) throw new Conflict('run-failed', { problem: newest.problem })
    return summaryOf(app, codeOf(input))
  },
}

/** @throws Unacceptable `bad-seed` */
function seedIn({ options }: CommandInput): number | undefined {
  if (options.seed === undefined) return undefined
  if (!/^\d{1,9}$/.test(options.seed)) throw new Unacceptable('bad-seed')
  return Number(options.seed)
}
