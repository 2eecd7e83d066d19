import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { commandNamed } from '../../../../test/harness.ts'
import { signedIn } from '../../../../test/signed-in.ts'
import { leaveList, rejoinList } from '../../../platform/mail/index.ts'
import { ownDataWorld, unzip } from './own-data.builder.ts'

const { app, site, round, look, post, mailTo, stateOf, anApplicant } = await ownDataWorld()

test('the page says what is kept, what was agreed to, and until when', async () => {
  const { person, headers } = await anApplicant('Ana Luz', { locale: 'es', codeVersion: '2016-01-01' })
  await leaveList(app, app.db, { readerId: person.id, list: 'topics' })
  await rejoinList(app.db, { readerId: person.id, list: 'topics' })

  const { status, text } = await look('/me/data', headers)

  expect(status).toBe(200)
  expect(text).toContain('Código de conducta, versión del 1 de enero de 2016 (Ronda 2016A)')
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

test('the page says of quotes and reflections that somebody agreed, too, whose versions are no days', async () => {
  const { id, headers } = await anApplicant('Ode Wyn', { codeVersion: '2016-01-01' })
  const said = { applicationId: id, given: true, at: app.now(), locale: 'en' }
  await app.db
    .insertInto('consent')
    .values([
      { ...said, purpose: 'quotes', how: 'form', version: 'named' },
      { ...said, purpose: 'reflection', how: 'own', version: '3' },
    ])
    .execute()

  const { status, text } = await look('/me/data', headers)

  expect(status).toBe(200)
  expect(text).toContain('Quotes from a survey (Round 2016A)')
  expect(text).toContain('A reflection as it stands (Round 2016A)')
  expect(text).toContain('Code of conduct, version of 1 January 2016 (Round 2016A)')
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
  expect(Object.keys(files)).not.toContain('elsewhere.json')
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

const ownId = async (personId: string) =>
  (
    await app.db
      .selectFrom('application')
      .where('personId', '=', personId)
      .select('id')
      .executeTakeFirstOrThrow()
  ).id
