import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { addressesPage, jobsPage } from '../../src/cli/docs/addresses.ts'
import { matrixPage } from '../../src/cli/docs/matrix.ts'
import { migrate } from '../../src/cli/open.ts'
import { migrateToLatest } from '../../src/db/index.ts'
import { all } from '../../src/features/all.ts'
import { root } from '../../src/platform/root.ts'
import { migrationsFolder } from '../../src/platform/version.ts'
import { buildAssets } from '../../src/web/assets.ts'
import { createSite } from '../../src/web/site.tsx'
import { aPerson } from '../builders.ts'
import { commandNamed, queuedMail, testApp } from '../harness.ts'
import { signedIn } from '../signed-in.ts'
import { shell } from './shell.tsx'

/** What its folder and its line in the list do: the last of all features. */
const features = [...all, shell]

const app = await testApp('2016-02-20T12:00:00Z', {}, features)
const site = createSite(app, await buildAssets(), features)
const editor = await signedIn(app, await aPerson(app, { role: 'editor' }))
const coordinator = await signedIn(app, await aPerson(app, { role: 'coordinator' }))

beforeAll(async () => {
  const migrations = await mkdtemp(join(tmpdir(), 'twinleaf-migrations-'))
  await cp(migrationsFolder, migrations, { recursive: true })
  await cp(join(root, 'test/new-feature/migration.sql'), join(migrations, '9999-gardens.sql'))
  await migrateToLatest(app.db, migrations)
  await migrate(app.db, app.queue.url, features)
  await rm(migrations, { recursive: true })
})

const page = async (path: string, headers: Record<string, string> = {}) =>
  (await site.request(path, { headers })).text()

test('a new feature has its page, and its entry in the navigation of every page', async () => {
  expect(await page('/gardens')).toContain('<h1>Gardens for all</h1>')
  expect(await page('/rounds')).toContain('href="/gardens"')
})

test('its office page and the entry for it are there for whoever may, and behind the gate', async () => {
  const visitor = await site.request('/office/gardens')
  const refused = await site.request('/office/gardens', { headers: coordinator })

  expect([visitor.status, visitor.headers.get('Location')]).toEqual([
    303,
    '/sign-in?next=%2Foffice%2Fgardens',
  ])
  expect(refused.status).toBe(403)
  expect(await page('/office/gardens', editor)).toContain('<h1>Gardens to water</h1>')
  expect(await page('/office', editor)).toContain('>Watering')
  expect(await page('/office', coordinator)).not.toContain('>Watering')
})

test('what its clockwork made waits on the desk, is found, and is listed at a terminal', async () => {
  await app.runJobs()

  const { text } = await commandNamed('garden list', features).run(app, {
    args: [],
    options: {},
    switches: new Set(),
    lists: {},
  })
  const desk = await page('/office', editor)
  const found = await page('/office/search?q=NIGHT', editor)

  expect(text).toBe('Night garden')
  expect(desk).toContain('Night garden is dry.</span> <a href="/office/gardens">Water it</a>')
  expect(found).toContain('<bdi>Night garden</bdi>')
  expect(await page('/office', coordinator)).not.toContain('Night garden')
  expect(await page('/office/search?q=NIGHT', coordinator)).not.toContain('<bdi>Night garden</bdi>')
})

test('its job runs, and the office calls its mail by its name', async () => {
  const { rows } = await sql<{ id: string }>`select id from garden`.execute(app.db)
  const answer = await site.request(`/office/gardens/${rows[0]?.id}/water`, {
    method: 'POST',
    headers: editor,
  })
  await app.runJobs()

  const { id } = await app.db.selectFrom('outbox').select('id').executeTakeFirstOrThrow()
  expect(answer.status).toBe(303)
  expect(await queuedMail(app)).toEqual([
    { to: 'gardener@library.example', subject: 'Night garden has been watered' },
  ])
  expect(await page(`/office/mail/${id}`, coordinator)).toContain('News of a garden')
  expect(await page('/office', editor)).not.toContain('is dry')
})

test('it stands in the docs that are written', () => {
  expect(matrixPage(features)).toContain('| water gardens | | | | yes | | yes | `gardens.mayWater` |')
  expect(addressesPage(features)).toContain('| `/office/gardens/:id/water` | POST |')
  expect(jobsPage(features)).toContain('| gardens.plant | the clock: `0 6 * * *` (UTC) |')
})
