import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { testApp } from '../../test/harness.ts'

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
