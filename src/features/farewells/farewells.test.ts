import { beforeAll, expect, test } from 'vitest'
import { aRound } from '../../../test/builders.ts'
import { testApp } from '../../../test/harness.ts'
import { signedIn } from '../../../test/signed-in.ts'
import { endHold, holdMail, stopCampaign } from '../../platform/mail/index.ts'
import { NotFound } from '../../platform/refusals.ts'
import { buildAssets } from '../../web/assets.ts'
import { createSite } from '../../web/site.tsx'
import { leaveRound } from '../pairings/actions/leaving.ts'
import { partPairing } from '../pairings/actions/part.ts'
import { passOnNote } from '../pairings/actions/pass-on.ts'
import { aRunningRound } from '../pairings/actions/rematch.builder.ts'
import { pairingsOf } from '../pairings/queries/introductions.ts'
import { visitor } from '../people/index.ts'
import { waitingId } from '../subscribers/queries.ts'
import { sayFarewells } from './actions/saying.ts'
import { saidOf } from './emails.ts'
import { endingOf, isDue } from './farewell.ts'
import { farewellToken } from './policy.ts'
import { farewellMatters, missedFarewells } from './queries/matters.ts'
import { words } from './words.ts'

const app = await testApp()
const site = createSite(app, await buildAssets())
/** On the last day, 19 June 2016, when it is morning in Brazil and evening in Korea. */
const lastDay = '2016-06-19T11:55:00Z'
let made: Awaited<ReturnType<typeof aRunningRound>>

/** Every test has the round as it runs, before the end. */
beforeAll(async () => {
  made = await aRunningRound(app)
  const { round, coordinator, people, pairingOf } = made
  await partPairing(app, coordinator, round.code, {
    pairing: await pairingOf(people.fay),
    leaving: [people.gil.id],
  })
})

const farewells = () =>
  app.db
    .selectFrom('outbox')
    .where('kind', '=', 'round-end')
    .select(['toAddress as to', 'key', 'locale', 'subject', 'text'])
    .orderBy('key')
    .execute()

const press = (path: string) =>
  site.request(path, {
    method: 'POST',
    headers: { 'Sec-Fetch-Site': 'same-origin', 'Content-Type': 'application/x-www-form-urlencoded' },
  })

const pageOf = async (path: string, headers: Record<string, string> = {}) =>
  (await site.request(path, { headers })).text()

test.each([
  [2, true, 'trio'],
  [1, true, 'pair'],
  [0, true, 'parted'],
  [0, false, 'never'],
] as const)(
  'with %i partners at the end, and %s to have had one, a round ends as for %s',
  (partners, had, ending) => {
    expect(endingOf({ partners, had })).toBe(ending)
  },
)

test.each([
  ['before the last day', '2016-06-18T12:00:00Z', 'UTC', false],
  ['on the last day, in the night', '2016-06-19T05:00:00Z', 'UTC', false],
  ['on the last day, in the morning', '2016-06-19T09:00:00Z', 'UTC', true],
  ['when it is the last day for them alone', '2016-06-18T22:00:00Z', 'Pacific/Auckland', true],
  ['when it is that for others, and night for them', '2016-06-19T09:00:00Z', 'America/Lima', false],
  ['two weeks later', '2016-07-03T12:00:00Z', 'UTC', true],
  ['later than that', '2016-07-04T12:00:00Z', 'UTC', false],
])('%s, a farewell is due: %s %s %s', (_when, at, zone, due) => {
  expect(isDue({ endsOn: '2016-06-19', zone: 'UTC' }, zone, new Date(at))).toBe(due)
})

test.each([
  [
    'Los Angeles, where the round ends before breakfast, on the day before',
    '2016-06-18T16:00:00Z',
    'America/Los_Angeles',
    true,
  ],
  ['Los Angeles before nine', '2016-06-18T15:00:00Z', 'America/Los_Angeles', false],
  ['Los Angeles before the last day of the round', '2016-06-17T20:00:00Z', 'America/Los_Angeles', false],
  ['New York, where an hour is left at nine, not before', '2016-06-18T16:00:00Z', 'America/New_York', false],
  ['New York at nine', '2016-06-19T13:00:00Z', 'America/New_York', true],
])('of a round in Sydney, in %s: %s %s %s', (_where, at, zone, due) => {
  expect(isDue({ endsOn: '2016-06-19', zone: 'Australia/Sydney' }, zone, new Date(at))).toBe(due)
})

test('once the round is over by its own clock, their page asks and offers nothing of it, wherever they are', async () => {
  const { round, people } = made
  app.at('2016-06-19T14:30:00Z')
  const [asChi, asFay] = [await signedIn(app, people.chi.person), await signedIn(app, people.fay.person)]
  const leave = `/me/rounds/${round.code}/leave`
  const seen = async () => {
    const [pair, alone] = [await pageOf('/me', asChi), await pageOf('/me', asFay)]
    const { status } = await site.request(leave, { headers: asChi })
    return [pair.includes('Leave the round'), alone.includes('We are looking for a partner for you'), status]
  }
  const inZone = (zone: string) =>
    app.db.updateTable('round').set({ zone }).where('id', '=', round.id).execute()

  const before = await seen()
  await inZone('Australia/Sydney')
  const after = await seen()
  await inZone('UTC')

  expect(before).toEqual([true, true, 200])
  expect(after).toEqual([false, false, 409])
})

test('on the last day each participant is told once, in their language and by their own clock', async () => {
  const { people } = made
  app.at('2016-06-18T20:00:00Z')
  const early = await sayFarewells(app)
  app.at(lastDay)
  const morning = await sayFarewells(app)
  const again = await sayFarewells(app)
  const told = await farewells()
  app.at('2016-06-19T13:10:00Z')
  const later = await sayFarewells(app)

  expect([early, morning, again, later]).toEqual([0, 4, 0, 2])
  expect(told.map(({ to }) => to).sort()).toEqual(
    [people.bo, people.chi, people.dev, people.eun].map(({ person }) => person.email).sort(),
  )
  const all = await farewells()
  const to = (one: { person: { email: string } }) => all.find((mail) => mail.to === one.person.email)?.text
  expect(to(people.chi)).toContain('and with it your pairing with Dev Rao')
  expect(to(people.chi)).toContain('how to reach Dev Rao until 20 June 2016 at 00:59 GMT+1;')
  expect(to(people.ana)).toContain('su mentoría con Bo Ek')
  expect(to(people.eun)).toContain('We did not find a partner for you')
  expect(to(people.fay)).toContain('we did not find another partner')
  expect(to(people.gil)).toBeUndefined()
})

test('with the round, pairings end by themselves: nothing of a partner is shown or passed on any more', async () => {
  const { people, pairingOf } = made
  const { chi, dev } = people
  const headers = await signedIn(app, chi.person)
  const pages = ['/me', '/me/partner'] as const
  const note = { pairing: await pairingOf(chi), to: dev.id, note: 'Hello' }
  app.at('2016-06-19T22:00:00Z')
  const before = await Promise.all(pages.map((page) => pageOf(page, headers)))
  app.at('2016-06-20T00:30:00Z')
  const after = await Promise.all(pages.map((page) => pageOf(page, headers)))

  for (const page of before) expect(page).toContain(dev.person.email)
  for (const page of after) {
    expect(page).not.toContain(dev.person.email)
    expect(page).toContain('Dev Rao')
  }
  expect(await pairingsOf(app.db, chi.person.id, app.now())).toEqual([])
  await expect(passOnNote(app, chi.person, note)).rejects.toEqual(new NotFound('no-such-partner'))
})

test('one press on the page behind the email puts them on the list of the next call', async () => {
  const { person, id } = made.people.chi
  app.at('2016-06-21T12:00:00Z')
  const path = `/farewell/${farewellToken(app, id)}`
  const page = await pageOf(path)
  const answer = await press(`${path}/tell-me`)
  const after = await pageOf(path)

  expect(page).toContain('Tell me of the next call')
  expect(page).not.toContain(person.email)
  expect([answer.status, answer.headers.get('Location')]).toEqual([303, path])
  expect(await waitingId(app.db, person.email)).not.toBeNull()
  expect(after).toContain('We will write to you when applications open')
  expect(after).not.toContain('<form action="/farewell')
})

test('while applications are open, the page leads there instead', async () => {
  app.at('2016-06-21T12:00:00Z')
  const call = { code: '2031A', startsOn: '2016-09-05', endsOn: '2016-12-18' }
  await aRound(app, { ...call, applyFrom: new Date('2016-06-20'), applyUntil: new Date('2016-07-20') })
  const page = await pageOf(`/farewell/${farewellToken(app, made.people.eun.id)}`)
  await app.db.deleteFrom('round').where('code', '=', '2031A').execute()

  expect(page).toContain('/rounds/2031A')
  expect(page).not.toContain('Tell me of the next call')
})

test('the link of nobody, of somebody who has left, and of another purpose open nothing', async () => {
  app.at('2016-06-21T12:00:00Z')
  const left = farewellToken(app, made.people.gil.id)
  const forged = `${left.slice(0, 22)}.${'a'.repeat(43)}`

  for (const token of [left, forged, 'x']) {
    expect((await site.request(`/farewell/${token}`)).status).toBe(404)
    expect((await press(`/farewell/${token}/tell-me`)).status).toBe(404)
  }
  expect((await site.request(`/me/rounds/${made.round.code}/farewell`)).status).toBe(303)
})

test('nobody is told while emails are held or stopped, and the desk says so', async () => {
  const { round, coordinator, people } = await aRunningRound(app)
  await leaveRound(app, people.gil.person, round.code)
  app.at('2016-06-20T12:00:00Z')
  await app.db.transaction().execute((tx) => holdMail(tx, app.now(), 'restored'))
  const held = await sayFarewells(app)
  await app.db.transaction().execute(endHold)
  const matters = async () =>
    (await farewellMatters(app.db, coordinator, app.now())).filter((one) => one.round?.code === round.code)
  const soon = await matters()
  app.at('2016-06-22T12:00:00Z')
  const [late] = await matters()
  app.at('2016-07-10T12:00:00Z')
  const missed = await missedFarewells(app.db, app.now())
  const tooLate = await sayFarewells(app)

  expect([held, tooLate]).toEqual([0, 0])
  expect(soon).toEqual([])
  expect(late?.text).toContain('6 people were told no farewell')
  expect(missed).toEqual([
    `Farewells of round ${round.code} that were never said: 6. They were due within 14 days of 2016-06-19.`,
  ])
  expect(await farewellMatters(app.db, visitor('en'), app.now())).toEqual([])
})

test('a stopped campaign tells nobody further', async () => {
  const { round } = await aRunningRound(app)
  const campaign = app.db.selectFrom('mailCampaign').where('key', '=', `farewells:${round.id}`).select('id')
  const told = async () => {
    const { id } = await campaign.executeTakeFirstOrThrow()
    return (await app.db.selectFrom('outbox').where('campaignId', '=', id).select('id').execute()).length
  }
  app.at(lastDay)
  await sayFarewells(app)
  const before = await told()
  const { id } = await campaign.executeTakeFirstOrThrow()
  await app.db.transaction().execute((tx) => stopCampaign(tx, id, app.now()))
  app.at('2016-06-19T14:00:00Z')
  await sayFarewells(app)

  expect([before, await told()]).toEqual([5, 5])
})

test('coordinators read beforehand what each will be told, in any language', async () => {
  const { round, coordinator, people } = made
  app.at('2016-06-10T12:00:00Z')
  const headers = await signedIn(app, coordinator)
  const page = await pageOf(`/office/rounds/${round.code}/farewell?language=ar`, headers)
  const refused = await site.request(`/office/rounds/${round.code}/farewell`, {
    headers: await signedIn(app, people.ana.person),
  })

  expect(page).toContain('lang="ar" dir="rtl"')
  expect(page).toContain('who can have a certificate by then reads how to get it')
  expect(page).toContain('وتنتهي معها شراكتكم مع')
  expect(page).not.toContain(farewellToken(app, people.ana.id))
  expect(refused.status).toBe(403)
})

test('in Spanish no sentence about the end of a round begins with a small letter', async () => {
  const { round } = made
  const said = (over: boolean) => {
    const now = new Date(over ? '2016-06-21T12:00:00Z' : lastDay)
    const given = saidOf({ partners: [], zone: 'UTC' }, round, 'es', now)
    const t = words('es')
    return [t('end.pair', given), t('end.trio', given), t('end.parted', given), t('end.never', given)].concat(
      t('mine.title', given),
    )
  }

  expect([...said(false), ...said(true)].filter((sentence) => !/^\p{Lu}/u.test(sentence))).toEqual([])
})

test('while applications are open, the email says so and promises no other', async () => {
  const call = { code: '2031A', startsOn: '2016-09-05', endsOn: '2016-12-18' }
  await aRound(app, { ...call, applyFrom: new Date('2016-06-10'), applyUntil: new Date('2016-07-20') })
  await app.db.deleteFrom('outbox').where('kind', '=', 'round-end').execute()
  app.at(lastDay)

  await sayFarewells(app)
  const [told] = (await farewells()).filter(({ locale }) => locale === 'en')
  await app.db.deleteFrom('outbox').where('kind', '=', 'round-end').execute()
  await app.db.deleteFrom('round').where('code', '=', '2031A').execute()

  expect(told?.text).toContain('applications for Round 2031A are open. Your page leads there.')
  expect(told?.text).not.toContain('Be told of the next call')
})
