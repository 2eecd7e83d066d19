import { readdir, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import { pendingMigrations } from '../db/index.ts'
import { all } from '../features/all.ts'
import { freshHours, newestVerified } from '../features/backups/index.ts'
import type { App } from '../platform/app.ts'
import type { Command } from '../platform/commands.ts'
import { brokenJournalRow } from '../platform/journal.ts'
import { isHeld, mailHold } from '../platform/mail/index.ts'
import { migrationsFolder } from '../platform/version.ts'

type Finding = { check: string; ok: boolean; note: string }

/** Looks whether all is well, for anyone who runs the machine. */
export const doctor: Command = {
  name: 'doctor',
  summary: 'Check that all is well: settings, database, schema, journal, disk, worker, mail, backups, clock.',
  async run(app) {
    const findings = [
      await databaseSettings(app),
      await schema(app),
      await journal(app),
      await disk(app),
      await worker(app),
      await mail(app),
      await backups(app),
      ...(await minutes(app)),
      await clock(app),
    ]
    const lines = findings.map(({ check, ok, note }) => `${ok ? 'ok  ' : 'LOOK'} ${check}: ${note}`)
    return {
      text: lines.join('\n'),
      json: { ok: findings.every(({ ok }) => ok), findings },
      exitCode: findings.every(({ ok }) => ok) ? 0 : 1,
    }
  },
}

/** Settings without which an acknowledged answer could be lost. */
async function databaseSettings({ db }: App): Promise<Finding> {
  const names = ['fsync', 'full_page_writes', 'synchronous_commit', 'data_checksums']
  const { rows } = await sql<{ name: string; setting: string }>`
    select name, setting from pg_settings where name in (${sql.join(names)})`.execute(db)
  const { rows: versions } = await sql<{ server_version: string }>`show server_version`.execute(db)
  const off = rows.filter(({ setting }) => setting === 'off').map(({ name }) => name)
  const version = `PostgreSQL ${Object.values(versions[0] ?? {})[0] ?? ''}`
  return {
    check: 'database',
    ok: off.length === 0,
    note: off.length === 0 ? `${version}, durable` : `${version}; off: ${off.join(', ')}`,
  }
}

async function schema({ db }: App): Promise<Finding> {
  const pending = await pendingMigrations(db, migrationsFolder)
  return {
    check: 'schema',
    ok: pending.length === 0,
    note: pending.length === 0 ? 'up to date' : `missing: ${pending.join(', ')}`,
  }
}

async function journal({ db }: App): Promise<Finding> {
  const broken = await brokenJournalRow(db)
  return {
    check: 'journal',
    ok: broken === null,
    note: broken === null ? 'the chain holds' : `row ${broken} does not fit the one before`,
  }
}

async function disk({ config }: App): Promise<Finding> {
  const { bavail, bsize, blocks } = await statfs(config.dataDir)
  const share = Math.round((bavail / blocks) * 100)
  return { check: 'disk', ok: share >= 5, note: `${share} % free (${Math.round((bavail * bsize) / 1e9)} GB)` }
}

async function worker({ db, now }: App): Promise<Finding> {
  const beat = await db
    .selectFrom('workerBeat')
    .select('at')
    .orderBy('at', 'desc')
    .limit(1)
    .executeTakeFirst()
  const seconds = beat ? Math.round((now().getTime() - beat.at.getTime()) / 1000) : null
  return {
    check: 'worker',
    ok: seconds !== null && seconds < 60,
    note: seconds === null ? 'none has run yet' : `last sign of life ${seconds} s ago`,
  }
}

async function mail({ db, now }: App): Promise<Finding> {
  const oldest = await db
    .selectFrom('outbox')
    .leftJoin('mailCampaign', 'mailCampaign.id', 'outbox.campaignId')
    .select('outbox.dueAt')
    .where('state', 'in', ['queued', 'deferred', 'sending'])
    .where('mailCampaign.stoppedAt', 'is', null)
    .where(({ not }) => not(isHeld()))
    .orderBy('outbox.dueAt')
    .limit(1)
    .executeTakeFirst()
  const hold = await mailHold(db)
  if (hold?.reason === 'restored') return { check: 'mail', ok: false, note: heldNote }
  const minutes = oldest ? Math.round((now().getTime() - oldest.dueAt.getTime()) / 60_000) : 0
  return {
    check: 'mail',
    ok: minutes < 10,
    note: minutes < 10 ? 'nothing is late' : `the oldest email has been due for ${minutes} minutes`,
  }
}

async function backups({ db, now, config }: App): Promise<Finding> {
  const verified = await newestVerified(db)
  const hours = verified ? Math.floor((now().getTime() - verified.madeAt.getTime()) / 3_600_000) : null
  if (hours === null && !config.backup.isDaily)
    return {
      check: 'backups',
      ok: true,
      note: 'none are made here; see that your database is backed up, or set BACKUPS',
    }
  if (hours === null)
    return { check: 'backups', ok: false, note: 'none is verified yet: `twinleaf backup create`' }
  return { check: 'backups', ok: hours < freshHours, note: `the last verified one is ${hours} h old` }
}

/** Archived files that nobody puts away fill the disk. */
const mostWaiting = 20

async function minutes({ embeddedIn, config }: App): Promise<Finding[]> {
  if (!embeddedIn || !config.backup.anyMinute) return []
  const waiting = await readdir(join(embeddedIn, 'archive')).catch(() => null)
  if (!waiting) return [{ check: 'any minute', ok: true, note: 'begins with `twinleaf serve`' }]
  const ok = waiting.length < mostWaiting
  return [{ check: 'any minute', ok, note: `${waiting.length} files of the log wait for the worker` }]
}

const heldNote =
  'held since a restore; see `twinleaf mail list --state queued`, then let it go with `twinleaf mail resume`'

/** What was due while no worker ran, and is too old by now to be done without asking anyone. */
async function clock({ db, now }: App): Promise<Finding> {
  const lines = await Promise.all(all.map(({ missed }) => missed?.(db, now()) ?? []))
  const note = lines.flat().join('; ')
  return { check: 'clock', ok: note === '', note: note || 'nothing was missed' }
}
