import { join } from 'node:path'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { openApp } from '../../src/cli/open.ts'
import { restore } from '../../src/cli/restore.ts'
import { createBackup } from '../../src/features/backups/actions/create.ts'
import { emptied } from '../../src/features/backups/actions/scrub.ts'
import { tablesLeftOut } from '../../src/features/backups/queries/left-out.ts'
import { madeUp } from '../../src/features/backups/queries/made-up.ts'
import { resumeAllMail } from '../../src/features/mail/actions.ts'
import { terminal } from '../../src/features/people/index.ts'
import { drainOutbox } from '../../src/platform/mail/index.ts'
import { aPerson } from '../builders.ts'
import { testApp } from '../harness.ts'
import { introductions } from '../outbox/letters.ts'
import { anEmptyPlace, asked } from './harness.ts'

const app = await testApp()

test('what says who somebody is, or is in somebody’s words, is made up in a scrubbed copy, and nothing else is', async () => {
  const { rows } = await sql<{ name: string; table: string }>`
    select table_name || '.' || column_name as name, table_name as table from information_schema.columns
     where table_schema = 'public' and data_type in ('text', 'jsonb', 'bytea', 'ARRAY') and is_generated = 'NEVER'`.execute(
    app.db,
  )
  const telling = Object.entries(app.ownData.tables).flatMap(([table, { columns }]) =>
    (columns.sensitive ?? []).map((column) => inSql(`${table}.${column}`)),
  )
  const gone = new Set([...emptied, ...tablesLeftOut])
  const replaced = Object.entries(madeUp).flatMap(([table, columns]) =>
    Object.keys(columns).map((column) => `${table}.${column}`),
  )

  const wanted = rows
    .filter(({ name, table }) => telling.includes(name) && !gone.has(table))
    .map(({ name }) => name)

  expect(replaced.sort()).toEqual(wanted.sort())
})

const inSql = (name: string) => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

test('a scrubbed copy has nobody’s name or address, keeps who is who, and never sends', async () => {
  await aPerson(app, { name: 'Ada Okafor', email: 'ada.okafor@library.example', role: 'director' })
  await aPerson(app, { name: 'Ada Lindqvist', email: 'ada+work@library.example' })
  await introductions(app, 2)
  await app.db
    .insertInto('formerPairing')
    .values({ roundCode: '2015A', firstKey: 'ada.okafor@library.example', secondKey: 'zora@library.example' })
    .execute()
  const { backup } = await createBackup(app)
  const place = await anEmptyPlace()

  await restore(place, join(backup.place, backup.name), { scrub: true })

  const everything = await asked(
    place.databaseUrl,
    `select (select json_agg(person) from person)::text || (select json_agg(outbox) from outbox)::text
       || (select json_agg(former_pairing) from former_pairing)::text || (select json_agg(person_address) from person_address)::text as text`,
  )
  expect(everything[0]?.text).not.toMatch(/okafor|lindqvist|library\.example|zora/i)
  const known = await asked(
    place.databaseUrl,
    `select count(*)::int as count from person join former_pairing on broad_key(email_key) in (first_key, second_key)
       join person_address on person_id = person.id and person_address.broad_key = broad_key(email_key)`,
  )
  expect(known).toEqual([{ count: 1 }])
  const { app: copy, close } = await openApp(place, 'either')
  expect((await drainOutbox(copy)).sent).toBe(0)
  await expect(resumeAllMail(copy, terminal)).rejects.toMatchObject({ code: 'mail-of-a-copy' })
  await expect(copy.db.deleteFrom('mailHold').execute()).rejects.toThrow('a scrubbed copy sends no mail')
  await close()
})
