import { expect, test } from 'vitest'
import { anAmbassador } from '../../../test/ambassadors/an-ambassador.ts'
import { aPerson } from '../../../test/builders.ts'
import { signedIn } from '../../../test/signed-in.ts'
import { endHold, holdMail } from '../../platform/mail/index.ts'
import { endTerm } from './actions/inviting.ts'
import { thankAmbassadors } from './actions/thanking.ts'
import { shortenFor } from './actions/writing.ts'

const { app, coordinator, salma, browser } = await anAmbassador()

const termOf = async (personId: string) =>
  app.db.selectFrom('roleGrant').selectAll().where('personId', '=', personId).executeTakeFirstOrThrow()

/** Somebody who speaks for a country until a day. */
async function speaking(country: string, endsOn: string, also: { zone?: string; locale?: 'fr' } = {}) {
  const person = await aPerson(app, { role: 'ambassador', country, name: `From ${country}`, ...also })
  const { id } = await termOf(person.id)
  await app.db.updateTable('roleGrant').set({ startsOn: '2015-08-01', endsOn }).where('id', '=', id).execute()
  return { ...person, grantId: id }
}

const thanksTo = async (personId: string) =>
  app.db
    .selectFrom('outbox')
    .select(['subject', 'text', 'locale'])
    .where('kind', '=', 'ambassador-thanks')
    .where('personId', '=', personId)
    .execute()

const thankAt = async (instant: string) => {
  app.at(instant)
  const thanked = await thankAmbassadors(app)
  app.at('2016-01-20T12:00:00Z')
  return thanked
}

test('who spoke for a country to the last day is thanked once, by day on their own clock', async () => {
  const person = await speaking('LB', '2016-01-19', { zone: 'America/Sao_Paulo' })
  await shortenFor(app, coordinator, 'LB')

  const lastDay = await thankAt('2016-01-19T23:30:00Z')
  const night = await thankAt('2016-01-20T04:23:00Z')
  await app.db.transaction().execute((tx) => holdMail(tx, app.now(), 'restored'))
  const held = await thankAt('2016-01-20T14:23:00Z')
  await app.db.transaction().execute((tx) => endHold(tx))
  const morning = await thankAt('2016-01-20T15:23:00Z')
  const again = await thankAt('2016-01-20T16:23:00Z')

  expect([lastDay, night, held, morning, again]).toEqual([0, 0, 0, 1, 0])
  const [email] = await thanksTo(person.id)
  expect(email?.subject).toMatch(/^Thank you for speaking for .+ in Lebanon$/)
  expect(email?.text).toContain('for Lebanon was 19 January 2016.')
  expect(email?.text).toMatch(/pass it on whenever you like: http:\/\/localhost:3000\/go\/[2-9B-Z]{6}/)
})

test('whose term a coordinator ends is thanked as well, in their language, and can sign in as the email says', async () => {
  const person = await speaking('MA', '2016-03-31', { locale: 'fr' })
  await endTerm(app, coordinator, 'MA', person.grantId)

  const thanked = await thankAt('2016-01-20T13:23:00Z')

  expect(thanked).toBe(1)
  const [email] = await thanksTo(person.id)
  expect(email?.locale).toBe('fr')
  expect(email?.text).toContain('19 janvier 2016')
  expect(email?.text).not.toContain('/go/')
  const theirs = browser(await signedIn(app, person))
  expect((await theirs.ask('/office')).status).toBe(403)
  expect((await theirs.ask('/me')).status).toBe(200)
})

test('nobody is thanked who goes on, is disabled, or whose term ended long ago; days later one still is', async () => {
  const goesOn = await speaking('KE', '2016-01-18')
  const again = { role: 'ambassador', country: 'KE', startsOn: '2016-01-25', endsOn: null }
  await app.db
    .insertInto('roleGrant')
    .values({ ...again, personId: goesOn.id, createdAt: app.now() })
    .execute()
  const disabled = await speaking('UY', '2016-01-18')
  await app.db.updateTable('person').set({ disabledAt: app.now() }).where('id', '=', disabled.id).execute()
  await speaking('PE', '2016-01-12')
  const late = await speaking('CL', '2016-01-13')

  const thanked = await thankAt('2016-01-20T13:23:00Z')

  expect(thanked).toBe(1)
  expect(await thanksTo(late.id)).toHaveLength(1)
  expect(await thanksTo(salma.id)).toEqual([])
})
