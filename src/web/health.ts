import { archiving, pendingMigrations } from '../db/index.ts'
import { isFresh } from '../features/backups/index.ts'
import { type Contributions, router } from '../features/people/index.ts'
import type { App } from '../platform/app.ts'
import { oldestDue } from '../platform/mail/index.ts'
import { migrationsFolder, version } from '../platform/version.ts'

/** Alive, ready, and which version: for anyone who watches the machine. No personal data. */
export const health = router()

health.get('/healthz', (c) => c.json({ ok: true }))

health.get('/readyz', async (c) => {
  const { app, features } = c.var
  const warnings = await warningsOf(app).catch(() => [])
  const inside = await readiness(app).catch(() => ({
    database: false,
    schema: false,
    worker: false,
    mail: false,
  }))
  const { level } = await app.space.look()
  const checks = { ...inside, space: level === 'enough' }
  const ok = Object.values(checks).every(Boolean)
  // For someone to look at: a site that missed something is as ready as any.
  const missed = checks.database ? await missedCount(app, features) : 0
  return c.json({ ok, checks, warnings, missed }, ok ? 200 : 503)
})

health.get('/version', (c) => c.json({ version }))

/** What leaves the site ready, and someone should look at. */
async function warningsOf({ db, now, config }: App): Promise<string[]> {
  const isOverdue = config.backup.isDaily && !(await isFresh(db, now()))
  const isPiling = (await archiving(db)) === 'failing'
  return [...(isOverdue ? ['no-verified-backup'] : []), ...(isPiling ? ['log-not-archived'] : [])]
}

type Readiness = { database: boolean; schema: boolean; worker: boolean; mail: boolean }

async function readiness(app: App): Promise<Readiness> {
  const now = app.now()
  const minutesAgo = (minutes: number) => new Date(now.getTime() - minutes * 60_000)
  const beat = await app.db
    .selectFrom('workerBeat')
    .select('at')
    .where('at', '>', minutesAgo(1))
    .limit(1)
    .executeTakeFirst()
  const oldest = await oldestDue(app.db)
  const pending = await pendingMigrations(app.db, migrationsFolder)
  return {
    database: true,
    schema: pending.length === 0,
    worker: beat !== undefined,
    mail: oldest === null || oldest > minutesAgo(10),
  }
}

async function missedCount({ db, now }: App, features: readonly Contributions[]): Promise<number> {
  const lines = await Promise.all(features.map(({ missed }) => missed?.(db, now()) ?? []))
  return lines.flat().length
}
