import { randomBytes } from 'node:crypto'
import { cpSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { expect, inject, test } from 'vitest'
import { planOf, sayPlan } from '../src/cli/upgrade/plan.ts'
import { upgrade } from '../src/cli/upgrade/upgrade.ts'
import type { World } from '../src/cli/upgrade/world.ts'
import { readConfig } from '../src/platform/config.ts'
import { migrationsFolder } from '../src/platform/version.ts'
import { asked } from './backups/harness.ts'
import { cloneTemplate, emptyDatabase } from './databases.ts'

/** A network of today's version with someone in it, and the next version, which adds these migrations. */
async function aNetwork(later: Record<string, string>): Promise<World> {
  const url = await cloneTemplate(inject('serverUrl'), `upgrade_${randomBytes(6).toString('hex')}`)
  await asked(
    url,
    `with sol as (insert into person (email, email_key, name, given_name, created_at)
       values ('sol@library.example', 'sol@library.example', 'Sol Quispe', 'Sol', now()) returning id)
     insert into session (id, person_id, token_hash, expires_at, created_at, updated_at, last_seen_at)
       select gen_random_uuid(), id, 'hash', now() + interval '1 day', now(), now(), now() from sol`,
  )
  const folder = mkdtempSync(join(tmpdir(), 'twinleaf-next-'))
  cpSync(migrationsFolder, folder, { recursive: true })
  for (const [name, text] of Object.entries(later)) writeFileSync(join(folder, `${name}.sql`), text)
  const config = readConfig({
    DATABASE_URL: url,
    DATA_DIR: mkdtempSync(join(tmpdir(), 'twinleaf-data-')),
    MAIL_TRANSPORT: 'spool',
    SECRET: 'a secret for tests, thirty-two characters or more',
    LOG_LEVEL: 'silent',
  })
  const scratch: World['scratch'] = async (use) =>
    use(await emptyDatabase(inject('serverUrl'), `scratch_${randomBytes(6).toString('hex')}`))
  return { config, url, folder, now: () => new Date(), scratch }
}

const run = (world: World) => upgrade(world, () => {})
const sessions = ({ url }: World) => asked(url, 'select token_hash from session')
const hasPronouns = async ({ url }: World) =>
  (await asked(url, "select from information_schema.columns where column_name = 'pronouns'")).length > 0
const copies = ({ url }: World) =>
  asked(url, `select datname from pg_database where datname like '${new URL(url).pathname.slice(1)}\\_%'`)
const pronouns = 'alter table person add column pronouns text;'
const breaks = 'alter table post rename column title to heading;'

test('before an upgrade one reads what is to come, and whom it keeps waiting', async () => {
  const world = await aNetwork({
    '9997-own': 'create table diary (id bigint primary key);',
    '9998-column': pronouns,
    '9999-index': '-- Outside a transaction\ncreate index concurrently if not exists p on person (pronouns);',
  })
  const someone = new pg.Client({ connectionString: world.url, application_name: 'twinleaf' })
  await someone.connect()

  const plan = await planOf(world)
  const busy = await run(world)
  await someone.end()

  expect(plan.pending.map(({ name, locks }) => [name, locks])).toEqual([
    ['9997-own', []],
    ['9998-column', [{ table: 'person', from: 'everyone' }]],
    ['9999-index', []],
  ])
  expect(sayPlan(plan)).toMatch(/9998-column: nobody reads or changes person \(1 rows\) while it runs\n/)
  expect([plan.ok, plan.isInUse, busy.ended]).toEqual([true, true, 'kept'])
  expect(await hasPronouns(world)).toBe(false)
})

test('an upgrade that works leaves a verified backup, and nothing set aside', async () => {
  const world = await aNetwork({ '9998-column': pronouns })

  const first = await run(world)
  const second = await run(world)

  expect([first.ended, first.problem, second.ended]).toEqual(['upgraded', null, 'up to date'])
  expect([await hasPronouns(world), await copies(world)]).toEqual([true, []])
  expect(await asked(world.url, 'select backup_name, problem from backup_check')).toEqual([
    { backup_name: first.backup, problem: null },
  ])
})

test('an upgrade that would not work is found on the copy, and touches nothing', async () => {
  const world = await aNetwork({ '9998-breaks': breaks })

  const outcome = await run(world)

  expect([outcome.ended, outcome.problem]).toEqual(['kept', expect.stringMatching(/^\/ answers 500/)])
  expect([await asked(world.url, 'select title from post'), await copies(world)]).toEqual([[], []])
})

test('one that fails all the same goes back by itself, with all that was there', async () => {
  const world = await aNetwork({
    '9997-column': pronouns,
    '9998-breaks': `do $$ begin if current_database() not like 'scratch%' then ${breaks} end if; end $$;`,
  })
  const before = await sessions(world)

  const outcome = await run(world)

  expect([outcome.ended, outcome.problem]).toEqual(['back', expect.stringMatching(/^\/ answers 500/)])
  expect([await hasPronouns(world), await sessions(world), before.length]).toEqual([false, before, 1])
  expect(await copies(world)).toEqual([])
})
