import { statfs } from 'node:fs/promises'
import { sql } from 'kysely'
import { Gauge, Registry } from 'prom-client'
import { connectionsOf, type Db } from '../../db/index.ts'
import { newestVerified } from '../../features/backups/index.ts'
import type { Contributions } from '../../features/people/index.ts'
import type { App } from '../../platform/app.ts'
import { mailboxState, mailHold, mailStates, oldestDue } from '../../platform/mail/index.ts'
import { version } from '../../platform/version.ts'

type Value = { labels?: Record<string, string>; value: number }

/** How things stand: on this machine, and in the database where one answers. Ages are left out where there is nothing to age. */
export async function found(app: App, features: readonly Contributions[]): Promise<string> {
  const registry = new Registry()
  const show = (name: string, help: string, values: readonly Value[]) => {
    if (values.length === 0) return
    const labelNames = Object.keys(values[0]?.labels ?? {})
    const gauge = new Gauge({ name: `twinleaf_${name}`, help, labelNames, registers: [registry] })
    for (const { labels = {}, value } of values) gauge.set(labels, value)
  }
  await showMachine(app, show)
  const isUp = await showRows(app, features, show).then(
    () => true,
    (error) => {
      app.log.warn({ err: error }, 'metrics_of_rows_missing')
      return false
    },
  )
  show('database_up', '1 while the database answers.', [{ value: Number(isUp) }])
  return registry.metrics()
}

type Show = (name: string, help: string, values: readonly Value[]) => void

async function showMachine({ db, config }: App, show: Show): Promise<void> {
  show('build_info', 'Always 1; the version is its label.', [{ labels: { version }, value: 1 }])
  const disk = await statfs(config.dataDir)
  show('disk_free_bytes', 'Room on the disk of DATA_DIR.', [{ value: disk.bavail * disk.bsize }])
  show('disk_size_bytes', 'Size of the disk of DATA_DIR.', [{ value: disk.blocks * disk.bsize }])
  const states = Object.entries(connectionsOf(db)).map(([state, value]) => ({ labels: { state }, value }))
  show(
    'database_connections',
    'Connections of this process: open, idle, and asked for in vain so far.',
    states,
  )
  show('backups_expected', '1 where a backup is made each day.', [{ value: Number(config.backup.isDaily) }])
}

async function showRows(app: App, features: readonly Contributions[], show: Show): Promise<void> {
  const { db } = app
  const now = app.now()
  const age = (at: Date | null | undefined): Value[] =>
    at ? [{ value: Math.max(0, (now.getTime() - at.getTime()) / 1000) }] : []

  show('emails', 'Emails in the outbox, by state.', await emails(db))
  const due = (await oldestDue(db)) ?? now
  show('emails_due_age_seconds', 'How long the oldest email has been due that nothing holds.', age(due))
  const isHeld = (await mailHold(db)) !== undefined
  show('emails_held', '1 while all emails are held since a restore.', [{ value: Number(isHeld) }])
  show(
    'mailbox_read_age_seconds',
    'Since the mailbox was last read that emails come back to; endless where it never was.',
    await mailboxAge(app),
  )
  show('inbound', 'Messages of the last 30 days that came in, by kind.', await inbound(db))
  const { count, dueAge } = await openJobs(db)
  show('jobs', 'Jobs that are not done, or have failed, by queue and state.', count)
  show('jobs_due_age_seconds', 'How long the oldest job of a queue has been due.', dueAge)
  show('worker_silent_seconds', 'Since the last sign of life of any worker.', age(await lastBeat(db)))
  show('backup_age_seconds', 'Age of the newest verified backup.', age((await newestVerified(db))?.madeAt))
  const missed = await Promise.all(features.map((one) => one.missed?.(db, now) ?? []))
  show('missed', 'What should have happened by itself and did not.', [{ value: missed.flat().length }])
}

/** Nothing where no mailbox is set: a password that is wrong from the first day is told of like one that became so. */
async function mailboxAge({ db, config, now }: App): Promise<Value[]> {
  const { mailbox } = config.mail
  if (!mailbox) return []
  const readAt = (await mailboxState(db, mailbox.name))?.readAt
  return [{ value: readAt ? (now().getTime() - readAt.getTime()) / 1000 : Number.POSITIVE_INFINITY }]
}

async function emails(db: Db): Promise<Value[]> {
  const counts = await db
    .selectFrom('outbox')
    .select(({ fn }) => ['state', fn.countAll<number>().as('count')])
    .groupBy('state')
    .execute()
  const by = new Map(counts.map(({ state, count }) => [state, count]))
  return mailStates.map((state) => ({ labels: { state }, value: by.get(state) ?? 0 }))
}

async function inbound(db: Db): Promise<Value[]> {
  const counts = await db
    .selectFrom('inboundMail')
    .select(({ fn }) => ['kind', fn.countAll<number>().as('count')])
    .groupBy('kind')
    .execute()
  return counts.map(({ kind, count }) => ({ labels: { kind }, value: count }))
}

async function lastBeat(db: Db): Promise<Date | null> {
  const { at } = await db
    .selectFrom('workerBeat')
    .select(({ fn }) => fn.max<Date | null>('at').as('at'))
    .executeTakeFirstOrThrow()
  return at
}

type OpenJobs = { queue: string; state: string; count: number; dueAge: number | null }

/** Its own clock: the queue keeps the time of the database. */
async function openJobs(db: Db): Promise<{ count: Value[]; dueAge: Value[] }> {
  const { rows } = await sql<OpenJobs>`
    select name as queue, state::text, count(*)::int as count,
      extract(epoch from max(now() - start_after) filter (where state in ('created', 'retry') and start_after < now()))::float8
        as due_age
    from pgboss.job where state not in ('completed', 'cancelled') and name not like '\\_\\_%' group by 1, 2`.execute(
    db,
  )
  return {
    count: rows.map(({ queue, state, count }) => ({ labels: { queue, state }, value: count })),
    dueAge: rows.flatMap(({ queue, dueAge }) =>
      dueAge === null ? [] : [{ labels: { queue }, value: dueAge }],
    ),
  }
}
