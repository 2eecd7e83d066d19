import { randomBytes } from 'node:crypto'
import { CompiledQuery } from 'kysely'
import { expect, inject, test } from 'vitest'
import { cloneTemplate, databaseAt } from '../../test/databases.ts'
import { connect } from '../db/index.ts'
import { readConfig } from '../platform/config.ts'
import { explanationOf } from './explain.ts'
import { lostDatabase, NoDatabase, refuseVersion } from './no-database.ts'
import { openApp } from './open.ts'

const serverUrl = inject('serverUrl')
const aName = () => `test_${randomBytes(6).toString('hex')}`

async function run(url: string, ...statements: string[]): Promise<void> {
  const db = connect(url, { connections: 1 })
  for (const statement of statements) await db.executeQuery(CompiledQuery.raw(statement))
  await db.destroy()
}

/** What the terminal says of a start with this address, and how it ends. */
async function startOn(url: string) {
  const config = readConfig({
    DATABASE_URL: url,
    SECRET: 'a secret for tests, thirty-two characters or more',
  })
  try {
    await (await openApp(config, 'own', () => {})).close()
  } catch (error) {
    return explanationOf(error)
  }
  return null
}

const refused = (say: unknown) => ({ exitCode: 2, say })

test('a database that cannot be reached is a sentence with its reason, and without the password', async () => {
  expect(await startOn('postgres://twinleaf:tell-nobody@127.0.0.1:1/twinleaf')).toEqual(
    refused(
      'The database does not answer: connect ECONNREFUSED 127.0.0.1:1. Is PostgreSQL running where DATABASE_URL says?',
    ),
  )
  expect(await startOn('postgres://twinleaf:tell-nobody@no-such-machine.invalid/twinleaf')).toEqual(
    refused(
      expect.stringMatching(/^The database does not answer: getaddrinfo \w+ no-such-machine\.invalid\. Is /),
    ),
  )
})

test('a password that is wrong, and one that is missing', async () => {
  expect(await startOn(serverUrl.replace(/:[^:@]+@/, ':wrong@'))).toEqual(
    refused('The database refuses the password in DATABASE_URL. Correct the name or the password in it.'),
  )
  expect(await startOn(serverUrl.replace(/:[^:@/]+@/, '@'))).toEqual(
    refused(
      'The database asks for a password, and DATABASE_URL holds none. Add it: postgres://name:password@…',
    ),
  )
})

test('a name that the server lets in from nowhere', async () => {
  expect(await startOn(serverUrl.replace('//twinleaf:', '//stranger:'))).toEqual(
    refused(
      expect.stringMatching(
        /^The database does not let us in: no pg_hba\.conf entry .*\. Correct DATABASE_URL/,
      ),
    ),
  )
})

test('a database that is not there', async () => {
  expect(await startOn(databaseAt(serverUrl, 'nowhere'))).toEqual(
    refused(
      'The server of DATABASE_URL has no database “nowhere”. Make it with createdb, or correct its name in DATABASE_URL.',
    ),
  )
})

test('a role that may not make tables', async () => {
  const name = aName()
  await run(serverUrl, `create database ${name}`)
  await run(databaseAt(serverUrl, name), 'revoke create on schema public from pg_database_owner')

  expect(await startOn(databaseAt(serverUrl, name))).toEqual(
    refused(
      `The role in DATABASE_URL lacks rights in the database “${name}”: permission denied for schema public. Make it the owner, with: alter database "${name}" owner to …`,
    ),
  )
})

test('a database that takes no changes', async () => {
  const name = aName()
  await run(
    serverUrl,
    `create database ${name}`,
    `alter database ${name} set default_transaction_read_only = on`,
  )

  expect(await startOn(databaseAt(serverUrl, name))).toEqual(
    refused(
      'The database of DATABASE_URL takes no changes: it is a standby, or set to be read only. Name the primary.',
    ),
  )
})

test('a database that a newer Twinleaf has used is left as it is', async () => {
  const url = await cloneTemplate(serverUrl, aName())
  await run(url, `insert into kysely_migration values ('9001-later', '2050-01-01')`)

  expect(await startOn(url)).toEqual(
    refused(
      'The database was used by a newer Twinleaf (it has 9001-later, this one does not). Run that version, or restore a backup made before.',
    ),
  )
})

test('a database that is as it should be', async () => {
  expect(await startOn(await cloneTemplate(serverUrl, aName()))).toBeNull()
})

test.each([
  [140_011, 'PostgreSQL 14, which is too old'],
  [190_000, 'PostgreSQL 19, which is newer than this Twinleaf knows'],
])('PostgreSQL %i is not used', (number, words) => {
  expect(() => refuseVersion(number)).toThrow(NoDatabase)
  expect(() => refuseVersion(number)).toThrow(
    `The database of DATABASE_URL is ${words}. Use one from 15 to 18.`,
  )
})

test.each([150_000, 180_004])('PostgreSQL %i is used', (number) => {
  expect(() => refuseVersion(number)).not.toThrow()
})

test('what went wrong for another reason is not said to be the database', () => {
  expect(lostDatabase(new TypeError('x is not a function'))).toBeNull()
  expect(lostDatabase(Object.assign(new Error('page is damaged'), { code: 'XX001' }))).toBe(
    'The database is damaged: page is damaged. Stop the site, and restore the newest backup.',
  )
})
