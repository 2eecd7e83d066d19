import { beforeEach, expect, test } from 'vitest'
import { aPerson } from '../../../test/builders.ts'
import { testApp } from '../../../test/harness.ts'
import { signedIn } from '../../../test/signed-in.ts'
import { locales } from '../../platform/words.ts'
import { visitor } from './actor.ts'
import { actorOf } from './who-is-asking.ts'

const app = await testApp()
const start = '2016-02-20T12:00:00Z'
beforeEach(() => app.at(start))

const asks = (headers: Record<string, string>) =>
  actorOf(app, new Headers(headers), { offered: locales, chosen: null, asked: 'en' })
/** How long anyone who has a role stays signed in, just after a request. */
const anHour = { idleMs: 3_600_000, leftMs: 3_600_000, mostMs: 43_200_000 }
const nameOf = async (headers: Record<string, string>) => (await asks(headers)).name

test('somebody without a session, or with an invented one, is a visitor in the language asked for', async () => {
  const none = await actorOf(app, new Headers(), { offered: locales, chosen: null, asked: 'es' })
  const invented = await actorOf(app, new Headers({ Cookie: 'twinleaf_session=a.b' }), {
    offered: locales,
    chosen: 'ar',
    asked: 'es',
  })

  expect([none, invented]).toEqual([visitor('es'), visitor('ar')])
})

test('a signed-in person is known with roles, countries, language and zone', async () => {
  const sol = await aPerson(app, {
    name: 'Sol Ruiz',
    role: 'ambassador',
    country: 'AR',
    locale: 'es',
    zone: 'America/Argentina/Salta',
  })

  const actor = await asks(await signedIn(app, sol))

  expect(actor).toEqual({ ...sol, session: anHour, confirmedAt: app.now() })
})

test('the language chosen on this device comes before the one of the account', async () => {
  const headers = await signedIn(app, await aPerson(app, { locale: 'es' }))

  const actor = await actorOf(app, new Headers(headers), { offered: locales, chosen: 'ar', asked: 'en' })

  expect(actor.locale).toBe('ar')
})

test('a role holds from its first to its last day, and a director may what coordinators and editors may', async () => {
  const ada = await aPerson(app)
  const headers = await signedIn(app, ada)
  await app.db
    .insertInto('roleGrant')
    .values({
      personId: ada.id,
      role: 'director',
      startsOn: '2016-02-21',
      endsOn: '2016-02-22',
      createdAt: app.now(),
    })
    .execute()

  const seen: string[][] = []
  for (const day of ['20', '21', '22', '23']) {
    app.at(`2016-02-${day}T12:00:00Z`)
    await app.db.updateTable('session').set({ createdAt: app.now(), lastSeenAt: app.now() }).execute()
    seen.push([...(await asks(headers)).roles])
  }

  const all = ['director', 'coordinator', 'editor']
  expect(seen).toEqual([[], all, all, []])
})

test('a member stays signed in for 14 days of rest and 90 days in all', async () => {
  const rests = await signedIn(app, await aPerson(app, { name: 'Rests' }))
  const returns = await signedIn(app, await aPerson(app, { name: 'Returns' }))

  const seen: string[] = []
  for (const instant of [
    '2016-03-05T12:00:00Z',
    '2016-03-19T11:59:00Z',
    '2016-04-02T11:00:00Z',
    '2016-04-15T12:00:00Z',
    '2016-04-29T12:00:00Z',
    '2016-05-13T12:00:00Z',
    '2016-05-20T12:00:01Z',
  ]) {
    app.at(instant)
    seen.push(await nameOf(returns))
  }
  app.at('2016-03-05T12:00:01Z')

  expect(seen).toEqual(['Returns', 'Returns', 'Returns', 'Returns', 'Returns', 'Returns', ''])
  expect(await nameOf(rests)).toBe('')
})

test('somebody of the office stays signed in for an hour of rest and 12 hours in all', async () => {
  const rests = await signedIn(app, await aPerson(app, { role: 'editor' }))
  const works = await signedIn(app, await aPerson(app, { role: 'editor', name: 'Works' }))

  const seen: string[] = []
  for (let minutes = 60; minutes <= 12 * 60; minutes += 60) {
    app.at(new Date(Date.parse(start) + minutes * 60_000).toISOString())
    seen.push(await nameOf(works))
  }
  app.at('2016-02-21T00:00:01Z')
  seen.push(await nameOf(works))

  expect(seen).toEqual([...Array(12).fill('Works'), ''])
  app.at('2016-02-20T13:00:01Z')
  expect(await nameOf(rests)).toBe('')
})

test('somebody who is disabled is a visitor at the next request', async () => {
  const ada = await aPerson(app, { role: 'director' })
  const headers = await signedIn(app, ada)
  await app.db.updateTable('person').set({ disabledAt: app.now() }).where('id', '=', ada.id).execute()

  expect(await asks(headers)).toEqual(visitor('en'))
})

test('where the office asks for a second factor, the roles of whoever has none rest', async () => {
  const editor = await aPerson(app, { role: 'editor', name: 'Ed' })
  const member = await aPerson(app, { name: 'Mo' })
  const [office, plain] = [await signedIn(app, editor), await signedIn(app, member)]
  await app.db
    .insertInto('setting')
    .values({ key: 'require-second-factor', value: 'true', changedAt: app.now() })
    .execute()

  const [ed, mo] = [await asks(office), await asks(plain)]

  const confirmedAt = app.now()
  expect(ed).toEqual({
    ...editor,
    roles: new Set(),
    lacksSecondFactor: true,
    session: anHour,
    confirmedAt,
  })
  expect(mo).toEqual({ ...member, confirmedAt })
})
