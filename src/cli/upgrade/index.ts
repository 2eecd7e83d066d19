import type { Command as Program } from 'commander'
import { withScratchServer } from '../../db/embedded/scratch.ts'
import type { Config } from '../../platform/config.ts'
import { migrationsFolder } from '../../platform/version.ts'
import { noDatabase } from '../no-database.ts'
import { type Opening, openServer } from '../open.ts'
import { planOf, sayPlan } from './plan.ts'
import type { Outcome } from './upgrade.ts'
import type { World } from './world.ts'

type Typed = { check?: boolean; json?: boolean }

/** After a new version was installed: what it would do to the database, and doing it, with a way back. */
export function addUpgrade(program: Program, config: () => Config): void {
  program
    .command('upgrade')
    .description(
      'Bring the database to the version that is installed: back up, rehearse, upgrade, test, and go back where it does not work.',
    )
    .option(
      '--check',
      'only say what would happen, also while the site runs; end with 1 when something is in the way',
    )
    .option('--json', 'print the result as JSON')
    .action(async (typed: Typed) => {
      const { said, json, isWell } = typed.check ? await check(config()) : await carryOut(config())
      console.log(typed.json ? JSON.stringify(json, null, 2) : said)
      process.exitCode = isWell ? 0 : 1
    })
}

type Reply = { said: string; json: unknown; isWell: boolean }

const check = (config: Config): Promise<Reply> =>
  withWorld(config, 'either', async (world) => {
    const plan = await planOf(world)
    return { said: sayPlan(plan), json: plan, isWell: plan.ok }
  })

const carryOut = (config: Config): Promise<Reply> =>
  withWorld(config, 'own', async (world) => {
    // It tries the site out: no other command needs that.
    const { upgrade } = await import('./upgrade.ts')
    const outcome = await upgrade(world, (step) => console.error(`… ${step}`))
    return { said: sayOutcome(outcome), json: outcome, isWell: outcome.problem === null }
  })

async function withWorld<Result>(
  config: Config,
  opening: Opening,
  use: (world: World) => Promise<Result>,
): Promise<Result> {
  const server = await openServer(config, opening, () => {})
  try {
    return await use({
      config,
      url: server.url,
      folder: migrationsFolder,
      now: () => new Date(),
      scratch: (lent) => withScratchServer(config.dataDir, lent),
    })
  } catch (error) {
    throw noDatabase(error, config.databaseUrl) ?? error
  } finally {
    await server.stop()
  }
}

const ends: Record<Outcome['ended'], string> = {
  'up to date': 'The database is up to date. Nothing was done.',
  upgraded: 'The database is upgraded, and works. Start the site: twinleaf serve',
  kept: 'Nothing was changed. Mend what is wrong, or go on with the version you had.',
  back: 'The upgrade did not work. The database is again as it was before: go on with the version you had.',
}

function sayOutcome({ ended, problem, backup, steps }: Outcome): string {
  return [
    ...steps.map(({ step, seconds }) => `${step.padEnd(42)} ${seconds.toFixed(1).padStart(6)} s`),
    ...(problem === null ? [] : [`What was wrong: ${problem}`]),
    ends[ended],
    ...(backup ? [`The backup made before is ${backup}.`] : []),
  ].join('\n')
}
