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

/**
 * Columns with text that nobody writes freely: codes, ids, names of zones and languages, hashes, sentences of ours. A new
 * column belongs here, or among those that are made up.
 */
const harmless = new Set(
  `application.code_version application.country application.dear_wishes application.drop_reason application.former_rounds application.interests application.languages application.languages_to_write
   application.locale application.name application.sector application.stage application.usual_times application.wish_interests
   application.wish_sector application.wish_stage application.zone application_question.kind column_choice.field
   column_choice.header column_choice.kind duplicate_verdict.verdict former_pairing.round_code import_file.columns
   import_file.kind import_file.zone obvious_left_out.kind journal.act journal.detail journal.subject mail_campaign.key mail_campaign.kind
   mail_stop.list media.alt media.licence media_file.format network.accent network.locales network.sign network.zone
   network_link.href network_link.label network_text.locale network_text.name network_text.short_name network_text.tagline outbox.key outbox.kind outbox.list outbox.locale
   outbox.message_id outbox.state outbox.trace outbox.worker page_revision.body page_revision.locale page_revision.page page_revision.title page_revision.version pairing.reasons pairing_rule.kind person.locale person.zone post.hashtag
   post.locale post.questions role_grant.country role_grant.role round.code round.title round.zone scenario.certificate
   scenario.engine scenario.input scenario.odd_one_out scenario.pool scenario.problem scenario.progress
   scenario.result_digest scenario.rules scenario.scorer scenario.weights scenario_change.after scenario_change.before
   scenario_change.kind scenario_member.reason scenario_pair.reasons setting.key setting.value topic.hashtag
   topic.questions`
    .split(/\s+/)
    .filter(Boolean),
)

test('every column with text is made up in a scrubbed copy, or known to be harmless', async () => {
  const { rows } = await sql<{ name: string; table: string }>`
    select table_name || '.' || column_name as name, table_name as table
      from information_schema.columns join information_schema.tables using (table_schema, table_name)
     where table_schema = 'public' and table_type = 'BASE TABLE' and table_name not like 'kysely%'
       and (data_type in ('text', 'jsonb') or udt_name = '_text') order by 1`.execute(app.db)
  const replaced = Object.entries(madeUp).flatMap(([table, columns]) =>
    Object.keys(columns).map((column) => `${table}.${column}`),
  )
  const gone = new Set([...emptied, ...tablesLeftOut])

  const unknown = rows
    .filter(({ name, table }) => !gone.has(table) && !replaced.includes(name) && !harmless.has(name))
    .map(({ name }) => name)

  expect(unknown).toEqual([])
})

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
