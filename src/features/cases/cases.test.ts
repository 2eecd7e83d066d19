import { expect, test } from 'vitest'
import { aPerson } from '../../../test/builders.ts'
import { signedIn } from '../../../test/signed-in.ts'
import { holdMail } from '../../platform/mail/index.ts'
import { Conflict } from '../../platform/refusals.ts'
import { aBrowser } from '../calls/browser.builder.ts'
import { announceAbsence } from '../checkins/actions/absence.ts'
import { askCheckIns, standingsOf } from '../checkins/index.ts'
import { leaveRound } from '../pairings/actions/leaving.ts'
import { partPairing } from '../pairings/actions/part.ts'
import { rejoinPairing } from '../pairings/actions/rejoin.ts'
import { releaseRematch } from '../pairings/actions/release-rematch.ts'
import { rematch } from '../pairings/actions/rematch.builder.ts'
import { closeCase, noteCase } from './actions/handling.ts'
import { partCase } from './actions/parting.ts'
import { aRoundWithCases } from './case.builder.ts'
import { goalsOf } from './queries/goal.ts'
import { casesFor } from './queries/queue.ts'

const { app, site, running, code, at, asked, say, cases, numberOf, eventsIn } = await aRoundWithCases()

const inShort = async () => (await cases()).map(({ kind, givenName, outcome }) => [kind, givenName, outcome])
const nudges = () => app.db.selectFrom('outbox').where('kind', '=', 'check-in-nudge').selectAll().execute()

test('silence opens a case of each pair, asks once more in the morning, and a second sweep does nothing', async () => {
  await asked()
  const { ana, chi, dev } = running().people
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
    .values({ roundId: running().round.id, days: '{}', nudges: 'coordinator', changedAt: app.now() })
    .execute()
  const byHand = await at('2016-03-08T15:13:00Z')
  await app.db.deleteFrom('caseLadder').execute()

  // At three in the morning in London, it is noon in Seoul; nobody there was asked.
  expect([night.nudged, held.nudged, byHand.nudged]).toEqual([0, 0, 0])
})

test('once they say that they are in touch, the case closes by itself; the next silence opens it again', async () => {
  await asked()
  const { ana, bo } = running().people
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
  const { ana } = running().people
  await say(ana, 'not-yet')
  await at('2016-03-08T14:13:00Z')
  app.at('2016-03-10T14:03:00Z')
  await askCheckIns(app)
  await say(ana, 'not-yet')
  await at('2016-03-10T15:13:00Z')
  const number = (await cases()).find(({ givenName }) => givenName === 'Bo')?.number

  const page = await aBrowser(site, app.origin, await signedIn(app, running().coordinator)).read(
    `/office/cases/${number}`,
  )

  expect([...page.matchAll(/<li>([^<]*): Ana[^<]* says: not in touch yet/g)].map(([, when]) => when)).toEqual(
    ['10 March 2016 at 15:13 UTC', '8 March 2016 at 14:13 UTC'],
  )
})

test('a call for help is looked after until its case is closed; asking again opens it again', async () => {
  await asked()
  const { fay, gil } = running().people
  await say(fay, 'help', 'My emails come back.')
  await at('2016-03-04T15:13:00Z')
  const number = await numberOf('help')
  const standing = async () =>
    (await standingsOf(app.db, running().round, app.now()))
      .flatMap(({ members }) => members)
      .find(({ personId }) => personId === fay.person.id)?.standing
  const before = await standing()

  await noteCase(app, running().coordinator, number, 'Wrote to Fay.')
  const noted = await standing()
  await closeCase(app, running().coordinator, number, { outcome: 'in-touch' })
  const after = await standing()
  app.at('2016-03-05T15:13:00Z')
  await say(gil, 'help')
  await at('2016-03-05T16:13:00Z')

  expect([before, noted, after]).toEqual(['help', 'help', 'looked-after'])
  expect(await inShort()).toEqual([['help', 'Fay', null]])
  expect(await standing()).toBe('looked-after')
})

test('somebody who leaves gives their partner a case, and a new partner closes it', async () => {
  const { gil, fay, eun } = running().people
  app.at('2016-03-01T12:00:00Z')
  await leaveRound(app, gil.person, code())
  await at('2016-03-01T12:13:00Z')
  const opened = await inShort()
  app.at('2016-03-02T12:00:00Z')
  await releaseRematch(app, running().coordinator, code(), await rematch(app, code(), running().coordinator))
  await at('2016-03-02T12:13:00Z')
  const goals = await goalsOf(app.db, [running().round.id], app.now())

  expect(opened).toEqual([['parted', 'Fay', null]])
  expect(await inShort()).toEqual([['parted', 'Fay', 'rematched']])
  expect(goals.offered).toEqual({ done: 1, inTime: 1, median: 24, slowest: 24, overdue: 0 })
  expect(goals.waiting).toEqual({ count: 0, since: null })
  expect([fay.id, eun.id]).toHaveLength(2)
})

test('whoever has a new partner reads at once no more that we look for one', async () => {
  const { gil, fay } = running().people
  const ownPage = async () => aBrowser(site, app.origin, await signedIn(app, fay.person)).read('/me')
  app.at('2016-03-01T12:00:00Z')
  await leaveRound(app, gil.person, code())
  await at('2016-03-01T12:13:00Z')
  const waiting = await ownPage()
  await releaseRematch(app, running().coordinator, code(), await rematch(app, code(), running().coordinator))

  const placed = await ownPage()

  expect(waiting).toContain('Your search for a new partner')
  expect(placed).toContain('Eun Park')
  expect(placed).not.toContain('Your search for a new partner')
})

test('a pairing that was ended by mistake is put back, and its case closes', async () => {
  const { chi } = running().people
  const pairing = await running().pairingOf(chi)
  app.at('2016-03-01T12:00:00Z')
  await partPairing(app, running().coordinator, code(), { pairing, leaving: [] })
  await at('2016-03-01T12:13:00Z')
  await rejoinPairing(app, running().coordinator, code(), pairing)
  await at('2016-03-01T13:13:00Z')

  expect(await inShort()).toEqual([['parted', expect.any(String), 'in-touch']])
})

test('ending the pairing in its case is the decision; whoever waits is in the same case', async () => {
  await asked()
  const { ana, bo } = running().people
  await say(ana, 'not-yet')
  await at('2016-03-08T14:13:00Z')
  const number = (await cases()).find(({ givenName }) => givenName === 'Bo')?.number ?? 0
  app.at('2016-03-10T10:00:00Z')

  const done = await partCase(app, running().coordinator, number, [bo.id])
  const again = partCase(app, running().coordinator, number, [bo.id])

  await expect(again).rejects.toEqual(new Conflict('pairing-ended'))
  expect(done).toEqual({ left: 1, free: 1 })
  await at('2016-03-10T10:13:00Z')
  const { lines } = await casesFor(app.db, running().coordinator, { view: 'open', now: app.now() }, 1)
  const one = lines.find((line) => line.number === number)
  expect([one?.next, one?.dueAt]).toEqual(['rematch', new Date('2016-03-12T10:00:00Z')])
  expect((await cases()).filter(({ kind }) => kind === 'parted')).toEqual([])
  const soon = await goalsOf(app.db, [running().round.id], app.now())
  const late = await goalsOf(app.db, [running().round.id], new Date('2016-03-12T10:00:01Z'))
  expect([soon.waiting.count, soon.offered.overdue, late.offered.overdue]).toEqual([1, 0, 1])
})

test('dead addresses and absences that ended without a sign are facts as well', async () => {
  const { chi, ana } = running().people
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

test('once the round is over a case asks for no new partner, and closes at the next turn; a report goes on', async () => {
  const { chi, fay } = running().people
  app.at('2016-06-18T12:00:00Z')
  await partPairing(app, running().coordinator, code(), {
    pairing: await running().pairingOf(chi),
    leaving: [],
  })
  const pairingId = await running().pairingOf(fay)
  await app.db
    .insertInto('pairingCase')
    .values({ pairingId, applicationId: fay.id, kind: 'conduct', openedAt: app.now(), dueAt: app.now() })
    .execute()
  await at('2016-06-18T12:13:00Z')
  const director = await aPerson(app, { role: 'director' })
  const { lines } = await casesFor(app.db, director, { view: 'open', now: app.now() }, 1)
  const look = async (kind: string) => {
    const browser = aBrowser(site, app.origin, await signedIn(app, director))
    const number = lines.find((one) => one.kind === kind)?.number
    return browser.read(`/office/cases/${number}`)
  }

  const before = await look('parted')
  app.at('2016-06-20T00:05:00Z')
  const [after, report] = [await look('parted'), await look('conduct')]
  await at('2016-06-20T00:13:00Z')

  expect(before).toContain('Find partners for those who wait')
  expect(after).toContain('Nobody is given a new partner any more.')
  for (const text of [after, report])
    for (const offered of ['/rematch', 'waits for a partner', '/part"']) expect(text).not.toContain(offered)
  expect(report).toContain('Next: ')
  expect((await inShort()).sort()).toEqual([
    ['conduct', 'Fay', null],
    ['parted', expect.any(String), 'released'],
  ])
})
