import { beforeEach, expect, test } from 'vitest'
import { aPerson } from '../../../../test/builders.ts'
import { testApp } from '../../../../test/harness.ts'
import { signedIn } from '../../../../test/signed-in.ts'
import { brokenJournalRow } from '../../../platform/journal.ts'
import { locales } from '../../../platform/words.ts'
import { type Role, terminal } from '../actor.ts'
import { peopleFor, personById } from '../queries/people.ts'
import { actorOf } from '../who-is-asking.ts'
import { createPerson, disablePerson, enablePerson, knowPerson } from './persons.ts'
import { endGrant, grantRole } from './roles.ts'

const start = '2016-02-20T12:00:00Z'
const app = await testApp(start)
beforeEach(() => app.at(start))

const editor = { role: 'editor' as Role, country: null, startsOn: '2016-02-20', endsOn: null }
const rolesIn = async (headers: Record<string, string>) =>
  (await actorOf(app, new Headers(headers), { offered: locales, chosen: null, asked: 'en' })).roles
const isIn = async (headers: Record<string, string>) =>
  (await actorOf(app, new Headers(headers), { offered: locales, chosen: null, asked: 'en' })).id !== null
const acts = async (subject: string) =>
  await app.db
    .selectFrom('journal')
    .select(['act', 'actorId', 'detail'])
    .where('subject', '=', subject)
    .orderBy('id')
    .execute()

test('a director gives a role; sessions from before end, and the journal says who gave what', async () => {
  const director = await aPerson(app, { role: 'director' })
  const ada = await aPerson(app)
  const before = await signedIn(app, ada)

  await grantRole(app, director, ada.id, { ...editor, endsOn: '2016-06-30' })

  expect(await isIn(before)).toBe(false)
  expect(await rolesIn(await signedIn(app, ada))).toEqual(new Set(['editor']))
  expect(await acts(ada.id)).toEqual([
    {
      act: 'role.granted',
      actorId: director.id,
      detail: { role: 'editor', country: null, startsOn: '2016-02-20', endsOn: '2016-06-30' },
    },
  ])
})

test.each(['coordinator', 'editor', 'ambassador', undefined] as (Role | undefined)[])(
  'a %s gives no roles',
  async (role) => {
    const actor = await aPerson(app, role === 'ambassador' ? { role, country: 'BR' } : role ? { role } : {})
    const ada = await aPerson(app)

    await expect(grantRole(app, actor, ada.id, editor)).rejects.toThrow('not-allowed')

    expect((await personById(app.db, terminal, ada.id)).grants).toEqual([])
  },
)

test('the same role is not given twice for one day, but again afterwards and for another country', async () => {
  const ada = await aPerson(app)
  const speaks = { role: 'ambassador' as Role, country: 'BR', startsOn: '2016-01-01', endsOn: '2016-01-31' }
  await grantRole(app, terminal, ada.id, speaks)

  await expect(
    grantRole(app, terminal, ada.id, { ...speaks, startsOn: '2016-01-31', endsOn: null }),
  ).rejects.toThrow('already-granted')

  await grantRole(app, terminal, ada.id, { ...speaks, country: 'PT' })
  await grantRole(app, terminal, ada.id, { ...speaks, startsOn: '2016-02-01', endsOn: null })
  expect((await personById(app.db, terminal, ada.id)).grants.length).toBe(3)
})

test('a role ends with its last day, at once with a day before, and is taken back with a day before its first', async () => {
  const ada = await aPerson(app)
  const id = await grantRole(app, terminal, ada.id, { ...editor, startsOn: '2016-02-01' })
  const held: number[] = []

  await endGrant(app, terminal, id, '2016-02-20')
  held.push((await rolesIn(await signedIn(app, ada))).size)
  await endGrant(app, terminal, id, '2016-02-19')
  held.push((await rolesIn(await signedIn(app, ada))).size)
  await endGrant(app, terminal, id, '2016-01-31')

  expect(held).toEqual([1, 0])
  expect((await personById(app.db, terminal, ada.id)).grants).toEqual([])
})

test('the last director can neither end that role nor shut themselves out', async () => {
  const alone = await testApp(start)
  const director = await aPerson(alone, { role: 'director' })
  const [grant] = (await personById(alone.db, director, director.id)).grants

  await expect(endGrant(alone, director, grant?.id ?? '', '2016-02-19')).rejects.toThrow('last-director')
  await expect(endGrant(alone, director, grant?.id ?? '', '2016-02-20')).rejects.toThrow('last-director')
  await expect(disablePerson(alone, director, director.id)).rejects.toThrow('last-director')

  const after = await personById(alone.db, director, director.id)
  expect([after.disabledAt, after.grants]).toEqual([null, [grant]])
})

test('a director leaves once another is there from then on, with no last day of their own', async () => {
  const office = await testApp(start)
  const [maren, kofi] = [await aPerson(office, { role: 'director' }), await aPerson(office)]
  const [grant] = (await personById(office.db, maren, maren.id)).grants
  const leave = (endsOn: string) => endGrant(office, maren, grant?.id ?? '', endsOn)
  const directs = { role: 'director' as Role, country: null }
  await grantRole(office, maren, kofi.id, { ...directs, startsOn: '2016-02-20', endsOn: '2016-06-30' })

  await expect(leave('2016-02-19')).rejects.toThrow('last-director')
  await grantRole(office, maren, kofi.id, { ...directs, startsOn: '2016-07-02', endsOn: null })
  await expect(leave('2016-02-19')).rejects.toThrow('last-director')
  await leave('2016-07-01')

  expect((await personById(office.db, maren, maren.id)).grants).toMatchObject([{ endsOn: '2016-07-01' }])
})

test('of two directors who leave at the same moment one stays', async () => {
  const office = await testApp(start)
  const both = [await aPerson(office, { role: 'director' }), await aPerson(office, { role: 'director' })]

  const left = await Promise.allSettled(both.map((one) => disablePerson(office, one, one.id)))

  expect(left.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
})

test('whoever is shut out is out at once, and may come back', async () => {
  const director = await aPerson(app, { role: 'director' })
  const ada = await aPerson(app)
  const headers = await signedIn(app, ada)

  await disablePerson(app, director, ada.id)
  const during = [
    await isIn(headers),
    await signedIn(app, ada).then(
      () => 'in',
      () => 'out',
    ),
  ]
  await enablePerson(app, director, ada.id)

  expect(during).toEqual([false, 'out'])
  expect(await isIn(await signedIn(app, ada))).toBe(true)
  expect((await acts(ada.id)).map(({ act }) => act)).toEqual(['person.disabled', 'person.enabled'])
})

test('nobody is added twice, however the address is written', async () => {
  const id = await createPerson(app, terminal, { name: 'Ada', email: 'Ada.O@gmail.com' })

  const again = await createPerson(app, terminal, { name: 'Ada', email: 'adao+iln@googlemail.com' }).catch(
    ({ code }) => code,
  )
  const known = await app.db
    .transaction()
    .execute((tx) => knowPerson(tx, app.now(), { name: 'A', email: 'ada.o@gmail.com' }))

  expect([again, known]).toEqual(['person-exists', id])
})

test('coordinators see everybody; whoever may not sees nobody but themselves', async () => {
  const [ambassador, coordinator] = [
    await aPerson(app, { name: 'Amb', role: 'ambassador', country: 'BR' }),
    await aPerson(app, { name: 'Coo 100%', role: 'coordinator' }),
  ]
  const filter = { text: '', role: '' as const, page: 1 }
  const seenBy = async (actor: typeof ambassador, more = {}) =>
    (await peopleFor(app.db, actor, { ...filter, ...more }, '2016-02-20')).people.map(({ name }) => name)

  expect(await seenBy(ambassador)).toEqual(['Amb'])
  expect((await seenBy(coordinator)).length).toBeGreaterThan(2)
  expect(await seenBy(coordinator, { text: '100%' })).toEqual(['Coo 100%'])
  expect(await seenBy(coordinator, { role: 'ambassador' })).toContain('Amb')
  await expect(personById(app.db, ambassador, coordinator.id)).rejects.toThrow('no-such-person')
})

test('the journal of all this holds together', async () => {
  expect(await brokenJournalRow(app.db)).toBeNull()
})
