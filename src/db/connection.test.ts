import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { testApp } from '../../test/harness.ts'
import { unseenTables } from './connection.ts'
import { changesThrough, often, oftenAs } from './index.ts'

const app = await testApp()

test('a connection that is lost in the middle of a transaction is told by the next statement, and ends nothing else', async () => {
  const work = app.db.transaction().execute(async (tx) => {
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx)
    await sql`select pg_terminate_backend(${rows[0]?.pid})`.execute(app.db)
    await pause(100)
    await sql`select 1`.execute(tx)
  })

  await expect(work).rejects.toThrow(/terminat|not queryable/)
  const { rows } = await sql`select 1 as one`.execute(app.db)
  expect(rows).toEqual([{ one: 1 }])
})

test('what is asked often is prepared once on a connection, and answers as before when a table has grown a column', async () => {
  const names = await app.db.connection().execute(async (db) => {
    const asked = () => often(db, db.selectFrom('network').select('zone'))
    await asked()
    await sql`alter table network add column grown text`.execute(db)
    const after = await asked()
    const { rows } = await sql<{ name: string }>`
      select name from pg_prepared_statements where statement = 'select "zone" from "network"'`.execute(db)
    expect(after).toEqual([])
    return rows.map(({ name }) => name)
  })

  expect(names).toEqual([expect.stringMatching(/^often_\d+$/)])
})

test('in a transaction that has failed, what is asked often fails as everything does', async () => {
  const work = app.db.transaction().execute(async (tx) => {
    await sql`select 1 / 0`.execute(tx).catch(() => {})
    return often(tx, tx.selectFrom('network').select('zone'))
  })

  await expect(work).rejects.toThrow('current transaction is aborted')
})

test('what is written to some tables alone is no change: they tell of none that everyone may see', async () => {
  const { rows } = await sql<{ table: string }>`
    select distinct tgrelid::regclass::text as table from pg_trigger join pg_proc on pg_proc.oid = tgfoid
     where prosrc ~ 'insert into public_(part_)?change'`.execute(app.db)

  const tables = rows.map(({ table }) => table)
  expect(tables).toContain('post')
  expect(tables.filter((table) => unseenTables.includes(table))).toEqual([])
})

test.each([
  ['select 1', false],
  ['with one as (select 1) select * from one', false],
  ['WITH gone AS (\n DELETE FROM setting RETURNING key)\nSELECT * FROM gone', true],
  [
    "with old as (select key from setting) update setting set value = '1' from old where old.key = setting.key",
    true,
  ],
  ['delete from setting', true],
  [
    'with due as (select id from outbox for update skip locked) update "outbox" set worker = null from due where outbox.id = due.id',
    false,
  ],
  [
    'with held as (update application_draft set via = null where false returning id) insert into draft_mail (draft_id, mailed_key, mailed_at) select id, null, null from held on conflict do nothing',
    false,
  ],
  [
    "insert into draft_page (draft_id, page, typed, rev, writer, seq, saved_at) select id, 'you', '{}', 1, '', 1, saved_at from application_draft on conflict (draft_id, page) do update set rev = 2",
    false,
  ],
  [
    "insert into setting (key, value, changed_at) values ('one', '1', now()) on conflict (key) do update set value = '2'",
    true,
  ],
  [
    'with gone as (delete from outbox returning id) delete from setting where key in (select id::text from gone)',
    true,
  ],
  ['begin; commit', true],
])('%s is taken for a change: %s', async (statement, isChange) => {
  const before = changesThrough(app.db) ?? 0

  await sql.raw(statement).execute(app.db)

  expect((changesThrough(app.db) ?? 0) > before).toBe(isChange)
})

test('a statement that was written once is asked with other values each time, in a transaction as well', async () => {
  let written = 0
  const sum = oftenAs({ one: 'one', other: 'other' }, (db, { one, other }) => {
    written += 1
    return sql<{ sum: number }>`select ${one}::int - ${other}::int as sum`.compile(db)
  })

  const sums = [await sum(app.db, { one: '3', other: '2' }), await sum(app.db, { one: '2', other: '5' })]
  const within = await app.db.transaction().execute((tx) => sum(tx, { one: '7', other: '7' }))

  expect([...sums, within].flat()).toEqual([{ sum: 1 }, { sum: -3 }, { sum: 0 }])
  expect(written).toBe(1)
})
