import { expect, test } from 'vitest'
import { testApp } from '../../../test/harness.ts'
import { signedIn } from '../../../test/signed-in.ts'
import { drainOutbox } from '../../platform/mail/index.ts'
import { buildAssets } from '../../web/assets.ts'
import { createSite } from '../../web/site.tsx'
import { aBrowser } from '../calls/browser.builder.ts'
import { aRunningRound } from '../pairings/actions/rematch.builder.ts'
import { absenceFault } from './absence.ts'
import { askCheckIns } from './actions/asking.ts'

const app = await testApp()
const site = createSite(app, await buildAssets())
const { people } = await aRunningRound(app)
const { chi, dev, fay, gil } = people
await drainOutbox(app)
app.at('2016-03-01T12:00:00Z')

const browserOf = async (one: { person: { id: string } }) =>
  aBrowser(site, app.origin, await signedIn(app, one.person))
const emailsTo = async (one: { person: { id: string } }) =>
  (
    await app.db
      .selectFrom('outbox')
      .where('personId', '=', one.person.id)
      .where('kind', '=', 'absence')
      .select('subject')
      .orderBy('createdAt')
      .execute()
  ).map(({ subject }) => subject)
const isAsked = async (one: { person: { id: string } }) =>
  (await app.db.selectFrom('checkIn').where('personId', '=', one.person.id).select('day').execute()).length >
  0

test('days away come in order, lie ahead and are at most sixty', () => {
  const fault = (from: string, until: string) => absenceFault({ from, until }, '2016-03-01')?.code ?? null

  expect([
    fault('2016-03-01', '2016-03-01'),
    fault('2016-02-20', '2016-03-02'),
    fault('2016-03-05', '2016-03-04'),
    fault('2016-02-20', '2016-02-29'),
    fault('2016-03-01', '2016-04-29'),
    fault('2016-03-01', '2016-04-30'),
  ]).toEqual([null, null, 'away-disorder', 'away-past', null, 'away-long'])
})

test('an absence stops the clock for both, and the partner is told where they may know, once', async () => {
  const browser = await browserOf(dev)

  const wrong = await browser.send('/me/absence/announce', {
    from: '2016-03-09',
    until: '2016-03-03',
    tells: 'yes',
  })
  const right = await browser.send('/me/absence/announce', {
    from: '2016-03-03',
    until: '2016-03-09',
    tells: 'yes',
  })
  const twice = await browser.send('/me/absence/announce', {
    from: '2016-03-09',
    until: '2016-03-12',
    tells: 'no',
  })

  expect([wrong.status, right.status, twice.status]).toEqual([422, 303, 422])
  expect(await wrong.text()).toContain('value="2016-03-09"')
  expect(await emailsTo(chi)).toEqual(['Dev Rao will be away for a while'])
  expect(await (await browserOf(chi)).read('/me')).toContain('Dev Rao is away from Thursday, 3 March 2016')
  app.at('2016-03-04T14:03:00Z')
  await askCheckIns(app)
  expect([await isAsked(chi), await isAsked(dev), await isAsked(fay)]).toEqual([false, false, true])
  // Seven days do not count: the fourth is the 11th.
  app.at('2016-03-10T12:03:00Z')
  await askCheckIns(app)
  expect(await isAsked(chi)).toBe(false)
  app.at('2016-03-11T12:03:00Z')
  await askCheckIns(app)
  expect([await isAsked(chi), await isAsked(dev)]).toEqual([true, true])
})

test('what is to stay with the coordinators reaches no partner; who is back says so, and the clock goes on', async () => {
  app.at('2016-03-12T12:00:00Z')
  const browser = await browserOf(gil)
  await browser.send('/me/absence/announce', { from: '2016-03-12', until: '2016-03-30', tells: 'no' })
  const { id } = await app.db
    .selectFrom('absence')
    .where('personId', '=', gil.person.id)
    .select('id')
    .executeTakeFirstOrThrow()
  const home = await (await browserOf(fay)).read('/me')
  app.at('2016-03-14T12:00:00Z')
  const foreign = await (await browserOf(fay)).send(`/me/absence/${id}/end`, {})
  const ended = await browser.send(`/me/absence/${id}/end`, {})

  expect(home).not.toContain('Gil Haddad is away')
  expect([foreign.status, ended.status]).toEqual([404, 303])
  expect(await emailsTo(fay)).toEqual([])
  expect(
    await app.db
      .selectFrom('absence')
      .where('id', '=', id)
      .select(['fromOn', 'untilOn', 'cancelledAt'])
      .executeTakeFirstOrThrow(),
  ).toEqual({ fromOn: '2016-03-12', untilOn: '2016-03-13', cancelledAt: null })
})

test('the database takes no two absences of a person on one day, whoever wrote them', async () => {
  const days = (personId: string) =>
    app.db
      .insertInto('absence')
      .values({ personId, fromOn: '2016-05-01', untilOn: '2016-05-05', madeAt: app.now() })
      .execute()

  await days(fay.person.id)
  await days(gil.person.id)

  await expect(days(fay.person.id)).rejects.toThrow(/absence_once/)
})
