import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { anApplication, aPerson, aRound } from '../../../../test/builders.ts'
import { signedIn } from '../../../../test/signed-in.ts'
import { addressHash } from '../../../platform/mail/index.ts'
import { importFile } from '../../applications/index.ts'
import { disablePerson, enablePerson } from '../../people/actions/persons.ts'
import { eraseAgain } from '../actions/again.ts'
import { askErasureFor } from '../actions/asking.ts'
import { ownDataWorld } from './own-data.builder.ts'

const { app, round, look, post, stateOf, anApplicant } = await ownDataWorld()

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
