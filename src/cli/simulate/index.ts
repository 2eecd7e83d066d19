import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { InvalidArgumentError, type Command as Program } from 'commander'
import { sql } from 'kysely'
import { withScratchServer } from '../../db/embedded/scratch.ts'
import { connect } from '../../db/index.ts'
import { readConfig } from '../../platform/config.ts'
import { openLog } from '../../platform/log.ts'
import { appOn, migrate } from '../open.ts'
import type { Outcome } from './outcome.ts'
import type { Wish } from './simulate.ts'
import { outcomeAsText } from './told.ts'

type Typed = { people: number; weeks: number; seed: number; minutes: number; json?: boolean }

/** A whole round in a few minutes, in a database of its own, of which nothing stays. */
export function addSimulate(program: Program): void {
  program
    .command('simulate')
    .description(
      'Go through a whole round of invented people in a few minutes, in a database of its own, and say who was noticed when, who was helped how, and how many hours that took. No network is touched and no email leaves.',
    )
    .option('--people <N>', 'how many apply', wholeNumber(4, 5_000), 1_000)
    .option('--weeks <N>', 'how many weeks of it', wholeNumber(1, 16), 16)
    .option('--seed <N>', 'decides what happens to whom', wholeNumber(0, 2 ** 31), 1)
    .option('--minutes <N>', 'how long all coordinators together work in a week', wholeNumber(0, 6_000), 120)
    .option('--json', 'print the result as JSON')
    .action(async ({ json, minutes, ...wish }: Typed) => {
      const start = performance.now()
      const tell = (stage: string) => console.error(`${secondsSince(start)} s: ${stage}`)
      const outcome = await inScratch({ ...wish, weeklyMinutes: minutes, tell })
      tell('done')
      console.log(json ? JSON.stringify(outcome, null, 2) : outcomeAsText(outcome))
    })
}

const secondsSince = (start: number) => ((performance.now() - start) / 1000).toFixed(0)

const wholeNumber = (least: number, most: number) => (typed: string) => {
  const value = Number(typed)
  if (Number.isInteger(value) && value >= least && value <= most) return value
  throw new InvalidArgumentError(`It is a whole number from ${least} to ${most}.`)
}

async function inScratch(wish: Wish): Promise<Outcome> {
  const folder = await mkdtemp(join(tmpdir(), 'twinleaf-simulated-'))
  try {
    return await withScratchServer(folder, async (url) => {
      await hurry(url)
      const config = readConfig({
        ...{
          DATABASE_URL: url,
          DATA_DIR: folder,
          BASE_URL: 'https://network.example',
          MAIL_TRANSPORT: 'spool',
        },
        ...{ BOUNCE_ADDRESS: 'returns@network.example' },
        SECRET: 'of a network that exists for some minutes and has no secrets',
      })
      const { app, close } = await appOn(url, config, openLog('silent'), async (db) => {
        await migrate(db, url)
      })
      const db = connect(url, { isAlone: true })
      try {
        const { simulate } = await import('./simulate.ts')
        return await simulate({ ...app, db }, wish)
      } finally {
        await db.destroy()
        await close()
      }
    })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Nothing of it need outlive a loss of power. */
async function hurry(url: string): Promise<void> {
  const db = connect(url, { connections: 1 })
  const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(db)
  await sql`alter database ${sql.id(rows[0]?.name ?? '')} set synchronous_commit = off`.execute(db)
  await db.destroy()
}
