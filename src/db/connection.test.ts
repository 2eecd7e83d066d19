import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { testApp } from '../../test/harness.ts'
import { changesThrough, often } from './index.ts'

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

test('the outbox tells of no change that everyone may see, so that what is written there alone is none', async () => {
  const { rows } = await sql<{ table: string }>`
    select distinct tgrelid::regclass::text as table from pg_trigger join pg_proc on pg_proc.oid = tgfoid
     where prosrc ~ 'insert into public_(part_)?change'`.execute(app.db)

  const tables = rows.map(({ table }) => table)
  expect(tables).toContain('post')
  expect(tables).not.toContain('outbox')
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
    'with gone as (delete from outbox returning id) delete from setting where key in (select id::text from gone)',
    true,
  ],
  ['begin; commit', true],
])('%s is taken for a change: %s', async (statement, isChange) => {
  const before = changesThrough(app.db) ?? 0

  await sql.raw(statement).execute(app.db)

  expect((changesThrough(app.db) ?? 0) > before).toBe(isChange)
})
