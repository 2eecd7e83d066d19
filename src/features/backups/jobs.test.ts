import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { aPerson } from '../../../test/builders.ts'
import { queuedMail, testApp } from '../../../test/harness.ts'
import { signedIn } from '../../../test/signed-in.ts'
import { buildAssets } from '../../web/assets.ts'
import { createSite } from '../../web/site.tsx'
import { makeDaily, tellOverdue } from './jobs.ts'

const app = await testApp('2016-02-20T12:00:00Z', { BACKUPS: 'daily' })
const site = createSite(app, await buildAssets())
const ada = await aPerson(app, { role: 'director', email: 'ada@library.example' })
const cora = await aPerson(app, { name: 'Cora Lindqvist', role: 'coordinator' })

beforeEach(() => app.db.deleteFrom('backup').execute())

/** One of that day, as it is remembered, with what came of its trial; and its file. */
async function aBackup(day: string, problem: string | null): Promise<void> {
  const [name, madeAt] = [`twinleaf-${day}T022000Z.tar.zst`, new Date(`${day}T02:20:00Z`)]
  const folder = join(app.config.dataDir, 'backups')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, name), 'rows')
  await app.db
    .insertInto('backup')
    .values({
      ...{ name, madeAt, place: folder, tookMs: 5, bytes: 1000, rowCount: 3 },
      ...{ version: '0.2.0', encrypted: false },
    })
    .execute()
  const detail = JSON.stringify({ table: 'person' })
  await app.db
    .insertInto('backupCheck')
    .values({ backupName: name, checkedAt: madeAt, tookMs: 5, problem, detail })
    .execute()
}

const names = () => app.db.selectFrom('backup').select('name').orderBy('name').execute()

async function get(path: string, actor: { id: string }) {
  return site.request(`http://localhost:3000${path}`, { headers: await signedIn(app, actor as typeof ada) })
}

test('one backup a day is made and tried, however often the clock strikes', async () => {
  app.at('2016-02-20T12:20:00Z')
  await makeDaily.run(app)
  app.at('2016-02-20T13:20:00Z')
  await makeDaily.run(app)
  app.at('2016-02-21T01:20:00Z')
  await makeDaily.run(app)
  app.at('2016-02-21T02:20:00Z')
  await makeDaily.run(app)

  const checks = await app.db.selectFrom('backupCheck').select('problem').execute()
  expect(await names()).toEqual([
    { name: 'twinleaf-2016-02-20T122000Z.tar.zst' },
    { name: 'twinleaf-2016-02-21T022000Z.tar.zst' },
  ])
  expect(checks).toEqual([{ problem: null }, { problem: null }])
})

test('directors hear once a day that there is no recent backup, and only then', async () => {
  app.at('2016-02-21T03:00:00Z')
  await tellOverdue.run(app)
  const early = await queuedMail(app)
  app.at('2016-02-21T15:00:00Z')
  await tellOverdue.run(app)
  await tellOverdue.run(app)
  app.at('2016-02-22T15:00:00Z')
  await tellOverdue.run(app)

  expect(early).toEqual([])
  expect(await queuedMail(app)).toEqual([
    { to: 'ada@library.example', subject: 'Mentoring network: no verified backup yet' },
    { to: 'ada@library.example', subject: 'Mentoring network: no verified backup yet' },
  ])
})

test('directors see how old the last verified backup is; coordinators have no such page', async () => {
  const ready = async () =>
    ((await (await site.request('http://localhost:3000/readyz')).json()) as { warnings: string[] }).warnings
  app.at('2016-02-23T02:20:00Z')
  const before = [await (await get('/office/backups', ada)).text(), await ready()]
  await makeDaily.run(app)
  const after = [await (await get('/office/backups', ada)).text(), await ready()]

  expect(before).toEqual([
    expect.stringContaining('There is no verified backup yet.'),
    ['no-verified-backup'],
  ])
  expect(after).toEqual([expect.stringContaining('The last verified backup is from'), []])
  expect(after[0]).toContain('>Verified<')
  expect((await get('/office/backups', cora)).status).toBe(403)
})

test('a backup that fails its trial is no comfort, and says why', async () => {
  app.at('2016-02-24T02:20:00Z')
  await aBackup('2016-02-24', 'backup-part-differs')

  const page = await (await get('/office/backups', ada)).text()
  const desk = await (await get('/office', ada)).text()

  expect(page).toContain('There is no verified backup yet.')
  expect(page).toContain('the rows of person are not those that were put in')
  expect(desk).toContain('No backup of the last 26 hours is verified.')
})

test('no backup is made by itself where it would fill the disk', async () => {
  app.at('2016-02-26T02:20:00Z')
  app.roomIs('short')
  await makeDaily.run(app)
  app.roomIs('enough')

  expect(await names()).toEqual([])
})

test('a director lets older backups go where room is short; the newest and the newest verified one stay', async () => {
  app.at('2016-02-29T02:30:00Z')
  await aBackup('2016-02-27', null)
  await aBackup('2016-02-28', null)
  await aBackup('2016-02-29', 'backup-part-differs')
  const asAda = await signedIn(app, ada)
  const before = await (await get('/office/backups', ada)).text()
  app.roomIs('short')
  const offered = await (await get('/office/backups', ada)).text()
  const thin = (headers: Record<string, string>) =>
    site.request('http://localhost:3000/office/backups/thin', {
      method: 'POST',
      headers,
      body: new URLSearchParams(),
    })
  const refused = await thin(await signedIn(app, cora))
  const done = await thin(asAda)
  app.roomIs('enough')

  expect(before).not.toContain('Let older backups go')
  expect(offered).toContain('Let older backups go')
  expect([refused.status, done.status]).toEqual([403, 303])
  expect(await names()).toEqual([
    { name: 'twinleaf-2016-02-28T022000Z.tar.zst' },
    { name: 'twinleaf-2016-02-29T022000Z.tar.zst' },
  ])
})
