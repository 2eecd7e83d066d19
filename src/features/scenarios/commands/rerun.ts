import { readFile } from 'node:fs/promises'
import type { App } from '../../../platform/app.ts'
import type { Command, CommandInput } from '../../../platform/commands.ts'
import { Unacceptable } from '../../../platform/refusals.ts'
import { terminal } from '../../people/index.ts'
import { type Rerun, rerunInputs, rerunScenario } from '../actions/keep.ts'
import { scenarioFile } from '../schema.ts'

/** Exits 2 when the result is another one, so that a script can watch over old scenarios. */
export const rerun: Command = {
  name: 'match rerun',
  grows: true,
  summary: 'Run a scenario once more and say whether everyone has the same partner. Nothing is changed.',
  options: {
    round: { help: 'code of the round, for example 2016A', value: 'CODE' },
    scenario: { help: 'number of the scenario', value: 'N' },
    file: { help: 'instead of these: the file of a scenario downloaded from the lab', value: 'FILE' },
  },
  async run(app, input) {
    const { about, rerun } = await rerunOf(app, input)
    const { same, digest, engine, total } = rerun
    const versions = `made by version ${engine.before} of the matching, run again by version ${engine.now}`
    return {
      text: same
        ? `Same: ${about}, ${versions}.\nFingerprint ${digest.now}.`
        : `Different: ${about}, ${versions}.\nFingerprint then ${digest.before}, now ${digest.now}.`,
      json: { scenario: about, same, digest, engine, total },
      exitCode: same ? 0 : 2,
    }
  },
}

/** @throws Unacceptable `rerun-needs`, `no-scenario-file` */
async function rerunOf(app: App, { options }: CommandInput): Promise<{ about: string; rerun: Rerun }> {
  const { round, scenario = '', file } = options
  if (file !== undefined) {
    const { inputs, digest, ...kept } = await readScenario(file)
    return { about: `scenario ${kept.scenario} of ${kept.round}`, rerun: await rerunInputs(inputs, digest) }
  }
  if (round === undefined || !/^\d{1,6}$/.test(scenario)) throw new Unacceptable('rerun-needs')
  const rerun = await rerunScenario(app, terminal, round, Number(scenario))
  return { about: `scenario ${scenario} of ${round}`, rerun }
}

async function readScenario(file: string) {
  const parsed = scenarioFile.safeParse(await jsonIn(file))
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw new Unacceptable('no-scenario-file', {
    reason: `${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`,
  })
}

async function jsonIn(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8'))
  } catch (error) {
    if (error instanceof SyntaxError || (error instanceof Error && 'code' in error))
      throw new Unacceptable('no-scenario-file', { reason: error.message })
    throw error
  }
}
