import { beforeEach, expect, test } from 'vitest'
import { testApp } from '../../../test/harness.ts'
import { signedIn } from '../../../test/signed-in.ts'
import { drainOutbox } from '../../platform/mail/index.ts'
import { Conflict, NotFound } from '../../platform/refusals.ts'
import { buildAssets } from '../../web/assets.ts'
import { createSite } from '../../web/site.tsx'
import { aBrowser } from '../calls/browser.builder.ts'
import { leaveRound } from '../pairings/actions/leaving.ts'
import { partPairing } from '../pairings/actions/part.ts'
import { aRunningRound } from '../pairings/actions/rematch.builder.ts'
import { holdWaiting } from '../pairings/actions/waiting.ts'
import { trioPath } from '../rounds/index.ts'
import { answerTrio } from './actions/answering.ts'
import { offerTrio, withdrawTrio } from './actions/offering.ts'
import { settleLapsed } from './actions/settling.ts'
import { emailedTrioPath, ownTrioPath } from './paths.ts'
import { trioToken } from './policy.ts'
import { candidatesFor } from './queries/candidates.ts'
import { offersFor } from './queries/offers.ts'

const app = await testApp()
const site = createSite(app, await buildAssets())
let running: Awaited<ReturnType<typeof aRunningRound>>

beforeEach(async () => {
  running = await aRunningRound(app)
  app.at('2016-02-24T09:00:00Z')
  await drainOutbox(app)
})

type Someone = { id: string; person: { id: string } }

/** Eun, who waits, and Ana with Bo are asked. */
async function ask() {
  const { round, coordinator, people, pairingOf } = running
  const pairing = await pairingOf(people.ana)
  await offerTrio(app, coordinator, round.code, { id: people.eun.id, pairing })
  return pairing
}

async function questionTo(one: Someone) {
  const [offer] = await offersFor(app.db, running.people.eun.id)
  return offer?.people.find(({ applicationId }) => applicationId === one.id)?.id ?? ''
}

const say = async (one: Someone, agrees: boolean) =>
  answerTrio(app, { id: await questionTo(one), personId: one.person.id }, agrees)

const outcome = async () => (await offersFor(app.db, running.people.eun.id)).map((one) => one.outcome)

const mails = (kind: string) =>
  app.db
    .selectFrom('outbox')
    .innerJoin('person', 'person.id', 'outbox.personId')
    .where('kind', '=', kind)
    .where('outbox.createdAt', '=', app.now())
    .where(
      'outbox.personId',
      'in',
      Object.values(running.people).map(({ person }) => person.id),
    )
    .select(['person.name', 'subject', 'text'])
    .orderBy('person.name')
    .execute()

const partnersOf = async (one: Someone) =>
  (
    await app.db
      .selectFrom('livingPartner')
      .innerJoin('pairingMember as own', 'own.applicationId', 'livingPartner.applicationId')
      .innerJoin('pairingMember as other', 'other.pairingId', 'own.pairingId')
      .innerJoin('application', 'application.id', 'other.applicationId')
      .where('own.endedAt', 'is', null)
      .where('other.endedAt', 'is', null)
      .where('own.applicationId', '=', one.id)
      .whereRef('other.applicationId', '<>', 'own.applicationId')
      .select('application.name')
      .orderBy('application.name')
      .execute()
  ).map(({ name }) => name)

test('nothing changes until all three agree; then they are introduced, each to whom they do not know', async () => {
  const { ana, bo, eun } = running.people
  await ask()
  const asked = await mails('trio')
  await say(ana, true)
  await say(eun, true)
  const before = await partnersOf(eun)
  const last = await say(bo, true)
  const introductions = await mails('introduction')
  const page = await aBrowser(site, app.origin, await signedIn(app, eun.person)).read('/me/partner')

  expect(asked.map(({ name }) => name)).toEqual(['Ana Luz', 'Bo Ek', 'Eun Park'])
  expect(asked[2]?.text).not.toMatch(/Ana|Luz/)
  expect(asked[1]?.text).toContain('Ana Luz')
  expect(asked[1]?.text).not.toContain('Eun')
  expect(before).toEqual([])
  expect(last.outcome).toBe('joined')
  expect(page).toMatch(/<h1[^>]*>Your partners</)
  expect(await partnersOf(eun)).toEqual(['Ana Luz', 'Bo Ek'])
  expect(await partnersOf(ana)).toEqual(['Bo Ek', 'Eun Park'])
  expect(introductions.map(({ name, subject }) => `${name}: ${subject}`)).toEqual([
    expect.stringMatching(/^Ana Luz: .*Eun Park/),
    expect.stringMatching(/^Bo Ek: .*Eun Park/),
    expect.stringMatching(/^Eun Park: .*Ana Luz.*Bo Ek|^Eun Park: .*Bo Ek.*Ana Luz/),
  ])
  expect(introductions[1]?.text).not.toContain('Ana Luz')
  expect(await mails('trio-ended')).toEqual([])
  await expect(say(bo, false)).rejects.toEqual(new Conflict('trio-settled'))
})

test('when one of three leaves, the others read that it was one of two, and stay together', async () => {
  const { ana, bo, eun } = running.people
  await ask()
  for (const one of [ana, bo, eun]) await say(one, true)
  app.at('2016-02-25T09:00:00Z')

  await leaveRound(app, bo.person, running.round.code)

  expect((await mails('reserve')).map(({ name, subject }) => [name, subject])).toEqual([
    ['Ana Luz', `Una persona de su grupo de la ronda ${running.round.code} dejó el programa`],
    ['Eun Park', `One of your two partners in round ${running.round.code} has left`],
  ])
  expect([await partnersOf(ana), await partnersOf(eun)]).toEqual([['Eun Park'], ['Ana Luz']])
})

test('one who would rather not ends it for all, unnamed, and that pair is not asked again', async () => {
  const { ana, bo, eun } = running.people
  const pairing = await ask()
  await say(ana, true)
  await say(bo, false)

  const told = await mails('trio-ended')
  expect(await outcome()).toEqual(['declined'])
  expect(told.map(({ name }) => name)).toEqual(['Ana Luz', 'Eun Park'])
  for (const { text } of told) expect(text).not.toContain('Bo Ek')
  expect(await partnersOf(ana)).toEqual(['Bo Ek'])
  expect(await partnersOf(eun)).toEqual([])
  const { round, coordinator } = running
  const left = await candidatesFor(app.db, coordinator, round, { id: eun.id, now: app.now() })
  expect(left.map(({ pair }) => pair.id)).not.toContain(pairing)
  expect(left.length).toBeGreaterThan(0)
  await expect(offerTrio(app, coordinator, round.code, { id: eun.id, pairing })).rejects.toEqual(
    new Conflict('pair-cannot-be-asked'),
  )
})

test('three answers at the same instant make one trio', async () => {
  const { ana, bo, eun } = running.people
  await ask()

  const answered = await Promise.all([ana, bo, eun].map((one) => say(one, true)))

  expect(answered.map((one) => one.outcome).toSorted()).toEqual(['joined', null, null])
  expect(await mails('introduction')).toHaveLength(3)
  expect(await partnersOf(eun)).toEqual(['Ana Luz', 'Bo Ek'])
})

test('what is not answered in time, or cannot be any more, is ended once by the clock', async () => {
  const { round, coordinator, people } = running
  const pairing = await ask()
  await say(people.ana, true)
  const early = await settleLapsed(app)
  await partPairing(app, coordinator, round.code, { pairing, leaving: [people.bo.id] })
  await expect(say(people.eun, true)).rejects.toEqual(new Conflict('trio-settled'))
  app.at('2016-02-24T10:11:00Z')
  const parted = await settleLapsed(app)
  const told = await mails('trio-ended')
  await offerTrio(app, coordinator, round.code, {
    id: people.eun.id,
    pairing: await running.pairingOf(people.chi),
  })
  app.at('2016-02-29T10:11:00Z')
  const late = [await settleLapsed(app), await settleLapsed(app)]

  expect([early, parted, ...late]).toEqual([0, 1, 1, 0])
  expect(told.map(({ name }) => name)).toEqual(['Ana Luz', 'Eun Park'])
  expect(await outcome()).toEqual(['lapsed', 'lapsed'])
  expect((await mails('trio-ended')).map(({ name }) => name)).toEqual(['Eun Park'])
})

test('one pair at a time is asked, for somebody who waits and is not held; it can be taken back', async () => {
  const { round, coordinator, people, pairingOf } = running
  await ask()
  const other = { id: people.eun.id, pairing: await pairingOf(people.chi) }

  await expect(offerTrio(app, coordinator, round.code, other)).rejects.toEqual(
    new Conflict('trio-asked-already'),
  )
  await ask()
  expect(await outcome()).toEqual([null])
  await withdrawTrio(app, coordinator, round.code, people.eun.id)
  expect(await outcome()).toEqual(['withdrawn'])
  await holdWaiting(app, coordinator, round.code, { id: people.eun.id, hold: true })
  await expect(offerTrio(app, coordinator, round.code, other)).rejects.toEqual(
    new NotFound('no-such-participant'),
  )
  await expect(
    offerTrio(app, coordinator, round.code, { id: people.dev.id, pairing: await pairingOf(people.ana) }),
  ).rejects.toEqual(new NotFound('no-such-participant'))
})

test('a coordinator asks from the page of whoever waits; each answers by their link, or signed in as themselves', async () => {
  const { round, coordinator, people } = running
  const as = async (one: { id: string }) => aBrowser(site, app.origin, await signedIn(app, one))
  const office = await as(coordinator)
  const page = trioPath(round.code, people.eun.id)
  const shown = await office.read(page)
  const sent = await office.send(`${page}/ask`, { pairing: await running.pairingOf(people.chi) })
  const asked = await office.read(page)
  const id = await questionTo(people.chi)
  const door = emailedTrioPath(trioToken(app, id))
  const question = await site.request(door)
  const after = await outcome()
  const foreign = await (await as(people.fay.person)).ask(ownTrioPath(id))
  const chi = await as(people.chi.person)
  const home = await chi.read('/me')
  const yes = await chi.send(`${ownTrioPath(id)}/answer`, { agrees: 'yes' })
  const said = await chi.read(ownTrioPath(id))
  for (const one of [people.dev, people.eun]) await say(one, true)
  const settled = await office.read(page)
  const joined = await chi.read(ownTrioPath(id))

  expect(settled).toContain('does not wait for a partner any more')
  expect(joined).toMatch(/<h1[^>]*>You are a group of three now/)
  expect(shown).toContain('Chi Eze')
  expect(sent.status).toBe(303)
  expect(asked).toContain('Chi Eze and Dev Rao have been asked')
  expect(asked).not.toContain('Ask all three')
  expect(question.status).toBe(200)
  expect(question.headers.get('referrer-policy')).toBe('no-referrer')
  expect(await question.text()).toContain('I would rather not')
  expect(after).toEqual([null])
  expect(foreign.status).toBe(404)
  expect((await site.request(`${door}x`)).status).toBe(404)
  expect(home).toContain('take in a third partner')
  expect(yes.status).toBe(303)
  expect(said).toContain('You said yes.')
  expect(said).not.toContain('Yes, I would like that')
})
