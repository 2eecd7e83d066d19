import { createHash } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { restore } from '../../src/cli/restore.ts'
import { createBackup } from '../../src/features/backups/actions/create.ts'
import { askForCopy } from '../../src/features/own-data/actions/ask-for-copy.ts'
import { rejoinPairing } from '../../src/features/pairings/actions/rejoin.ts'
import { aRunningRound } from '../../src/features/pairings/actions/rematch.builder.ts'
import { partnerPath } from '../../src/features/pairings/paths.ts'
import { terminal } from '../../src/features/people/index.ts'
import { drainOutbox } from '../../src/platform/mail/index.ts'
import { buildAssets } from '../../src/web/assets.ts'
import { createSite } from '../../src/web/site.tsx'
import { type TestApp, testApp } from '../harness.ts'
import { signedIn } from '../signed-in.ts'
import { anEmptyPlace, asked } from './harness.ts'

const app = await testApp('2016-02-20T12:00:00Z', {
  BACKUP_TO: mkdtempSync(join(tmpdir(), 'twinleaf-backups-')),
})
const site = createSite(app, await buildAssets())

/** What is published stays, with the name it is signed with. */
const declared = ['post']

/** Tables in any of whose columns one of these stands. */
async function tablesWith(url: string, marks: readonly string[]): Promise<string[]> {
  const tables = await asked(
    url,
    `select table_schema || '.' || table_name as name from information_schema.tables
      where table_schema in ('public', 'pgboss') and table_type = 'BASE TABLE' order by 1`,
  )
  const found: string[] = []
  for (const { name } of tables) {
    const like = marks.map((mark) => `t::text ilike '%${mark}%'`).join(' or ')
    const [row] = await asked(url, `select count(*)::int as count from ${name} t where ${like}`)
    if (row?.count) found.push(String(name).replace('public.', ''))
  }
  return found
}

type Gil = { id: string; person: { id: string; email: string } }

/** Something of Gil's in every table that can hold any. */
async function everythingOf({ id: applicationId, person }: Gil, fay: { id: string }, roundId: string) {
  const { db } = app
  const at = app.now()
  const personId = person.id
  const [hash, other] = [Buffer.from('one'), Buffer.from('two')]
  await db
    .insertInto('roleGrant')
    .values({ personId, role: 'editor', startsOn: '2016-01-01', createdAt: at })
    .execute()
  await db.insertInto('secondFactor').values({ personId, secret: 'haddad', backupCodes: 'haddad' }).execute()
  await db.insertInto('mailStop').values({ personId, list: 'topics', stoppedAt: at }).execute()
  const changed = {
    fromEmail: 'haddad@before.example',
    toEmail: person.email,
    changedAt: at,
    tokenHash: hash,
  }
  await db
    .insertInto('addressChange')
    .values({ personId, ...changed })
    .execute()
  const form = { page: '/me', action: '/me', typed: JSON.stringify({ name: 'Gil Haddad' }), keptAt: at }
  await db
    .insertInto('keptForm')
    .values({ personId, ...form })
    .execute()
  const draft = { roundId, personId, locale: 'ar', networkHash: other, begunAt: at, savedAt: at }
  const { id: draftId } = await db
    .insertInto('applicationDraft')
    .values(draft)
    .returning('id')
    .executeTakeFirstOrThrow()
  const page = {
    page: 'you',
    typed: JSON.stringify({ name: 'Gil Haddad' }),
    rev: 1,
    writer: 'w',
    seq: 1,
    savedAt: at,
  }
  await db
    .insertInto('draftPage')
    .values({ draftId, ...page })
    .execute()
  const fixed = {
    before: JSON.stringify({ email: 'haddad@typo' }),
    after: JSON.stringify({ email: person.email }),
  }
  await db
    .insertInto('applicationFix')
    .values({ applicationId, batchId: applicationId, kind: 'x', ...fixed, madeAt: at })
    .execute()
  const question = { applicationId, kind: 'missing-consent', askedAt: at }
  await db.insertInto('applicationQuestion').values(question).execute()
  const file = {
    roundId,
    kind: 'applications',
    fileName: 'a.csv',
    sha256: hash,
    columns: JSON.stringify({ header: ['Name', 'Email'], fields: ['fullName', 'email'], dateOrder: 'dmy' }),
    importedAt: at,
  }
  const { id: importFileId } = await db
    .insertInto('importFile')
    .values(file)
    .returning('id')
    .executeTakeFirstOrThrow()
  const raw = JSON.stringify(['Gil Haddad', person.email])
  await db
    .insertInto('importRow')
    .values([
      {
        importFileId,
        rowNumber: 2,
        raw,
        applicationId,
        isNew: true,
        correction: JSON.stringify({ about: 'Haddad' }),
      },
      { importFileId, rowNumber: 3, raw, problem: 'bad-time', isNew: false },
    ])
    .execute()
  const keys = [person.email, 'zora@library.example'].sort()
  await db
    .insertInto('formerPairing')
    .values({ roundCode: '2015A', firstKey: keys[0] ?? '', secondKey: keys[1] ?? '' })
    .execute()
  await db
    .insertInto('application')
    .values({
      ...{
        roundId,
        submittedAt: at,
        email: person.email.toUpperCase(),
        givenName: 'Gil',
        familyName: 'Haddad',
      },
      ...{ countryWritten: 'Jordan, says Haddad', acceptsCode: true, about: 'I am Gil Haddad' },
    })
    .execute()
  await db
    .updateTable('application')
    .set({ about: 'Gil Haddad, from Amman', workplace: 'Haddad Library', links: 'https://haddad.example' })
    .where('id', '=', applicationId)
    .execute()
  const post = {
    slug: 'by-gil',
    title: 'A post',
    body: '',
    summary: '',
    byline: 'Gil Haddad',
    authorId: personId,
  }
  await db
    .insertInto('post')
    .values({ ...post, locale: 'en', createdAt: at, updatedAt: at })
    .execute()
  return fay
}

/** Their name and addresses, and how plans write the address. */
const marksOf = ({ email }: { email: string }) => ['haddad', sha256(email).slice(0, 16)]
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

async function erased(world: TestApp) {
  const { round, people } = await aRunningRound(world)
  await drainOutbox(world)
  await everythingOf(people.gil, people.fay, round.id)
  await askForCopy(world, { ...people.gil.person, confirmedAt: world.now() })
  await world.runJobs()
  const { backup } = await createBackup(world)
  const marks = marksOf(people.gil.person)
  const before = await tablesWith(world.config.databaseUrl ?? '', marks)
  const headers = await signedIn(world, people.gil.person)
  const answer = await site.request('/me/data/erase', {
    method: 'POST',
    headers,
    body: new URLSearchParams(),
  })
  return { people, round, backup, marks, before, headers, answer }
}

test('once the week is over nothing says who they were, here or in a backup that is restored', async () => {
  const { people, round, backup, marks, before, headers, answer } = await erased(app)
  expect(answer.headers.get('Location')).toBe('/goodbye')
  expect((await site.request('/me', { headers })).status).toBe(303)
  await drainOutbox(app)
  app.at('2016-02-28T18:00:01Z')

  await app.runJobs()

  expect(before).toEqual([
    ...['address_change', 'application', 'application_fix', 'draft_page', 'former_pairing', 'import_row'],
    ...['kept_form', 'outbox', 'person', 'person_address', 'post', 'scenario', 'second_factor'],
  ])
  expect(await tablesWith(app.config.databaseUrl ?? '', marks)).toEqual(declared)
  await partnersAreToldAndWait(people, round)

  const place = await anEmptyPlace()
  await restore(place, join(backup.place, backup.name), {})
  expect(await tablesWith(place.databaseUrl, marks)).toEqual(declared)
  const rows = await asked(place.databaseUrl, 'select person_id, erased_at from erasure')
  expect(rows).toEqual([{ person_id: people.gil.person.id, erased_at: new Date('2016-02-28T18:00:01Z') }])
})

/** Fay, who was Gil's partner, hears that they have left; pages on which they stood stay whole. */
async function partnersAreToldAndWait(
  people: Awaited<ReturnType<typeof aRunningRound>>['people'],
  round: { id: string; code: string },
) {
  const told = await app.db
    .selectFrom('outbox')
    .where('key', 'like', 'waiting:%')
    .select(['personId', 'subject'])
    .execute()
  expect(told).toEqual([
    { personId: people.fay.person.id, subject: `Your partner in round ${round.code} has left` },
  ])
  const pairing = await app.db
    .selectFrom('pairingMember')
    .where('applicationId', '=', people.gil.id)
    .select('pairingId')
    .executeTakeFirstOrThrow()
  await expect(rejoinPairing(app, terminal, round.code, pairing.pairingId)).rejects.toThrow('left-since')
  const fay = await signedIn(app, people.fay.person)
  const coordinator = await app.db
    .selectFrom('person')
    .where('name', '=', 'Cora Lind')
    .select('id')
    .executeTakeFirstOrThrow()
  const cora = await signedIn(app, coordinator)
  const office = `/office/rounds/${round.code}`
  const pages = await Promise.all([
    site.request(partnerPath, { headers: fay }),
    ...[
      '',
      '/rematch',
      '/rematch/pairs',
      '/matching',
      '/matching/lab',
      '/matching/lab/1',
      '/applications',
      '/release',
    ].map((path) => site.request(`${office}${path}`, { headers: cora })),
    ...[`applications/${people.gil.id}`, `rematch/people/${people.fay.id}`].map((path) =>
      site.request(`${office}/${path}`, { headers: cora }),
    ),
    site.request('/office', { headers: cora }),
    site.request('/office/journal', { headers: cora }),
  ])
  const seen = await Promise.all(pages.map(async (page) => [page.status, /haddad/i.test(await page.text())]))
  expect(seen).toEqual(pages.map(() => [200, false]))
}
