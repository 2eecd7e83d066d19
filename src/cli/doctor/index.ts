import type { Command as Program } from 'commander'
import { connect } from '../../db/index.ts'
import type { Config } from '../../platform/config.ts'
import { openLog } from '../../platform/log.ts'
import { explanationOf } from '../explain.ts'
import { noDatabase } from '../no-database.ts'
import { appOn, openServer } from '../open.ts'
import { refusePooler } from '../pooler.ts'
import { lookAtDatabase } from './database.ts'
import { type Finding, sayFinding, wrong } from './finding.ts'
import { lookAtMachine } from './machine.ts'
import { lookAtSending } from './sending.ts'
import { watch } from './watch.ts'
import { lookAtWork } from './work.ts'

/** It looks where other commands would stop with the first thing that is wrong, and changes nothing. */
export function addDoctor(program: Program, config: () => Config): void {
  program
    .command('doctor')
    .description(
      'Check that all is well, one line a check: what is wrong, and what to do. Ends with 1 when something is.',
    )
    .option('--json', 'print the result as JSON')
    .option('--watch', 'look again each minute, and print what has changed, until Ctrl-C')
    .action(async (typed: { json?: boolean; watch?: boolean }) => {
      if (typed.watch) return watch(() => diagnose(config), typed.json === true)
      const findings = await diagnose(config)
      const ok = findings.every((finding) => finding.ok)
      console.log(
        typed.json ? JSON.stringify({ ok, findings }, null, 2) : findings.map(sayFinding).join('\n'),
      )
      process.exitCode = ok ? 0 : 1
    })
}

async function diagnose(read: () => Config): Promise<Finding[]> {
  const config = await readOr(read)
  if ('check' in config) return [config]
  const before = [...(await lookAtMachine(config)), ...(await lookAtSending(config))]
  return [...before, ...(await lookInside(config))]
}

async function readOr(read: () => Config): Promise<Config | Finding> {
  try {
    return read()
  } catch (error) {
    return wrong('settings', sentenceOf(error), 'correct it in the environment or in .env')
  }
}

async function lookInside(config: Config): Promise<Finding[]> {
  try {
    const server = await openServer(config, 'either', () => {})
    try {
      await refusePooler(config)
      return await lookOn(server.url, config)
    } finally {
      await server.stop()
    }
  } catch (error) {
    const known = noDatabase(error, config.databaseUrl) ?? error
    return [wrong('database', sentenceOf(known), 'then look again')]
  }
}

async function lookOn(url: string, config: Config): Promise<Finding[]> {
  const db = connect(url, { connections: 1 })
  const findings = await lookAtDatabase(db, () => new Date()).finally(() => db.destroy())
  if (!findings.some(({ check, ok }) => check === 'schema' && ok)) return findings
  const { app, close } = await appOn(url, config, openLog('silent'), async () => {})
  const work = await lookAtWork(app).finally(close)
  return [...findings, ...work]
}

/** @throws the error itself where it is a fault of ours */
function sentenceOf(error: unknown): string {
  const { say } = explanationOf(error)
  if (typeof say !== 'string') throw error
  return say
}
