import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import { expect, test } from 'vitest'
import { openApp } from '../../src/cli/open.ts'
import { restore } from '../../src/cli/restore.ts'
import { createBackup } from '../../src/features/backups/actions/create.ts'
import { tablesLeftOut } from '../../src/features/backups/queries/left-out.ts'
import { resumeAllMail } from '../../src/features/mail/actions.ts'
import { terminal } from '../../src/features/people/index.ts'
import { sendLink } from '../../src/features/people/jobs.ts'
import type { App } from '../../src/platform/app.ts'
import { enqueue } from '../../src/platform/jobs.ts'
import { note } from '../../src/platform/journal.ts'
import { drainOutbox, sendOnce } from '../../src/platform/mail/index.ts'
import { makeLink, useLink } from '../../src/platform/sign-in/index.ts'
import { aPerson, aRound } from '../builders.ts'
import { testApp } from '../harness.ts'
import { introductions } from '../outbox/letters.ts'
import { anEmptyPlace, asked, rowsOf } from './harness.ts'

const app = await testApp()
const ada = await aPerson(app, { name: 'Ada Okafor', role: 'director', email: 'ada@library.example' })
await aRound(app)
await introductions(app, 2)
await useLink(app, await makeLink(app, ada.id), new Headers())
await app.db.transaction().execute(async (tx) => {
  await note(tx, app.now(), ada.id, 'round.announced', null, { code: '2016A' })
  for (const requestId of [crypto.randomUUID(), crypto.randomUUID()])
    await enqueue(app, tx, sendLink, { requestId })
})
await (await app.queue.boss()).fetch(sendLink.name)
const { backup } = await createBackup(app)
const file = join(backup.place, backup.name)

/** What an operator has then: the world around the restored database. */
async function opened(place: Awaited<ReturnType<typeof anEmptyPlace>>, use: (app: App) => Promise<void>) {
  const { app: there, close } = await openApp(place, 'either')
  await use(there).finally(close)
}

test('a restored network has every row of the other, but what opens accounts and the backups themselves', async () => {
  const place = await anEmptyPlace()

  await restore(place, file, {})

  const tables = (
    await asked(
      app.queue.url,
      "select relname::text as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace",
    )
  ).map(({ name }) => String(name))
  const same = tables.filter(
    (name) => ![...tablesLeftOut, 'journal'].includes(name) && !name.startsWith('kysely'),
  )
  const left = await Promise.all(tablesLeftOut.map((name) => rowsOf(place.databaseUrl, name)))
  for (const name of same) {
    expect([name, await rowsOf(place.databaseUrl, name)]).toEqual([name, await rowsOf(app.queue.url, name)])
  }
  expect(same.length).toBeGreaterThan(25)
  expect(await rowsOf(app.queue.url, 'session')).toHaveLength(1)
  expect(left.flat()).toEqual([expect.stringContaining('"reason": "restored"')])
  await opened(place, async (there) => {
    const acts = await there.db.selectFrom('journal').select(['id', 'act']).orderBy('id').execute()
    expect(acts).toEqual([
      { id: 1, act: 'round.announced' },
      { id: 2, act: 'backup.restored' },
    ])
  })
})

test('jobs that waited come along, one that was under way does not', async () => {
  const place = await anEmptyPlace()

  await restore(place, file, {})

  await opened(place, async (there) => {
    const jobs = await (await there.queue.boss()).fetch(sendLink.name, { batchSize: 10 })
    expect(jobs).toHaveLength(1)
  })
})

test('after a restore emails wait until someone lets them go; links to sign in by do not', async () => {
  const place = await anEmptyPlace()
  await restore(place, file, {})

  await opened(place, async (there) => {
    const letter = {
      to: 'ada@library.example',
      locale: 'en',
      subject: 'Sign in',
      text: 'Link',
      html: '<p>Link</p>',
    }
    await sendOnce(there, there.db, 'sign-in:1', { ...letter, kind: 'sign-in' })
    const held = await drainOutbox(there)
    await resumeAllMail(there, terminal)
    const free = await drainOutbox(there)

    expect([held.sent, free.sent]).toEqual([1, 2])
    await expect(resumeAllMail(there, terminal)).rejects.toMatchObject({ code: 'mail-not-held' })
  })
})

test('a database with someone in it is not restored into', async () => {
  const place = await anEmptyPlace()
  await restore(place, file, {})
  const before = await rowsOf(place.databaseUrl, 'journal')

  const again = restore(place, file, {})

  await expect(again).rejects.toMatchObject({ code: 'database-not-empty' })
  expect(await rowsOf(place.databaseUrl, 'journal')).toEqual(before)
})

test('a database of someone else is not restored into', async () => {
  const place = await anEmptyPlace()
  await asked(place.databaseUrl, 'create table loans (book text)')

  await expect(restore(place, file, {})).rejects.toMatchObject({ code: 'database-not-empty' })
})

test('a network that was started and not used gives way', async () => {
  const place = await anEmptyPlace()
  await openApp(place, 'either', () => {}).then(({ close }) => close())

  const { rows } = await restore(place, file, {})

  expect(rows).toBe(backup.rowCount)
})

test('an encrypted backup is restored with its key', async () => {
  const identity = await generateX25519Identity()
  const publicKey = await identityToRecipient(identity)
  app.at('2016-02-21T12:00:00Z')
  const made = await createBackup({
    ...app,
    config: { ...app.config, backup: { ...app.config.backup, publicKey } },
  })
  const key = join(app.config.dataDir, 'key.txt')
  await writeFile(key, `# created: 2016-02-21\n# public key: ${publicKey}\n${identity}\n`)

  const restored = await restore(await anEmptyPlace(), join(made.backup.place, made.backup.name), {
    identity: key,
  })

  expect(restored.backup).toBe('twinleaf-2016-02-21T120000Z.tar.zst.age')
  expect(restored.rows).toBe(made.backup.rowCount)
})

test('a backup made while others write is of one instant', async () => {
  let writing = true
  const writer = (async () => {
    for (let count = 0; writing; count += 1) await aPerson(app, { name: `Writer ${count}`, role: 'editor' })
  })()
  app.at('2016-02-22T12:00:00Z')
  const made = await createBackup(app)
  writing = false
  await writer
  const place = await anEmptyPlace()

  await restore(place, join(made.backup.place, made.backup.name), {})

  const [counted] = await asked(
    place.databaseUrl,
    `select (select count(*) from person where name like 'Writer %') - (select count(*) from role_grant where role = 'editor') as apart`,
  )
  expect(Number(counted?.apart)).toBeGreaterThanOrEqual(0)
  expect(Number(counted?.apart)).toBeLessThanOrEqual(1)
})
