import { beforeEach, expect, test } from 'vitest'
import { aPerson } from '../../../test/builders.ts'
import { answers, onlyARunningRound, type Someone } from '../../../test/cases/running-round.ts'
import { testApp } from '../../../test/harness.ts'
import { signedIn } from '../../../test/signed-in.ts'
import { holdMail } from '../../platform/mail/index.ts'
import { Conflict, Forbidden, NotFound } from '../../platform/refusals.ts'
import { buildAssets } from '../../web/assets.ts'
import { createSite } from '../../web/site.tsx'
import { aBrowser } from '../calls/browser.builder.ts'
import { announceAbsence } from '../checkins/actions/absence.ts'
import type { Answer } from '../checkins/checkin.ts'
import { askCheckIns, standingsOf } from '../checkins/index.ts'
import { leaveRound } from '../pairings/actions/leaving.ts'
import { partPairing } from '../pairings/actions/part.ts'
import { rejoinPairing } from '../pairings/actions/rejoin.ts'
import { releaseRematch } from '../pairings/actions/release-rematch.ts'
import { rematch } from '../pairings/actions/rematch.builder.ts'
import { assignCase, closeCase, noteCase, openCase, waitCase } from './actions/handling.ts'
import { partCase } from './actions/parting.ts'
import { sweepCases } from './actions/sweep.ts'
import { goalsOf } from './queries/goal.ts'
import { caseMatters } from './queries/matters.ts'
import { findCases } from './queries/named.ts'
import { casesFor } from './queries/queue.ts'

const app = await testApp()
const site = createSite(app, await buildAssets())
let running: Awaited<ReturnType<typeof onlyARunningRound>>
const code = () => running.round.code

beforeEach(async () => {
  running = await onlyARunningRound(app)
})

async function at(instant: string) {
  app.at(instant)
  return sweepCases(app)
}

/** Everyone is asked on the fourth day. */
async function asked() {
  app.at('2016-03-04T14:03:00Z')
  await askCheckIns(app)
  app.at('2016-03-04T14:30:00Z')
}

async function say(one: Someone, answer: Answer, words = '') {
  await answers(app, one, answer, words)
}

const cases = () =>
  app.db
    .selectFrom('pairingCase')
    .innerJoin('application', 'application.id', 'applicationId')
    .select(['number', 'kind', 'givenName', 'rung', 'outcome', 'dueAt', 'ownerId'])
    .orderBy('number')
    .execute()
const inShort = async () => (await cases()).map(({ kind, givenName, outcome }) => [kind, givenName, outcome])
const numberOf = async (kind: string) => (await cases()).find((one) => one.kind === kind)?.number ?? 0
const nudges = () => app.db.selectFrom('outbox').where('kind', '=', 'check-in-nudge').selectAll().execute()
const eventsIn = (number: number) =>
  app.db
    .selectFrom('caseEvent')
    .innerJoin('pairingCase', 'pairingCase.id', 'caseId')
    .where('number', '=', number)
    .select(['caseEvent.kind', 'what'])
    .orderBy('caseEvent.id')
    .execute()

test('silence opens a case of each pair, asks once more in the morning, and a second sweep does nothing', async () => {
  await asked()
  const { ana, chi, dev } = running.people
  await say(chi, 'yes')
  await say(dev, 'yes')

  const early = await at('2016-03-06T14:13:00Z')
  const first = await at('2016-03-08T14:13:00Z')
  const again = await at('2016-03-08T15:13:00Z')

  expect(early).toEqual({ facts: 0, nudged: 0, closed: 0 })
  expect(first).toEqual({ facts: 4, nudged: 4, closed: 0 })
  expect(again).toEqual({ facts: 0, nudged: 0, closed: 0 })
  expect((await inShort()).toSorted()).toEqual([
    ['silence', expect.any(String), null],
    ['silence', expect.any(String), null],
  ])
  expect(await nudges()).toHaveLength(4)
  expect((await cases()).map(({ rung }) => rung)).toEqual([1, 1])
  expect((await nudges()).find(({ personId }) => personId === ana.person.id)?.text).toContain('/check-in/')
})

test('nobody is asked once more at night, while emails are held, or where a coordinator does it', async () => {
  await asked()
  const night = await at('2016-03-08T03:13:00Z')
  await app.db.transaction().execute((tx) => holdMail(tx, app.now(), 'restored'))
  const held = await at('2016-03-08T14:13:00Z')
  await app.db.deleteFrom('mailHold').execute()
  await app.db
    .insertInto('caseLadder')
    .values({ roundId: running.round.id, days: '{}', nudges: 'coordinator', changedAt: app.now() })
    .execute()
  const byHand = await at('2016-03-08T15:13:00Z')
  await app.db.deleteFrom('caseLadder').execute()

  // At three in the morning in London, it is noon in Seoul; nobody there was asked.
  expect([night.nudged, held.nudged, byHand.nudged]).toEqual([0, 0, 0])
})

test('once they say that they are in touch, the case closes by itself; the next silence opens it again', async () => {
  await asked()
  const { ana, bo } = running.people
  await say(ana, 'not-yet')
  await at('2016-03-08T14:13:00Z')
  const number = (await cases()).find(({ givenName }) => givenName === 'Bo')?.number ?? 0
  await say(bo, 'yes')
  await say(ana, 'yes')
  await at('2016-03-08T15:13:00Z')
  const closed = (await cases()).find((one) => one.number === number)?.outcome
  app.at('2016-03-10T14:03:00Z')
  await askCheckIns(app)
  await say(ana, 'not-yet')
  await at('2016-03-14T15:13:00Z')

  const open = (await cases()).find((one) => one.number === number)
  expect([closed, open?.outcome, open?.rung]).toEqual(['in-touch', null, 1])
  expect((await eventsIn(number)).map(({ kind }) => kind)).toEqual([
    ...['fact', 'fact', 'mailed', 'closed'],
    ...['fact', 'fact', 'mailed'],
  ])
})

test('who says again that they have heard nothing is told of again, each time when it was', async () => {
  await asked()
  const { ana } = running.people
  await say(ana, 'not-yet')
  await at('2016-03-08T14:13:00Z')
  app.at('2016-03-10T14:03:00Z')
  await askCheckIns(app)
  await say(ana, 'not-yet')
  await at('2016-03-10T15:13:00Z')
  const number = (await cases()).find(({ givenName }) => givenName === 'Bo')?.number

  const page = await aBrowser(site, app.origin, await signedIn(app, running.coordinator)).read(
    `/office/cases/${number}`,
  )

  expect([...page.matchAll(/<li>([^<]*): Ana[^<]* says: not in touch yet/g)].map(([, when]) => when)).toEqual(
    ['10 March 2016 at 15:13 UTC', '8 March 2016 at 14:13 UTC'],
  )
})

test('a call for help is looked after until its case is closed; asking again opens it again', async () => {
  await asked()
  const { fay, gil } = running.people
  await say(fay, 'help', 'My emails come back.')
  await at('2016-03-04T15:13:00Z')
  const number = await numberOf('help')
  const standing = async () =>
    (await standingsOf(app.db, running.round, app.now()))
      .flatMap(({ members }) => members)
      .find(({ personId }) => personId === fay.person.id)?.standing
  const before = await standing()

  await noteCase(app, running.coordinator, number, 'Wrote to Fay.')
  const noted = await standing()
  await closeCase(app, running.coordinator, number, { outcome: 'in-touch' })
  const after = await standing()
  app.at('2016-03-05T15:13:00Z')
  await say(gil, 'help')
  await at('2016-03-05T16:13:00Z')

  expect([before, noted, after]).toEqual(['help', 'help', 'looked-after'])
  expect(await inShort()).toEqual([['help', 'Fay', null]])
  expect(await standing()).toBe('looked-after')
})

test('somebody who leaves gives their partner a case, and a new partner closes it', async () => {
  const { gil, fay, eun } = running.people
  app.at('2016-03-01T12:00:00Z')
  await leaveRound(app, gil.person, code())
  await at('2016-03-01T12:13:00Z')
  const opened = await inShort()
  app.at('2016-03-02T12:00:00Z')
  await releaseRematch(app, running.coordinator, code(), await rematch(app, code(), running.coordinator))
  await at('2016-03-02T12:13:00Z')
  const goals = await goalsOf(app.db, [running.round.id], app.now())

  expect(opened).toEqual([['parted', 'Fay', null]])
  expect(await inShort()).toEqual([['parted', 'Fay', 'rematched']])
  expect(goals.offered).toEqual({ done: 1, inTime: 1, median: 24, slowest: 24, overdue: 0 })
  expect(goals.waiting).toEqual({ count: 0, since: null })
  expect([fay.id, eun.id]).toHaveLength(2)
})

test('a pairing that was ended by mistake is put back, and its case closes', async () => {
  const { chi } = running.people
  const pairing = await running.pairingOf(chi)
  app.at('2016-03-01T12:00:00Z')
  await partPairing(app, running.coordinator, code(), { pairing, leaving: [] })
  await at('2016-03-01T12:13:00Z')
  await rejoinPairing(app, running.coordinator, code(), pairing)
  await at('2016-03-01T13:13:00Z')

  expect(await inShort()).toEqual([['parted', expect.any(String), 'in-touch']])
})

test('ending the pairing in its case is the decision; whoever waits is in the same case', async () => {
  await asked()
  const { ana, bo } = running.people
  await say(ana, 'not-yet')
  await at('2016-03-08T14:13:00Z')
  const number = (await cases()).find(({ givenName }) => givenName === 'Bo')?.number ?? 0
  app.at('2016-03-10T10:00:00Z')

  const done = await partCase(app, running.coordinator, number, [bo.id])
  const again = partCase(app, running.coordinator, number, [bo.id])

  await expect(again).rejects.toEqual(new Conflict('pairing-ended'))
  expect(done).toEqual({ left: 1, free: 1 })
  await at('2016-03-10T10:13:00Z')
  const { lines } = await casesFor(app.db, running.coordinator, { view: 'open', now: app.now() }, 1)
  const one = lines.find((line) => line.number === number)
  expect([one?.next, one?.dueAt]).toEqual(['rematch', new Date('2016-03-12T10:00:00Z')])
  expect((await cases()).filter(({ kind }) => kind === 'parted')).toEqual([])
  const soon = await goalsOf(app.db, [running.round.id], app.now())
  const late = await goalsOf(app.db, [running.round.id], new Date('2016-03-12T10:00:01Z'))
  expect([soon.waiting.count, soon.offered.overdue, late.offered.overdue]).toEqual([1, 0, 1])
})

test('dead addresses and absences that ended without a sign are facts as well', async () => {
  const { chi, ana } = running.people
  app.at('2016-03-01T08:00:00Z')
  await announceAbsence(app, ana.person, { from: '2016-03-02', until: '2016-03-12', tells: false })
  const { id: outboxId, toAddress: address } = await app.db
    .selectFrom('outbox')
    .where('personId', '=', chi.person.id)
    .select(['id', 'toAddress'])
    .orderBy('createdAt')
    .limit(1)
    .executeTakeFirstOrThrow()
  const returned = { outboxId, address: address.toLowerCase(), verdict: 'hard', returnedAt: app.now() }
  await app.db.insertInto('mailReturn').values(returned).execute()
  await at('2016-03-02T08:13:00Z')
  const bounced = await inShort()
  await app.db.updateTable('mailReturn').set({ settledAt: app.now() }).execute()
  await at('2016-03-19T20:13:00Z')

  expect(bounced).toEqual([['bounce', 'Chi', null]])
  expect(await inShort()).toEqual([
    ['bounce', 'Chi', 'in-touch'],
    ['absence', 'Ana', null],
  ])
})

test('coordinators hand over, put off and close; nobody else sees or does anything', async () => {
  await asked()
  await say(running.people.fay, 'help', 'Please.')
  await at('2016-03-04T15:13:00Z')
  const number = await numberOf('help')
  const { coordinator } = running
  const other = await aPerson(app, { role: 'coordinator', name: 'Dan Roe' })
  const editor = await aPerson(app, { role: 'editor' })

  await assignCase(app, coordinator, number, { ownerId: other.id, body: 'You know her.' })
  await waitCase(app, coordinator, number, { until: '2016-03-20' })
  await expect(waitCase(app, coordinator, number, { until: '2016-03-04' })).rejects.toEqual(
    new Conflict('day-past'),
  )
  await expect(assignCase(app, coordinator, number, { ownerId: editor.id })).rejects.toEqual(
    new Conflict('not-for-them'),
  )
  await expect(noteCase(app, editor, number, 'Hm.')).rejects.toEqual(new Forbidden('not-allowed'))

  const [open] = await cases()
  expect([open?.ownerId, open?.dueAt]).toEqual([other.id, new Date('2016-03-20T00:00:00Z')])
  await closeCase(app, other, number, { outcome: 'in-touch', body: 'She found them.' })
  await expect(noteCase(app, coordinator, number, 'More.')).rejects.toEqual(new Conflict('case-closed'))
  await expect(noteCase(app, coordinator, 99_999, 'More.')).rejects.toEqual(new NotFound('no-such-case'))
  expect(await caseMatters(app.db, editor, app.now())).toEqual([])
})

test('a coordinator who takes part does not see the case about their own pair', async () => {
  await asked()
  const { chi, dev } = running.people
  await say(chi, 'help', 'Please.')
  await at('2016-03-04T15:13:00Z')
  const number = await numberOf('help')
  await app.db
    .insertInto('roleGrant')
    .values({ personId: dev.person.id, role: 'coordinator', startsOn: '2013-01-01', createdAt: app.now() })
    .execute()
  const asCoordinator = { ...dev.person, roles: new Set(['coordinator'] as const) }
  const headers = await signedIn(app, dev.person)
  const browser = aBrowser(site, app.origin, headers)

  expect((await casesFor(app.db, asCoordinator, { view: 'open', now: app.now() }, 1)).lines).toEqual([])
  expect(await findCases(app.db, asCoordinator, { text: 'Chi', limit: 5, now: app.now() })).toEqual([])
  expect((await browser.ask(`/office/cases/${number}`)).status).toBe(404)
  await expect(assignCase(app, running.coordinator, number, { ownerId: dev.person.id })).rejects.toEqual(
    new Conflict('not-for-them'),
  )
  expect(await browser.read('/office/cases')).toContain('about a pair of your own')
})

test('from the numbers of the round over its list and the person to the case, and every form comes back', async () => {
  await asked()
  await say(running.people.fay, 'help', 'My emails come back.')
  await at('2016-03-08T14:13:00Z')
  const number = await numberOf('help')
  const browser = aBrowser(site, app.origin, await signedIn(app, running.coordinator))
  const path = `/office/cases/${number}`

  const list = await browser.read(`/office/rounds/${code()}/weeks/help`)
  const person = await browser.read(`/office/rounds/${code()}/weeks/people/${running.people.fay.id}`)
  const page = await browser.read(path)
  const empty = await browser.send(`${path}/note`, { body: ' ' })
  const noOutcome = await browser.send(`${path}/close`, { note: 'A long story.' })
  const past = await browser.send(`${path}/wait`, { until: '2016-03-01', note: '' })
  const part = await browser.send(`${path}/part`, {})
  const noted = await browser.send(`${path}/note`, { body: 'Wrote to Fay.' })
  await browser.send(`${path}/take`, {})
  const after = await browser.read(path)
  const desk = await browser.read('/office')
  await browser.send(`${path}/close`, { outcome: 'in-touch', note: '' })

  expect(list).toContain(`href="${path}"`)
  expect(person).toContain(`href="${path}"`)
  expect(page).toContain('asked for help.')
  expect([empty.status, noOutcome.status, past.status, part.status, noted.status]).toEqual([
    ...[422, 422, 422, 422, 303],
  ])
  expect(await noOutcome.text()).toContain('A long story.')
  expect(after).toContain('Wrote to Fay.')
  expect(desk).toContain('/office/cases?view=nobody')
  expect(await browser.read('/office/cases?view=closed')).toContain('Fay Gray')
})

test('a coordinator opens a case by hand for somebody in a pair, and looks after it', async () => {
  const { chi } = running.people
  app.at('2016-03-03T12:00:00Z')
  const number = await openCase(app, running.coordinator, code(), { id: chi.id, body: 'She phoned.' })

  const [one] = await cases()
  expect([one?.kind, one?.givenName, one?.ownerId]).toEqual(['help', 'Chi', running.coordinator.id])
  expect((await eventsIn(number)).map(({ kind }) => kind)).toEqual(['fact', 'noted', 'assigned'])
  await expect(openCase(app, chi.person, code(), { id: chi.id, body: 'x' })).rejects.toThrow(Forbidden)
})

test('a list of cases takes the same number of queries with one as with three', async () => {
  await asked()
  await at('2016-03-08T14:13:00Z')
  const asked_ = { view: 'open' as const, now: app.now() }

  expect((await casesFor(app.db, running.coordinator, asked_, 1)).lines).toHaveLength(3)
  expect((await casesFor(app.db, running.coordinator, asked_, 2)).lines).toHaveLength(0)
})
