import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Command as Program } from 'commander'
import { abandonFilling, beginFilling, endFilling, isInUse } from '../db/rows/index.ts'
import {
  erasuresFor,
  findBackup,
  identityIn,
  settleRestored,
  tablesLeftOut,
} from '../features/backups/index.ts'
import type { Erased } from '../features/own-data/index.ts'
import { type Contents, checkBackup, loadBackup, type Source } from '../platform/backups/index.ts'
import type { Config } from '../platform/config.ts'
import { openLog } from '../platform/log.ts'
import { Conflict } from '../platform/refusals.ts'
import { version } from '../platform/version.ts'
import { workOf } from '../worker/work-of.ts'
import { appOn, migrate, openServer } from './open.ts'
import { restoreMinute } from './restore-minute.ts'

type Typed = { identity?: string; scrub?: boolean; at?: string; json?: boolean }

/** Restoring needs a database in which nothing is yet: other commands would make a network in it first. */
export function addRestore(program: Program, config: () => Config): void {
  const group = program.commands.find((one) => one.name() === 'backup') ?? program.command('backup')
  group
    .command('restore')
    .description(
      'Put a backup into an empty database or a new DATA_DIR. Emails are held until `twinleaf mail resume`.',
    )
    .argument('[FILE]', 'path of a backup, or its name in the place where backups are kept')
    .option(
      '--at <INSTANT>',
      'instead of a file: the embedded database as it was then, such as 2016-02-21T18:00Z',
    )
    .option('--identity <FILE>', 'file with the secret key of age, for an encrypted backup')
    .option('--scrub', 'a copy for testing: made-up names, addresses and texts, and no email ever')
    .option('--json', 'print the result as JSON')
    .action(async (named: string | undefined, typed: Typed) => {
      const restored = typed.at
        ? await minute(config(), typed.at, typed)
        : await restore(config(), named ?? 'FILE', typed)
      console.log(typed.json ? JSON.stringify(restored, null, 2) : sayRestored(restored, typed))
    })
}

type Outcome = { backup: string; madeAt: string; version: string; rows: number | null; scrubbed: boolean }

/**
 * Looks at all of the backup before it touches anything, and leaves nothing behind when it does not work out.
 *
 * @throws Unacceptable with a code that begins with `backup-`
 * @throws Conflict `database-not-empty`
 */
export async function restore(config: Config, named: string, typed: Typed): Promise<Outcome> {
  const source = await findBackup(config, named, typed.identity)
  say(`Looking whether ${source.name} is whole.`)
  const contents = await checkBackup(source)
  const erased = await erasuresFor(config, named)
  const folder = join(config.dataDir, 'postgres')
  const isNew = !existsSync(folder)
  const server = await openServer(config, 'own', () => {})
  let isDone = false
  try {
    if (await isInUse(server.url, ['person', 'round', 'post'])) throw new Conflict('database-not-empty')
    await fillWith(server.url, config, { ...source, contents, erased, scrubbed: typed.scrub === true })
    isDone = true
  } finally {
    await server.stop()
    if (isNew && !isDone && !config.databaseUrl) await rm(folder, { recursive: true, force: true })
  }
  const { header, manifest } = contents
  const rows = manifest.parts.reduce((sum, part) => sum + part.rows, 0)
  const { at: madeAt, version } = header
  return { backup: source.name, madeAt, version, rows, scrubbed: typed.scrub === true }
}

type Filling = Source & { name: string; contents: Contents; scrubbed: boolean; erased: readonly Erased[] }

/** Killed on the way, the database says so to anyone who opens it, and the next restore begins anew. */
async function fillWith(url: string, config: Config, filling: Filling): Promise<void> {
  const { name, contents, scrubbed, erased } = filling
  await beginFilling(url)
  try {
    const tell = (table: string, rows: number) => rows > 0 && say(`${table}: ${rows} rows`)
    await loadBackup(url, filling, contents, { leftOut: tablesLeftOut, tell })
  } catch (error) {
    await abandonFilling(url)
    throw error
  }
  const { app, close } = await appOn(
    url,
    config,
    openLog(config.logLevel),
    async (db) => void (await migrate(db, url)),
  )
  try {
    const restored = {
      backup: name,
      madeAt: contents.header.at,
      scrubbed,
      waiting: contents.manifest.waiting,
      erased,
    }
    await settleRestored(app, restored, new Set(workOf().jobs.map((job) => job.name)))
  } finally {
    await close()
  }
  await endFilling(url)
}

async function minute(config: Config, at: string, typed: Typed): Promise<Outcome> {
  const scrubbed = typed.scrub === true
  const identity = typed.identity ? await identityIn(typed.identity) : null
  const base = await restoreMinute(config, { at, identity, scrubbed })
  return { backup: base.name, madeAt: at, version, rows: null, scrubbed }
}

function sayRestored({ backup, madeAt, rows }: Outcome, { scrub }: Typed): string {
  const done =
    rows === null
      ? `The database is as it was at ${madeAt}.`
      : `Restored ${rows} rows from ${backup}, made at ${madeAt}.`
  if (scrub) return `${done} Names, addresses and texts are made up, and no email leaves this copy.`
  return [
    done,
    'Emails are held, because some may have been sent since then. What to do now:',
    '  1. twinleaf serve, and look at the site.',
    '  2. twinleaf mail list --state queued, and stop what has gone out already: twinleaf mail stop CAMPAIGN.',
    '  3. twinleaf mail resume',
    'Everyone signs in anew. Anyone who uses a second factor sets it up again.',
  ].join('\n')
}

/** Progress is for someone who looks on, and leaves standard output to the result. */
const say = (text: string) => process.stderr.isTTY && console.error(text)
