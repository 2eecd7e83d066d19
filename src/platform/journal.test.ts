import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { testApp } from '../../test/harness.ts'
import { brokenJournalRow, note } from './journal.ts'

const app = await testApp()

test('acts noted at the same moment form one chain', async () => {
  const acts = Array.from({ length: 12 }, (_, n) => n)

  await Promise.all(
    acts.map((n) =>
      app.db
        .transaction()
        .execute((tx) => note(tx, app.now(), null, 'round.changed', null, { b: n, a: [2] })),
    ),
  )

  expect(await brokenJournalRow(app.db)).toBeNull()
})

test('a row cannot be changed or deleted, and one changed behind our back is found', async () => {
  await app.db
    .transaction()
    .execute((tx) => note(tx, app.now(), null, 'round.created', null, { code: '2016A' }))
  const { id } = await app.db
    .selectFrom('journal')
    .select('id')
    .orderBy('id')
    .limit(1)
    .executeTakeFirstOrThrow()

  await expect(
    app.db.updateTable('journal').set({ act: 'nothing' }).where('id', '=', id).execute(),
  ).rejects.toThrow('append-only')
  await sql`alter table journal disable trigger journal_append_only`.execute(app.db)
  await app.db.updateTable('journal').set({ act: 'nothing' }).where('id', '=', id).execute()

  expect(await brokenJournalRow(app.db)).toBe(id)
})
