import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { connect, migrateToLatest } from '../src/db/index.ts'
import { root } from '../src/platform/root.ts'
import { migrationsFolder } from '../src/platform/version.ts'
import { buildAssets } from '../src/web/assets.ts'
import { createSite } from '../src/web/site.tsx'
import { aPerson } from './builders.ts'
import { testApp } from './harness.ts'
import { signedIn } from './signed-in.ts'

/** Those before were written before this was looked at; they run on networks that nobody uses yet. */
const firstLookedAt = '0026'
/** Tables that these rewrite hold a row for each application of a round, and take a moment. */
const borne = ['0031-form-answers.sql']
/** The first is taste; the others are set for every migration: see src/db/migrations.ts. */
const left = ['prefer-bigint-over-int', 'require-lock-timeout', 'require-statement-timeout']

/** It is had for some machines only; there the rest of this is skipped. */
const squawk = join(root, `node_modules/@squawk-cli/${process.platform}-${process.arch}/bin/squawk`)
const hasSquawk = existsSync(squawk)

/** What is dangerous in a migration of a network in use. */
function dangersIn(file: string): string[] {
  const isOutside = readFileSync(file, 'utf8').startsWith('-- Outside a transaction')
  const flags = ['--pg-version', '15.0', '--reporter', 'gcc', ...left.flatMap((rule) => ['--exclude', rule])]
  const { stdout, status } = spawnSync(
    squawk,
    [...flags, ...(isOutside ? [] : ['--assume-in-transaction']), file],
    { encoding: 'utf8', timeout: 60_000 },
  )
  return status === 0 ? [] : stdout.trim().split('\n')
}

const folder = mkdtempSync(join(tmpdir(), 'twinleaf-migrations-'))
const planted = (name: string, text: string) => {
  writeFileSync(join(folder, name), text)
  return join(folder, name)
}

test.skipIf(!hasSquawk)(
  'no migration from now on keeps people waiting or breaks the version that runs (skipped where squawk is not had)',
  () => {
    const files = readdirSync(migrationsFolder).filter(
      (name) => name.endsWith('.sql') && name >= firstLookedAt && !borne.includes(name),
    )

    expect(files.flatMap((name) => dangersIn(join(migrationsFolder, name)))).toEqual([])
  },
)

test.skipIf(!hasSquawk)('what would is found (skipped where squawk is not had)', () => {
  const found = [
    'alter table person rename column name to full_name;',
    'alter table person alter column name type varchar(50);',
    'create index person_name on person (name);',
    "alter table person add constraint named check (name <> '');",
  ].map((text, index) => dangersIn(planted(`planted-${index}.sql`, text)).length > 0)
  const harmless = dangersIn(planted('harmless.sql', 'alter table person add column pronouns text;'))

  expect([found, harmless]).toEqual([[true, true, true, true], []])
})

test('people read and write while migrations run, also while someone holds a table', async () => {
  const app = await testApp()
  const site = createSite(app, await buildAssets())
  const sol = await aPerson(app, { name: 'Sol Quispe' })
  const headers = await signedIn(app, sol)
  const migrations = mkdtempSync(join(tmpdir(), 'twinleaf-migrations-'))
  cpSync(migrationsFolder, migrations, { recursive: true })
  writeFileSync(join(migrations, '9998-column.sql'), 'alter table person add column pronouns text;')
  writeFileSync(
    join(migrations, '9999-index.sql'),
    `-- Outside a transaction: the index is built beside the traffic.\n
     create index concurrently if not exists person_pronouns on person (pronouns);
     create index concurrently if not exists round_title on round (title);`,
  )
  let isOver = false
  const statuses = new Map<number, number>()
  const ask = async (path: string, fields?: Record<string, string>) => {
    const body = fields && new URLSearchParams(fields)
    const answer = await site.request(app.origin + path, { headers, ...(body && { method: 'POST', body }) })
    statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1)
  }
  const traffic = [0, 1].map(async () => {
    for (let count = 0; !isOver; count += 1) {
      await ask('/me')
      await ask('/me/settings', { name: `Sol ${count}`, givenName: 'Sol', locale: 'en', zone: 'UTC' })
    }
  })
  const reader = app.db.transaction().execute(async (tx) => {
    await tx.selectFrom('person').select('id').execute()
    await sql`select pg_sleep(1.6)`.execute(tx)
  })

  const done = await migrateToLatest(app.db, migrations)
  await reader
  isOver = true
  await Promise.all(traffic)

  expect(done).toEqual(['9998-column', '9999-index'])
  expect([...statuses.keys()].sort()).toEqual([200, 303])
  const { rows } = await sql`select from pg_index where not indisvalid`.execute(app.db)
  expect(rows).toEqual([])
})

test('a migration that fails leaves those before it done and nothing of its own, and goes on from there', async () => {
  const app = await testApp()
  const migrations = mkdtempSync(join(tmpdir(), 'twinleaf-migrations-'))
  cpSync(migrationsFolder, migrations, { recursive: true })
  writeFileSync(join(migrations, '9997-first.sql'), 'create table one_more (id int);')
  writeFileSync(join(migrations, '9998-second.sql'), 'create table another (id int); select 1 / 0;')

  await expect(migrateToLatest(app.db, migrations)).rejects.toThrow('division by zero')
  writeFileSync(join(migrations, '9998-second.sql'), 'create table another (id int);')
  const [one, other] = await Promise.all([
    migrateToLatest(app.db, migrations),
    migrateToLatest(app.db, migrations),
  ])

  expect([one, other].sort((a, b) => a.length - b.length)).toEqual([[], ['9998-second']])
})

test('who waits for the migrations of another process holds nothing open between one look and the next', async () => {
  const app = await testApp()
  const waiting = connect(app.config.databaseUrl ?? '', { connections: 2 })
  const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(waiting)
  /** Seen after it has asked at least once. */
  const states = async () => {
    const { rows: seen } = await sql<{ state: string }>`
      select state from pg_stat_activity where pid = ${rows[0]?.pid} and query not like '%pg_backend_pid%'`.execute(
      app.db,
    )
    return seen.map(({ state }) => state)
  }
  let done: Promise<string[]> | undefined

  await app.db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(20160301)`.execute(tx)
    done = migrateToLatest(waiting, migrationsFolder)
    await expect.poll(states, { timeout: 20_000, interval: 20 }).toContain('idle')
  })

  expect(await done).toEqual([])
  await waiting.destroy()
})
