import { createWriteStream, existsSync } from 'node:fs'
import { appendFile, chmod, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { CannotStart } from '../db/embedded/cannot-start.ts'
import { startEmbedded } from '../db/embedded/index.ts'
import { type Base, basesOf, erasuresFor, logFolder, settleRestored } from '../features/backups/index.ts'
import { type Place, placeOf, unpackFiles, unseal } from '../platform/backups/index.ts'
import type { Config } from '../platform/config.ts'
import { openLog } from '../platform/log.ts'
import { Conflict, NotFound, Unacceptable } from '../platform/refusals.ts'
import { appOn, embeddedFolder, migrate } from './open.ts'

type Wish = { at: string; identity: string | null; scrubbed: boolean }

/**
 * Brings the embedded database back as it was at an instant, in a new DATA_DIR. All is done aside: it gets its name when
 * it is whole, and one that was killed has left nothing that looks like a database.
 *
 * @returns the copy from which it began
 */
export async function restoreMinute(config: Config, wish: Wish): Promise<Base> {
  const at = instantOf(wish.at)
  if (config.databaseUrl) throw new Conflict('minute-needs-embedded')
  const target = embeddedFolder(config)
  if (existsSync(join(target, 'cluster'))) throw new Conflict('database-not-empty')
  const place = placeOf(config.backup.to)
  const base = (await basesOf(place)).filter((one) => one.at <= at).sort((a, b) => +b.at - +a.at)[0]
  if (!base) throw new NotFound('minute-not-covered', { at: wish.at })
  await mkdir(config.dataDir, { recursive: true, mode: 0o711 })
  const aside = await mkdtemp(join(config.dataDir, 'restoring-'))
  try {
    await chmod(aside, 0o711)
    await gather(place, base, join(aside, 'cluster'), wish.identity)
    await recover(config, aside, at, { ...wish, base })
    await mkdir(target, { recursive: true, mode: 0o711 })
    await rename(join(aside, 'cluster'), join(target, 'cluster'))
    return base
  } finally {
    await rm(aside, { recursive: true, force: true, maxRetries: 5 })
  }
}

/** A minute ends with its last moment; what is written without a zone is meant as UTC. */
function instantOf(text: string): Date {
  const isShort = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?$/.test(text)
  const at = new Date(isShort ? `${text}Z` : text)
  if (Number.isNaN(at.getTime()) || !text.includes('T'))
    throw new Unacceptable('minute-not-understood', { at: text })
  return at
}

/** The files, and of the log all that may be needed. */
async function gather(place: Place, base: Base, cluster: string, identity: string | null): Promise<void> {
  await mkdir(cluster, { mode: 0o700 })
  await unpackFiles(await place.get(base.name), identity, cluster)
  for (const { name } of await place.list(logFolder(base.cluster))) {
    const file = basename(name).replace(/\.zst(\.age)?$/, '')
    if (file < base.log && !file.endsWith('.history')) continue
    const into = createWriteStream(join(cluster, 'pg_wal', file), { mode: 0o600 })
    await pipeline(await unseal(await place.get(name), identity), into)
  }
}

const settings = 'postgresql.auto.conf'

async function recover(config: Config, aside: string, at: Date, wish: Wish & { base: Base }): Promise<void> {
  const cluster = join(aside, 'cluster')
  const before = await readFile(join(cluster, settings), 'utf8')
  const target = [
    `recovery_target_time = '${at.toISOString().replace('Z', '+00')}'`,
    "recovery_target_action = 'promote'",
    // All of the log lies where the server looks next, so there is nothing to fetch.
    "restore_command = 'false'",
    // Nobody is let in before that instant is reached.
    'hot_standby = off',
    '',
  ]
  await appendFile(join(cluster, settings), target.join('\n'))
  await writeFile(join(cluster, 'recovery.signal'), '', { mode: 0o600 })
  const server = await startEmbedded({ dataDir: aside, archives: false }).catch((error) => {
    const isShort = error instanceof CannotStart && error.message.includes('recovery target')
    throw isShort ? new NotFound('minute-not-covered', { at: wish.at }) : error
  })
  try {
    const { app, close } = await appOn(
      server.url,
      config,
      openLog(config.logLevel),
      async (db) => void (await migrate(db, server.url)),
    )
    const restored = {
      backup: wish.base.name,
      madeAt: at.toISOString(),
      scrubbed: wish.scrubbed,
      waiting: [],
      erased: await erasuresFor(config),
    }
    await settleRestored(app, restored, new Set()).finally(close)
  } finally {
    await server.stop()
  }
  await writeFile(join(cluster, settings), before, { mode: 0o600 })
}
