import { expect, test } from 'vitest'
import { anApplication, aPerson, aRound } from '../../../../test/builders.ts'
import { testApp } from '../../../../test/harness.ts'
import { ownApplications } from './mine.ts'
import { ownApplicationsOf } from './own.ts'

const app = await testApp('2016-02-21T18:00:00Z')
const at = app.now()
const round = await aRound(app)
const now = new Date('2016-02-21T12:00:00Z')

/** An application that has not been answered, so that it is nobody's yet. */
async function sentFrom(email: string, wish: Parameters<typeof anApplication>[2] = {}) {
  const { id } = await anApplication(app, round, { acceptedAt: null, ...wish })
  await app.db.updateTable('application').set({ personId: null, email }).where('id', '=', id).execute()
  return id
}

test('what was sent from an address is its reader’s, in whatever letters, before it is answered', async () => {
  const id = await sentFrom('ADA@library.example')
  const ada = await aPerson(app, { email: 'ada@library.example' })
  const other = await aPerson(app, { email: 'bea@library.example' })

  expect(await ownApplicationsOf(app.db, ada.id, now)).toEqual([
    { id, roundId: round.id, state: 'sent', submittedAt: at },
  ])
  expect(await ownApplicationsOf(app.db, other.id, now)).toEqual([])
})

test('of several in one round, the one that counts is told, and those of rounds that are over are not', async () => {
  const accepted = await anApplication(app, round, { name: 'Chi Eze', email: 'chi@library.example' })
  await sentFrom('chi@library.example', { droppedAt: at, dropReason: 'duplicate' })
  await sentFrom('chi@library.example', { mergedInto: accepted.id })

  expect(await ownApplicationsOf(app.db, accepted.person.id, now)).toEqual([
    { id: accepted.id, roundId: round.id, state: 'accepted', submittedAt: at },
  ])
  expect(await ownApplicationsOf(app.db, accepted.person.id, new Date('2016-06-20T12:00:00Z'))).toEqual([])
})

test('one’s own page leads to an application as long as something can be done there, and says what', async () => {
  const { id, person } = await anApplication(app, round, { name: 'Dua Lin', email: 'dua@library.example' })
  const actor = { ...person, roles: new Set<never>() }
  const linksAt = async (now: string) =>
    (await ownApplications(app.db, actor, new Date(now), { wording: {} }))[0]?.links

  const open = await linksAt('2016-01-20T12:00:00Z')
  const closed = await linksAt('2016-02-21T18:00:00Z')
  await app.db.updateTable('application').set({ withdrawnAt: at }).where('id', '=', id).execute()
  const withdrawn = await linksAt('2016-02-21T18:00:00Z')

  const about = { href: '/rounds/2016A', label: 'About Round 2016A' }
  const own = '/rounds/2016A/apply/sent'
  expect(open).toEqual([{ href: own, label: 'See, change or withdraw it' }, about])
  expect(closed).toEqual([{ href: own, label: 'Withdraw it' }, about])
  expect(withdrawn).toEqual([about])
})
