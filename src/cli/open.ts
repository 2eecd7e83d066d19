import { join } from 'node:path'
import { sql } from 'kysely'
import { joinEmbedded, shareEmbedded, startEmbedded } from '../db/embedded/index.ts'
import { withScratchServer } from '../db/embedded/scratch.ts'
import { connect, type Db, migrateToLatest, pendingMigrations, unknownMigrations } from '../db/index.ts'
import { isCutOff } from '../db/rows/index.ts'
import { all } from '../features/all.ts'
import type { Feature } from '../features/people/index.ts'
import type { App } from '../platform/app.ts'
import { causeNow } from '../platform/cause.ts'
import type { Config } from '../platform/config.ts'
import { openLog } from '../platform/log.ts'
import { listsOf } from '../platform/mail/index.ts'
import { queueAt } from '../platform/open-queue.ts'
import { ownDataOf } from '../platform/own-data.ts'
import { prepareQueues } from '../platform/prepare-queues.ts'
import { root } from '../platform/root.ts'
import { watchDisk } from '../platform/space.ts'
import { openTraces, type Traces } from '../platform/traces.ts'
import { migrationsFolder } from '../platform/version.ts'
import { wordedOf } from '../platform/worded.ts'
import { workOf } from '../worker/work-of.ts'
import { NoDatabase, noDatabase, refuseVersion } from './no-database.ts'
import { compareWays, refusePooler } from './pooler.ts'

/** How a shell comes to its database: it starts the embedded server, only joins one that runs, or does as it can. */
export type Opening = 'own' | 'join' | 'either'

export type Opened = { app: App; close(): Promise<void> }

/**
 * Opens the outside world for a shell. `own` starts the embedded server, `join` needs one that runs, `either`
 * joins a running one or starts one, which lasts until the last command that uses it has ended.
 *
 * @param tell hears it when there was no network yet and a new, empty one was made
 * @throws DataDirBusy when `own` finds that another process has the data directory
 * @throws NoDatabase when `join` finds none, or when it cannot be used
 */
export async function openApp(
  config: Config,
  opening: Opening,
  tell: (news: string) => void = console.error,
): Promise<Opened> {
  const log = openLog(config.logLevel)
  const server = await openServer(config, opening, (line) => log.debug({ line }, 'postgres'))
  // A command learns of a lost connection by its next statement, and says so in a sentence.
  const heard = opening === 'either' ? openLog('silent') : log
  try {
    const { app, close } = await appOn(server.url, config, heard, async (db) => {
      await greet(db)
      await refusePooler(config)
      if (await isCutOff(db)) throw new NoDatabase(cutOff)
      const [first] = await migrate(db, server.url)
      if (first === firstMigration) tell(newNetworkIn(config))
    })
    const closeAll = async () => {
      await close()
      await server.stop()
    }
    return { app: { ...app, log }, close: closeAll }
  } catch (error) {
    await server.stop()
    throw noDatabase(error, config.databaseUrl) ?? error
  }
}

/**
 * The world around a database that answers.
 *
 * @param url where what holds a session goes; pages go by a pooler, where there is one
 * @param log hears of lost connections too
 * @param prepare what is to be done there first
 */
export async function appOn(
  url: string,
  config: Config,
  log: App['log'],
  prepare: (db: Db) => Promise<void>,
): Promise<Opened> {
  let isClosing = false
  const traces = tracesOf(config, log)
  const pooler = config.directUrl && config.databaseUrl
  const db = connect(pooler ?? url, {
    isPooled: pooler !== null,
    onStatement: traces && tellingOf(traces),
    // At the end the server may close a connection before its pool does, which is nobody's loss.
    onError: (error) => isClosing || log.warn({ err: error }, 'database_connection_lost'),
  })
  try {
    await (pooler ? prepareDirectly(db, url, prepare) : prepare(db))
    const queue = queueAt(url, log)
    const offsetMs = await clockOffset(db)
    const now = () => new Date(Date.now() + offsetMs)
    const scratch: App['scratch'] = (use) => withScratchServer(config.dataDir, use)
    const { origin } = config
    const embeddedIn = config.databaseUrl ? null : embeddedFolder(config)
    const isDemonstration = offsetMs !== 0
    const space = watchDisk(config.dataDir, config.reserveBytes, embeddedIn !== null)
    const app: App = {
      db,
      now,
      isDemonstration,
      origin,
      config,
      log,
      queue,
      space,
      ownData: ownDataOf(all),
      worded: wordedOf(all),
      lists: listsOf(all),
      traces,
      embeddedIn,
      scratch,
    }
    return {
      app,
      async close() {
        isClosing = true
        await queue.close()
        await db.destroy()
        await traces?.close()
      },
    }
  } catch (error) {
    await db.destroy()
    throw error
  }
}

/** What is prepared holds a connection for longer than a transaction. */
async function prepareDirectly(pooled: Db, url: string, prepare: (db: Db) => Promise<void>): Promise<void> {
  const direct = connect(url, { connections: 3 })
  try {
    await compareWays(pooled, direct)
    await prepare(direct)
  } finally {
    await direct.destroy()
  }
}

const tracesOf = ({ tracesTo }: Config, log: App['log']) =>
  tracesTo
    ? openTraces(tracesTo, (error, dropped) => log.warn({ err: error, dropped }, 'traces_not_taken'))
    : undefined

/** Statements are parts of what runs when they do; those of nothing that is told of, such as a look whether emails are due, are none. */
const tellingOf = (traces: Traces) => (text: string, ms: number) => {
  const cause = causeNow()
  if (!cause?.span) return
  const until = Date.now()
  traces.tell({
    trace: cause.trace,
    span: traces.newSpan(),
    parent: cause.span,
    name: text.trimStart().split(/\s/, 1)[0]?.toLowerCase() ?? 'statement',
    kind: 'client',
    attributes: { 'db.system.name': 'postgresql', 'db.query.text': text.slice(0, 2_000) },
    from: until - ms,
    until,
    isFault: false,
  })
}

const cutOff =
  'A restore into this database was cut off before its end. Start it again: `twinleaf backup restore FILE`.'

const firstMigration = '0001-people'

/** A folder that is mistyped or not mounted looks like a network that has lost everything. */
const newNetworkIn = ({ databaseUrl, dataDir }: Config) =>
  databaseUrl
    ? 'There was no network in the database of DATABASE_URL yet. A new, empty one was made in it.'
    : `There was no network in ${dataDir} yet. A new, empty one was made there. If yours should be there, check DATA_DIR.`

/** @throws NoDatabase when it does not answer, or is not one that we know how to use */
async function greet(db: Db): Promise<void> {
  const { rows } = await sql<{ number: number }>`
    select current_setting('server_version_num')::int as number`.execute(db)
  refuseVersion(rows[0]?.number ?? 0)
  const [newest] = (await unknownMigrations(db, migrationsFolder)).reverse()
  if (newest)
    throw new NoDatabase(
      `The database was used by a newer Twinleaf (it has ${newest}, this one does not). Run that version, or restore a backup made before.`,
    )
}

/**
 * How far the demonstration's clock is from the machine's, in milliseconds; 0 for everyone else.
 *
 * @source docs/decisions/0007-the-demonstration-has-its-own-clock.md
 */
async function clockOffset(db: Db): Promise<number> {
  const setting = await db.selectFrom('setting').select('value').where('key', '=', 'clock').executeTakeFirst()
  return Number(setting?.value ?? 0)
}

/** Brings the schema up to date, and the queues with it. Does nothing when there is nothing to do. */
export async function migrate(
  db: Db,
  url: string,
  features?: readonly Feature[],
  folder = migrationsFolder,
): Promise<string[]> {
  const pending = await pendingMigrations(db, folder)
  const done = pending.length > 0 ? await migrateToLatest(db, folder) : []
  const { jobs, clockwork } = workOf(features)
  await prepareQueues(db, url, [...jobs, ...clockwork])
  return done
}

export async function openServer(config: Config, opening: Opening, log: (line: string) => void) {
  if (config.databaseUrl) return { url: config.directUrl ?? config.databaseUrl, stop: async () => {} }
  const dataDir = embeddedFolder(config)
  const archives = config.backup.anyMinute
  if (opening === 'own') return startEmbedded({ dataDir, log, archives })
  if (opening === 'either') return shareEmbedded({ dataDir, keeper })
  const server = await joinEmbedded(dataDir)
  if (server) return server
  throw new NoDatabase(
    `No database is running on ${config.dataDir}. Start \`twinleaf serve\` first, or set DATABASE_URL.`,
  )
}

export const embeddedFolder = ({ dataDir }: Config) => join(dataDir, 'postgres')

/** A process of its own, which Node runs from the source also when the rest is bundled. */
const keeper = join(root, 'src/db/embedded/keeper.ts')
