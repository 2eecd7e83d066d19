import { randomUUID } from 'node:crypto'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inflateRawSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { anApplication, aPerson, aRound } from '../../../../test/builders.ts'
import { commandNamed, testApp } from '../../../../test/harness.ts'
import { signedIn } from '../../../../test/signed-in.ts'
import { addressHash, leaveList, rejoinList, sendOnce } from '../../../platform/mail/index.ts'
import { buildAssets } from '../../../web/assets.ts'
import { createSite } from '../../../web/site.tsx'
import { importFile } from '../../applications/index.ts'
import { disablePerson, enablePerson } from '../../people/actions/persons.ts'
import { eraseAgain } from '../actions/again.ts'
import { askErasureFor } from '../actions/asking.ts'
import { erasePerson } from '../actions/erasing.ts'
import { sweepOldData } from '../actions/sweeping.ts'

const app = await testApp()
const site = createSite(app, await buildAssets())
const own = { Origin: app.origin, 'Sec-Fetch-Site': 'same-origin' }
const round = await aRound(app)
await aPerson(app, { role: 'director', name: 'Ruth Bader' })

const look = async (path: string, headers: Record<string, string> = own) => {
  const answer = await site.request(path, { headers })
  return { status: answer.status, text: await answer.text() }
}
const post = async (
  path: string,
  headers: Record<string, string> = own,
  fields: Record<string, string> = {},
) => {
  const answer = await site.request(path, { method: 'POST', headers, body: new URLSearchParams(fields) })
  return { status: answer.status, to: answer.headers.get('Location'), text: await answer.text() }
}
const mailTo = (email: string) =>
  app.db
    .selectFrom('outbox')
    .where('toAddress', '=', email)
    .select(['kind', 'text'])
    .orderBy('createdAt', 'desc')
    .executeTakeFirstOrThrow()
const stateOf = (personId: string) =>
  app.db
    .selectFrom('person')
    .where('id', '=', personId)
    .select(['name', 'disabledAt', 'erasedAt'])
    .executeTakeFirst()

/** The files of a ZIP of ours, by name. */
function unzip(zip: Buffer): Record<string, string> {
  const files: Record<string, string> = {}
  for (let at = 0; zip.readUInt32LE(at) === 0x04034b50; ) {
    const [packed, path] = [zip.readUInt32LE(at + 18), zip.readUInt16LE(at + 26)]
    const begin = at + 30 + path
    files[zip.toString('utf8', at + 30, begin)] = inflateRawSync(
      zip.subarray(begin, begin + packed),
    ).toString()
    at = begin + packed
  }
  return files
}

/** A signed-in applicant with a partner whose name must not get into their copy. */
async function anApplicant(name: string, wish = {}) {
  const { id, person } = await anApplication(app, round, { name, about: 'I read', ...wish })
  return { id, person, headers: await signedIn(app, person) }
}

test('the page says what is kept, what was agreed to, and until when', async () => {
  const { person, headers } = await anApplicant('Ana Luz', { locale: 'es', codeVersion: '2016-01-01' })
  await leaveList(app, app.db, { readerId: person.id, list: 'topics' })
  await rejoinList(app.db, { readerId: person.id, list: 'topics' })

  const { status, text } = await look('/me/data', headers)

  expect(status).toBe(200)
  expect(text).toContain('Código de conducta, versión 2016-01-01 (Ronda 2016A)')
  expect(text.match(/Correos sobre los temas/g)).toHaveLength(2)
  const log = await app.db
    .selectFrom('consent')
    .where('personId', '=', person.id)
    .select(['purpose', 'given', 'how'])
    .orderBy('id')
    .execute()
  expect(log).toEqual([
    { purpose: 'topics', given: false, how: 'own' },
    { purpose: 'topics', given: true, how: 'own' },
  ])
  await expect(app.db.updateTable('consent').set({ given: true }).execute()).rejects.toThrow('append-only')
})

test('each yes and each no in an application is in the log, and how it came', async () => {
  const { id } = await anApplicant('Ilse Brandt', { codeVersion: '2016-01-01' })
  const change = (what: object) => app.db.updateTable('application').set(what).where('id', '=', id).execute()

  await change({ sharesEmail: false })
  await change({ sharesEmail: true, codeVersion: '2016-02-01' })
  await change({ about: 'Something else' })

  const log = await app.db
    .selectFrom('consent')
    .where('applicationId', '=', id)
    .select(['purpose', 'given', 'how', 'version'])
    .orderBy('id')
    .execute()
  expect(log).toEqual([
    { purpose: 'code', given: true, how: 'form', version: '2016-01-01' },
    { purpose: 'share-email', given: true, how: 'form', version: null },
    { purpose: 'share-email', given: false, how: 'office', version: null },
    { purpose: 'code', given: true, how: 'form', version: '2016-02-01' },
    { purpose: 'share-email', given: true, how: 'form', version: null },
  ])
})

test('a copy holds what is one’s own and nothing of others, for a day, behind a door that asks again', async () => {
  const { person, headers } = await anApplicant('Bo Ek')
  const other = await anApplicant('Zyta Quill', { email: 'zyta@library.example' })
  const rule = { roundId: round.id, kind: 'ban', madeAt: app.now() }
  const [firstId = '', secondId = ''] = [other.id, await ownId(person.id)].sort()
  await app.db
    .insertInto('pairingRule')
    .values({ ...rule, firstId, secondId })
    .execute()

  const file = { roundId: round.id, fileName: 'a.csv', sha256: Buffer.from('x'), columns: '{}' }
  const { id: importFileId } = await app.db
    .insertInto('importFile')
    .values({ ...file, kind: 'former-pairings', importedAt: app.now() })
    .returning('id')
    .executeTakeFirstOrThrow()
  const raw = JSON.stringify(['2015A', person.email, 'Zyta Quill'])
  await app.db.insertInto('importRow').values({ importFileId, rowNumber: 2, raw, isNew: true }).execute()

  await post('/me/data/copy', headers)
  await post('/me/data/copy', headers)
  await app.runJobs()

  const answer = await site.request('/me/data/copy.zip', { headers })
  const files = unzip(Buffer.from(await answer.arrayBuffer()))
  expect(Object.keys(files)).toEqual(
    expect.arrayContaining(['README.txt', 'index.html', 'applications.json']),
  )
  expect(JSON.parse(files['applications.json'] ?? '').application).toMatchObject([
    { name: 'Bo Ek', about: 'I read' },
  ])
  expect(JSON.parse(files['matching.json'] ?? '').pairingRule).toMatchObject([{ kind: 'ban' }])
  expect(JSON.parse(files['files.json'] ?? '').importRow).toMatchObject([{ raw: [person.email] }])
  expect(Object.values(files).join()).not.toMatch(/Zyta|Quill|tokenHash|secret/)
  expect(files['index.html']).toContain('<dd dir="auto">Bo Ek</dd>')
  expect((await mailTo(person.email)).kind).toBe('data-ready')
  expect((await site.request('/me/data/copy.zip', { headers: other.headers })).status).toBe(404)
  app.at('2016-02-20T12:06:00Z')
  expect((await site.request('/me/data/copy.zip', { headers })).headers.get('Location')).toMatch(
    '/me/confirm',
  )
  app.at('2016-02-21T12:06:01Z')
  const late = await signedIn(app, person)
  expect((await site.request('/me/data/copy.zip', { headers: late })).status).toBe(404)
  await app.db.deleteFrom('importRow').execute()
  app.at('2016-02-20T12:00:00Z')
})

const ownId = async (personId: string) =>
  (
    await app.db
      .selectFrom('application')
      .where('personId', '=', personId)
      .select('id')
      .executeTakeFirstOrThrow()
  ).id

test('who asked to be erased is signed out at once, and the link in the email takes it back', async () => {
  const { person, headers } = await anApplicant('Chi Eze')
  const seen = await look('/me/data/erase', headers)

  const asked = await post('/me/data/erase', headers)

  expect([seen.status, asked.to]).toEqual([200, '/goodbye'])
  expect((await look('/goodbye')).status).toBe(200)
  expect((await site.request('/me', { headers })).status).toBe(303)
  const link = new URL(/http:\S+stay-with-us\S+/.exec((await mailTo(person.email)).text)?.[0] ?? '').pathname
  expect((await look(link)).status).toBe(200)
  expect((await post(link)).to).toBe('/sign-in')
  expect((await look(link)).status).toBe(404)
  app.at('2016-02-28T12:00:00Z')
  await app.runJobs()
  expect(await stateOf(person.id)).toEqual({ name: 'Chi Eze', disabledAt: null, erasedAt: null })
  app.at('2016-02-20T12:00:00Z')
})

test('someone whom nothing counts leaves no row; whom a round counts, a number', async () => {
  const volunteer = await aPerson(app, { name: 'Vera Moss', role: 'editor' })
  const { person, headers } = await anApplicant('Dev Rao')
  await post('/me/data/erase', await signedIn(app, volunteer))
  await post('/me/data/erase', headers)
  app.at('2016-02-27T12:00:01Z')

  await app.runJobs()

  expect(await stateOf(volunteer.id)).toBeUndefined()
  expect(await stateOf(person.id)).toMatchObject({ name: 'A former participant', erasedAt: app.now() })
  const application = await app.db
    .selectFrom('application')
    .where('personId', '=', person.id)
    .select(['name', 'email', 'about', 'country', 'sector', 'withdrawnAt'])
    .execute()
  const counted = { country: 'ZA', sector: 'public', withdrawnAt: app.now() }
  expect(application).toEqual([{ name: 'A former participant', email: '', about: '', ...counted }])
  app.at('2016-02-20T12:00:00Z')
})

test('a draft that was begun before signing in goes with whose address it names, and no other', async () => {
  const { person } = await anApplicant('Kim Roe')
  const begun = { roundId: round.id, locale: 'en', begunAt: app.now(), savedAt: app.now() }
  const draftOf = async (email: string) => {
    const hashes = { secretHash: Buffer.from(email), networkHash: Buffer.from('x') }
    const { id: draftId } = await app.db
      .insertInto('applicationDraft')
      .values({ ...begun, ...hashes })
      .returning('id')
      .executeTakeFirstOrThrow()
    const page = { page: 'you', rev: 1, writer: 'w', seq: 1, savedAt: app.now() }
    await app.db
      .insertInto('draftPage')
      .values({ ...page, draftId, typed: JSON.stringify({ email }) })
      .execute()
    return draftId
  }
  const [own, other] = [await draftOf(` ${person.email.toUpperCase()}`), await draftOf('kim@x.example')]

  await app.db.transaction().execute((tx) => erasePerson(app, tx, person.id))

  const left = app.db.selectFrom('applicationDraft').where('id', 'in', [own, other]).select('id')
  expect(await left.execute()).toEqual([{ id: other }])
  await app.db.deleteFrom('applicationDraft').where('id', '=', other).execute()
})

test('the last director stays until someone else is one', async () => {
  const ruth = await app.db
    .selectFrom('person')
    .where('name', '=', 'Ruth Bader')
    .select('id')
    .executeTakeFirstOrThrow()
  const headers = await signedIn(app, ruth)

  const [seen, done] = [await look('/me/data/erase', headers), await post('/me/data/erase', headers)]

  expect(seen.text).toContain('You are the only director')
  expect(seen.text).not.toContain('Erase my data')
  expect(done.status).toBe(409)
  expect(await stateOf(ruth.id)).toMatchObject({ disabledAt: null })
})

test('a director erases someone on their request, with how it came; nobody else does', async () => {
  const director = await aPerson(app, { role: 'director', name: 'Ines Sol' })
  const coordinator = await aPerson(app, { role: 'coordinator' })
  const { person } = await anApplicant('Eun Park')
  const headers = await signedIn(app, director)
  const erase = (email: string) => post('/office/requests/erase', headers, { email, why: 'by-letter' })

  const [unknown, done, twice] = [
    await erase('nobody@x.example'),
    await erase(person.email),
    await erase(person.email),
  ]
  const seen = await look('/office/requests', headers)

  expect([unknown.status, done.to, twice.status]).toEqual([422, '/office/requests', 422])
  expect(unknown.text).toContain('nobody@x.example')
  expect(unknown.text).toContain('We know nobody with this address.')
  expect(seen.text).toContain('Eun Park')
  expect((await mailTo(person.email)).text).toContain('Our team was asked to erase everything about you.')
  const noted = await app.db
    .selectFrom('journal')
    .where('act', '=', 'erasure.asked')
    .where('subject', '=', person.id)
  expect(await noted.select(['actorId', 'detail']).execute()).toEqual([
    { actorId: director.id, detail: { why: 'by-letter' } },
  ])
  expect((await look('/office/requests', await signedIn(app, coordinator))).status).toBe(403)
})

test('whoever was erased does not come back with a later export of the form, but may apply anew', async () => {
  const coordinator = await aPerson(app, { role: 'coordinator' })
  const director = await aPerson(app, { role: 'director' })
  await aRound(app, { code: '2016B' })
  const header = 'Timestamp,Email Address,First name,Family name,Country\n'
  const row = (day: string) => `2016-02-${day} 10:00,zora@library.example,Zora,Neale,Kenya\n`
  const load = (content: string) =>
    importFile(app, coordinator, '2016B', {
      ...{ kind: 'applications' as const, zone: 'UTC', fileName: 'form.csv', dateOrder: 'ymd' as const },
      source: async function* () {
        yield Buffer.from(header + content)
      },
    })
  await load(row('01'))
  await askErasureFor(app, director, { email: 'Zora@library.example', why: 'by-email' })
  app.at('2016-02-28T12:00:00Z')
  await app.runJobs()

  const later = await load(row('01') + row('29'))

  expect([later.added, later.problems]).toEqual([1, 1])
  const kept = await app.db
    .selectFrom('importRow')
    .innerJoin('importFile', 'importFile.id', 'importFileId')
    .select(['raw', 'problem'])
    .orderBy('importedAt')
    .orderBy('rowNumber')
    .execute()
  expect(kept).toMatchObject([
    { raw: [], problem: null },
    { raw: [], problem: 'erased' },
    { raw: expect.arrayContaining(['Zora']), problem: null },
  ])
  app.at('2016-02-20T12:00:00Z')
})

test('whom a director lets in again stays, also when they are shut out later, and can ask anew', async () => {
  const director = await aPerson(app, { role: 'director' })
  const { person, headers } = await anApplicant('Jo March')
  await post('/me/data/erase', headers)
  await enablePerson(app, director, person.id)
  app.at('2016-02-20T12:01:00Z')
  await disablePerson(app, director, person.id)
  const seen = await look('/office/requests', await signedIn(app, director))
  app.at('2016-02-28T12:00:00Z')
  await app.runJobs()

  expect(seen.text).toContain('Let in again: nothing is erased')
  expect(await stateOf(person.id)).toMatchObject({ name: 'Jo March', erasedAt: null })
  await askErasureFor(app, director, { email: person.email, why: 'by-email' })
  app.at('2016-03-06T12:00:00Z')
  await app.runJobs()
  expect(await stateOf(person.id)).toMatchObject({ name: 'A former participant' })
  app.at('2016-02-20T12:00:00Z')
})

test('when a volunteer who signs all emails is erased, those on their way to others still leave', async () => {
  const { person } = await anApplicant('Nora Weiss')
  const signature = {
    locale: 'en',
    name: 'ILN',
    shortName: '',
    tagline: '',
    signature: 'Nora Weiss, for the team',
  }
  await app.db.insertInto('networkText').values(signature).execute()
  const other = await aPerson(app)
  const to = { personId: other.id, to: other.email, locale: 'en' }
  const said = { subject: 'Hello', text: 'Hello\n-- \nNora Weiss, for the team', html: '<p>Hello</p>' }
  await sendOnce(app, app.db, 'to-another', { ...said, ...to, kind: 'note' })

  await app.db.transaction().execute((tx) => erasePerson(app, tx, person.id))

  const kept = app.db.selectFrom('outbox').where('key', '=', 'to-another').select('state')
  expect(await kept.execute()).toEqual([{ state: 'queued' }])
  await app.db.deleteFrom('networkText').execute()
})

test('a backup from before somebody was answered does not bring them back; who applied anew stays', async () => {
  const unanswered = async (email: string, submittedAt: string) => {
    const { id, person } = await anApplication(app, round, {
      ...{ email, submittedAt: new Date(submittedAt), acceptedAt: null },
    })
    await app.db.updateTable('application').set({ personId: null }).where('id', '=', id).execute()
    await app.db.deleteFrom('person').where('id', '=', person.id).execute()
    return id
  }
  const gone = await unanswered('Ugo@library.example', '2016-02-01')
  const anew = await unanswered('vito@library.example', '2016-02-19')
  const erased = (email: string) => ({
    ...{ id: randomUUID(), personId: randomUUID(), why: 'own', otherHashes: [] },
    addressHash: addressHash(app, email).toString('hex'),
    askedAt: new Date('2016-02-03'),
    erasedAt: new Date('2016-02-10'),
  })
  const all = ['ugo@library.example', 'vito@library.example'].map(erased)

  const back = await app.db.transaction().execute((tx) => eraseAgain(app, tx, all))

  const addresses = app.db.selectFrom('application').where('id', 'in', [gone, anew]).select(['id', 'email'])
  expect(back).toBe(1)
  expect(await addresses.execute()).toEqual(
    expect.arrayContaining([
      { id: gone, email: '' },
      { id: anew, email: 'vito@library.example' },
    ]),
  )
})

test('an operator writes a copy, and asks for someone to be erased', async () => {
  const { person } = await anApplicant('Hana Ito')
  const file = join(mkdtempSync(join(tmpdir(), 'twinleaf-copy-')), 'hana.zip')
  const nothing = { switches: new Set<string>(), lists: {} }

  await commandNamed('user export').run(app, { ...nothing, args: [person.email, file], options: {} })
  await commandNamed('user erase').run(app, {
    ...nothing,
    args: [person.email],
    options: { why: 'by-email' },
  })

  expect(unzip(readFileSync(file))['account.json']).toContain('Hana Ito')
  expect(await stateOf(person.id)).toMatchObject({ disabledAt: app.now() })
})

test('what is past its time goes by itself, and is counted; what must stay stays', async () => {
  const { id, person } = await anApplicant('Fay Gray')
  const waiting = await anApplicant('Gil Dow', { acceptedAt: null, waitlistedAt: app.now() })
  const form = { page: '/me', action: '/me', typed: '{}', keptAt: app.now() }
  await app.db
    .insertInto('keptForm')
    .values({ personId: person.id, ...form })
    .execute()
  const draft = { roundId: round.id, personId: person.id, locale: 'en', networkHash: Buffer.from('x') }
  await app.db
    .insertInto('applicationDraft')
    .values({ ...draft, begunAt: app.now(), savedAt: app.now() })
    .execute()
  const sent = { ...draft, personId: waiting.person.id, applicationId: waiting.id, sentAt: app.now() }
  await app.db
    .insertInto('applicationDraft')
    .values({ ...sent, begunAt: app.now(), savedAt: app.now() })
    .execute()
  const fix = { batchId: id, kind: 'x', before: '"I raed"', after: '"I read"', madeAt: app.now() }
  await app.db
    .insertInto('applicationFix')
    .values([id, waiting.id].map((applicationId) => ({ ...fix, applicationId })))
    .execute()
  const left = async () => ({
    fixes: (await app.db.selectFrom('applicationFix').select('id').execute()).length,
    forms: (await app.db.selectFrom('keptForm').select('personId').execute()).length,
    drafts: (await app.db.selectFrom('applicationDraft').select('id').execute()).length,
    placed: await aboutOf(id),
    waiting: await aboutOf(waiting.id),
  })
  const after = async (instant: string) => {
    app.at(instant)
    await sweepOldData(app)
    return left()
  }

  expect(await after('2016-02-20T13:00:00Z')).toEqual({
    forms: 1,
    drafts: 2,
    fixes: 2,
    placed: 'I read',
    waiting: 'I read',
  })
  expect(await after('2016-05-15T12:00:00Z')).toMatchObject({ forms: 0, drafts: 2 })
  expect(await after('2016-05-17T12:00:00Z')).toEqual({
    forms: 0,
    drafts: 0,
    fixes: 2,
    placed: 'I read',
    waiting: 'I read',
  })
  expect(await after('2017-06-21T12:00:00Z')).toMatchObject({
    placed: 'I read',
    waiting: '',
    fixes: 1,
  })
  expect(await after('2019-06-21T12:00:00Z')).toMatchObject({ placed: '', waiting: '', fixes: 0 })
  const swept = await app.db
    .selectFrom('journal')
    .where('act', '=', 'data.swept')
    .select('detail')
    .orderBy('id')
    .execute()
  expect(swept.map(({ detail }) => (detail as { rows: object }).rows)).toContainEqual({ applicationDraft: 2 })
  expect(await stateOf(person.id)).toMatchObject({ name: 'Fay Gray' })
  app.at('2016-02-20T12:00:00Z')
})

const aboutOf = async (id: string) =>
  (await app.db.selectFrom('application').where('id', '=', id).select('about').executeTakeFirstOrThrow())
    .about
