import { generateKeyPairSync, type KeyObject } from 'node:crypto'
import { chmodSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterEach, expect, onTestFinished, test } from 'vitest'
import { aPerson, aRound } from '../../../test/builders.ts'
import { testApp } from '../../../test/harness.ts'
import { hasDebianServer, startDebianServer } from '../../../test/main-job/debian-server.ts'
import { twinleaf } from '../../../test/main-job/terminal.ts'
import { aStore, storeAway, storeKeys } from '../../../test/stores/store.ts'
import { connect } from '../../db/index.ts'
import { scheduleTopic } from '../../features/topics/actions/publish.ts'
import { aTopic } from '../../features/topics/topic.builder.ts'
import type { App } from '../../platform/app.ts'
import { note } from '../../platform/journal.ts'
import { holdMail, sendOnce } from '../../platform/mail/index.ts'
import { lookAtDatabase } from './database.ts'
import { type Finding, well, wrong } from './finding.ts'
import { lookAtMachine, space } from './machine.ts'
import { lookAtSending } from './sending.ts'
import { turned } from './watch.ts'
import { lookAtWork } from './work.ts'

const app = await testApp('2016-03-01T12:00:00Z')
const url = app.config.databaseUrl ?? ''
const published = { ...app.config, isDevelopment: false, origin: 'https://network.example' }

const wrongs = (findings: Finding[]) =>
  findings.filter(({ ok }) => !ok).map(({ check, note }) => `${check}: ${note}`)

/** What is found in the database by one who connects with settings of their own. */
async function inDatabase(settings: string, clock = () => new Date()): Promise<Finding[]> {
  const db = connect(`${url}${url.includes('?') ? '&' : '?'}options=${encodeURIComponent(settings)}`)
  return lookAtDatabase(db, clock).finally(() => db.destroy())
}

test('where all is well, each check says so', async () => {
  await app.db.insertInto('workerBeat').values({ worker: 'one', at: app.now() }).execute()

  const findings = [
    ...(await lookAtMachine(app.config)),
    ...(await lookAtSending(app.config)),
    ...(await inDatabase('-c application_name=doctor')),
    ...(await lookAtWork(app)),
  ]

  expect(wrongs(findings)).toEqual([])
  expect(findings.map(({ check }) => check)).toEqual(
    'settings secret folder disk transport sender DKIM database rights durability clock schema journal worker emails missed backups'.split(
      ' ',
    ),
  )
})

test('a secret that others may read, a folder they may change and a full disk are told', async () => {
  const { dataDir, secret } = app.config
  const file = join(dataDir, 'secret')
  writeFileSync(file, secret)
  chmodSync(file, 0o644)
  chmodSync(dataDir, 0o777)

  const found = wrongs([
    ...(await lookAtMachine(app.config)),
    space(app.config, { level: 'short', free: 0.4e9, reserve: 1e9 }),
  ])
  chmodSync(file, 0o600)
  chmodSync(dataDir, 0o711)

  expect(found).toEqual([
    `secret: others on this machine may read ${file}`,
    `folder: others on this machine may change what is in ${dataDir}`,
    'disk: 0.4 GB free, 1.0 GB must stay so; the disk of your PostgreSQL is not seen from here, watch it there: no files are taken until there is more',
  ])
  expect(wrongs(await lookAtMachine(app.config))).toEqual([])
})

test('rights that are missing, answers that could be lost, and clocks that differ are told', async () => {
  await sql`revoke create on schema public from pg_database_owner`.execute(app.db)
  const [rights] = wrongs(await inDatabase(''))
  await sql`grant create on schema public to pg_database_owner`.execute(app.db)

  const lost = wrongs(await inDatabase('-c synchronous_commit=off'))
  const apart = wrongs(await inDatabase('', () => new Date(Date.now() - 60_000)))

  expect(rights).toMatch(/^rights: twinleaf may not make tables in /)
  expect(lost).toEqual(['durability: off: synchronous_commit'])
  expect(apart).toEqual([expect.stringMatching(/^clock: .* are (59|60) s apart$/)])
})

test.skipIf(!hasDebianServer)('a table of someone else’s is told', async () => {
  const server = startDebianServer()
  onTestFinished(server.stop)
  const owner = connect(server.url, { connections: 1 })
  await sql`create table person ()`.execute(owner)
  await sql`create role guest login`.execute(owner)
  await sql`grant create on schema public to guest; grant create on database postgres to guest`.execute(owner)
  await owner.destroy()

  const guest = connect(server.url.replace('twinleaf@', 'guest@'), { connections: 1 })
  const found = await lookAtDatabase(guest, () => new Date()).finally(() => guest.destroy())

  expect(wrongs(found)).toEqual(['rights: guest does not own person'])
})

test('a schema of another version and a journal that was changed are told', async () => {
  await app.db.transaction().execute((tx) => note(tx, app.now(), null, 'round.announced', null))
  await sql`alter table journal disable trigger all`.execute(app.db)
  await sql`update journal set subject = 'changed'`.execute(app.db)
  const changed = wrongs(await inDatabase(''))
  const { rows } = await sql<{ name: string }>`
    delete from kysely_migration where name = (select max(name) from kysely_migration) returning name`.execute(
    app.db,
  )
  const older = wrongs(await inDatabase(''))
  await app.db.deleteFrom('kysely_migration' as never).execute()
  const empty = wrongs(await inDatabase(''))
  await sql`insert into kysely_migration values ('9999-later', 'now')`.execute(app.db)
  const newer = wrongs(await inDatabase(''))

  expect(changed).toEqual([expect.stringMatching(/^journal: row \d+ does not fit the one before$/)])
  expect(older).toEqual([`schema: ${rows[0]?.name} to come`])
  expect(empty).toEqual([expect.stringMatching(/^schema: \d+ migrations, from 0001-people on, to come$/)])
  expect(newer).toEqual(['schema: a newer Twinleaf made 9999-later'])
})

test('emails that cannot leave, or would not be believed, are told', async () => {
  const from = 'Twinleaf <hello@localhost>'
  const smtpUrl = 'smtp://127.0.0.1:1'
  const dkim = { domain: 'network.example', selector: 'twinleaf', privateKey: pem(keys.privateKey) }
  const mail = { ...published.mail, from, smtpUrl, dkim }

  const spooled = await lookAtSending({ ...published, mail: { ...mail, dkim: null } })
  const unreachable = await lookAtSending({ ...published, mail: { ...mail, transport: 'smtp' } }, nothing)
  const other = await lookAtSending({ ...app.config, mail }, async () => [['v=DKIM1; p=', 'AAAA']])
  const signed = await lookAtSending({ ...app.config, mail }, async () => [['v=DKIM1; ', `p=${published64}`]])

  expect(wrongs(spooled)).toEqual([
    'transport: emails are written to files and go to nobody',
    `sender: nobody can answer ${from}`,
  ])
  expect(wrongs(unreachable)).toEqual([
    expect.stringMatching(/^transport: the mail server does not let us in: .*ECONNREFUSED/),
    `sender: nobody can answer ${from}`,
    'DKIM: nothing is found at twinleaf._domainkey.network.example',
  ])
  expect(wrongs(other)).toEqual(['DKIM: twinleaf._domainkey.network.example holds another key'])
  expect(wrongs(signed)).toEqual([])
})

const keys = generateKeyPairSync('rsa', { modulusLength: 2048 })
const pem = (key: KeyObject) => String(key.export({ type: 'pkcs8', format: 'pem' }))
const published64 = keys.publicKey.export({ type: 'spki', format: 'der' }).toString('base64')
const nothing = async () => {
  throw new Error('ENOTFOUND')
}

afterEach(() => app.at('2016-03-01T12:00:00Z'))

test('a topic that came out without its emails is told', async () => {
  const editor = await aPerson(app, { role: 'editor' })
  await aRound(app, { code: '2016A' })
  await aTopic(app, editor)
  await scheduleTopic(app, editor, { code: '2016A', number: 1 }, new Date('2016-03-02T09:00:00Z'))
  app.at('2016-03-05T12:00:00Z')

  expect(wrongs(await lookAtWork(app))).toContainEqual(expect.stringMatching(/^missed: .*2016A/))
})

test('a worker that is silent, an email that is late and a backup that is missing are told', async () => {
  const words = { locale: 'en', subject: 'Hello', text: 'Hello', html: '<p>Hello</p>' }
  await sendOnce(app, app.db, 'late', { kind: 'sign-in', to: 'ana@example.org', ...words })
  app.at('2016-03-01T12:11:00Z')
  const daily = { ...app, config: { ...app.config, backup: { ...app.config.backup, isDaily: true } } }

  expect(wrongs(await lookAtWork(daily))).toEqual([
    'worker: last sign of life 660 s ago',
    'emails: the oldest has been due for 11 minutes',
    'backups: none is verified yet',
  ])
  await app.db.transaction().execute((tx) => holdMail(tx, app.now(), 'restored'))
  expect(wrongs(await lookAtWork(app))).toContain('emails: held since a restore')
})

test('files of the log that nobody puts away are told', async () => {
  const embeddedIn = mkdtempSync(join(tmpdir(), 'twinleaf-doctor-'))
  mkdirSync(join(embeddedIn, 'archive'))
  for (let file = 0; file < 20; file += 1) writeFileSync(join(embeddedIn, 'archive', String(file)), '')
  const config = { ...app.config, backup: { ...app.config.backup, anyMinute: true } }

  const found = wrongs(await lookAtWork({ ...app, embeddedIn, config }))

  expect(found).toContain('any minute: 20 files of the log wait for the worker')
})

test('one who watches is told what turns, and nothing that stays', () => {
  const before = new Map([
    ['disk', true],
    ['worker', false],
    ['emails', false],
  ])

  const told = turned(before, [
    wrong('disk', 'full', 'make room'),
    well('worker', 'alive'),
    wrong('emails', 'late', 'look'),
    wrong('backups', 'none', 'make one'),
    well('clock', 'right'),
  ])

  expect(told.map(({ check, ok }) => [check, ok])).toEqual([
    ['disk', false],
    ['worker', true],
    ['backups', false],
  ])
})

test('what is wrong ends the command with 1, and is told to programs too', { timeout: 120_000 }, async () => {
  const env = { DATABASE_URL: url, DATA_DIR: app.config.dataDir, LOG_LEVEL: 'silent' }

  const settings = await twinleaf({ ...env, PORT: 'eighty' }, 'doctor')
  const away = await twinleaf({ ...env, DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' }, 'doctor')
  const work = await twinleaf(env, 'doctor', '--json')

  expect([settings.code, settings.out]).toEqual([
    1,
    'LOOK settings: PORT must be a whole number from 0 to 65535. → correct it in the environment or in .env\n',
  ])
  expect([away.code, away.out]).toEqual([
    1,
    expect.stringContaining('LOOK database: The database does not answer'),
  ])
  expect([work.code, JSON.parse(work.out)]).toEqual([1, expect.objectContaining({ ok: false })])
})

test('a store for pictures that cannot be used, or is not set any more, is told', async () => {
  const server = await aStore('pictures')
  const store = { url: server.url, ...storeKeys }
  const picturesOf = async (store: App['config']['media']['store']) => {
    const media = { isStored: store !== null, store }
    const findings = await lookAtWork({ ...app, config: { ...app.config, media } })
    return findings.filter(({ check }) => check === 'pictures').map(({ ok, note }) => [ok, note])
  }
  const before = await picturesOf(null)
  const sha256 = Buffer.alloc(32)
  const id = crypto.randomUUID()
  const media = { id, width: 480, height: 240, sha256, uploadedAt: app.now() }
  await app.db.insertInto('media').values(media).execute()
  await app.db.insertInto('mediaObject').values({ id, sha256, size: 5 }).execute()
  await app.db
    .insertInto('mediaFile')
    .values({ mediaId: id, objectId: id, width: 480, height: 240, format: 'webp' })
    .execute()

  const found = [
    await picturesOf(null),
    await picturesOf(storeAway),
    await picturesOf({ ...store, secret: 'hush' }),
    await picturesOf(store),
  ]
  await server.close()

  expect(before).toEqual([])
  expect(found).toEqual([
    [[false, '1 files of pictures are in a store, and no setting says where it is']],
    [[false, expect.stringContaining('The store for pictures cannot be reached: ')]],
    [[false, 'The store for pictures answered 403 SignatureDoesNotMatch']],
    [[true, expect.stringContaining('can be written and read: 1 files of pictures there, ')]],
  ])
})
