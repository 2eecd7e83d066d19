import { expect, test } from 'vitest'
import { aPerson } from '../../../test/builders.ts'
import { signedIn } from '../../../test/signed-in.ts'
import { Forbidden } from '../../platform/refusals.ts'
import { aBrowser } from '../calls/browser.builder.ts'
import { rejoinPairing } from '../pairings/actions/rejoin.ts'
import { endTogether, partCase } from './actions/parting.ts'
import { reportConduct } from './actions/reporting.ts'
import { aRoundOfSilence } from './together.builder.ts'

const { app, site, running, until, say, ready, inShort, mails, aWeekOfSilence, caseOf } =
  await aRoundOfSilence()

test('a coordinator ends what is ticked on one page; who leaves and who stays are told', async () => {
  await aWeekOfSilence()
  await until('2016-03-14')
  const [bo] = await ready()
  const browser = aBrowser(site, app.origin, await signedIn(app, running().coordinator))
  const path = '/office/cases/together'

  const queue = await browser.read('/office/cases')
  const page = await browser.read(path)
  const none = await browser.send(path, { tell: ['yes'] })
  const untouched = await mails()
  const done = await browser.send(path, { case: [String(bo?.one.number)], tell: ['yes'] })
  const { ana } = running().people

  expect(queue).toContain('One pairing is ready to be ended')
  expect(page).toMatch(/2 questions unanswered since (?:4 Mar|Mar 4)/)
  expect(page).toMatch(/asked for help on (?:4 Mar|Mar 4)/)
  expect([none.status, none.headers.get('location'), untouched]).toEqual([303, path, []])
  expect([done.status, done.headers.get('location')]).toEqual([
    303,
    `/office/rounds/${running().round.code}/rematch`,
  ])
  expect(new Map((await mails()).map(({ personId, subject }) => [personId, subject]))).toEqual(
    new Map([
      [running().people.bo.person.id, `Your place in Round ${running().round.code}`],
      [ana.person.id, `Buscamos a otra persona para usted en la ronda ${running().round.code}`],
    ]),
  )
  const inIt = await app.db.selectFrom('participant').select('applicationId').execute()
  expect(inIt.map(({ applicationId }) => applicationId)).not.toContain(running().people.bo.id)
  expect(await inShort()).toEqual([])
})

test('what has changed since it was looked at stays as it is; without the tick nobody gets an email', async () => {
  await aWeekOfSilence()
  await until('2016-03-12')
  const numbers = (await ready()).map(({ one }) => one.number)
  await say(running().people.bo, 'yes')
  const changed = await endTogether(app, running().coordinator, { numbers, tells: false })
  await until('2016-03-25')
  const again = (await ready()).map(({ one }) => one.number)
  const twice = await Promise.all(
    [1, 2].map(() => endTogether(app, running().coordinator, { numbers: again, tells: false })),
  )

  expect(changed).toEqual({ ended: 0, changed: 1, left: 0, free: 0, rounds: [] })
  expect(again.length).toBeGreaterThan(0)
  expect(twice.reduce((sum, { ended }) => sum + ended, 0)).toBe(again.length)
  expect(await mails()).toEqual([])
  const editor = await aPerson(app, { role: 'editor' })
  await expect(endTogether(app, editor, { numbers, tells: false })).rejects.toEqual(
    new Forbidden('not-allowed'),
  )
})

test('where both fell silent nobody is promised to anybody, and the case is closed', async () => {
  const { fay, gil, eun } = running().people
  const pairing = await running().pairingOf(fay)
  const former = { pairingId: pairing, roundId: running().round.id, centre: true }
  const left = { applicationId: eun.id, personId: eun.person.id, endedAt: new Date('2016-02-28T12:00:00Z') }
  await app.db
    .insertInto('pairingMember')
    .values({ ...former, ...left })
    .execute()
  const withdrawnAt = left.endedAt
  await app.db.updateTable('application').set({ withdrawnAt }).where('id', '=', eun.id).execute()
  await until('2016-03-26')
  const { number } = await caseOf(pairing)
  const done = await endTogether(app, running().coordinator, { numbers: [number], tells: true })
  const told = await app.db
    .selectFrom('outbox')
    .where('kind', '=', 'case')
    .where('personId', 'in', [fay.person.id, gil.person.id])
    .select(['personId', 'text'])
    .execute()
  const toFay = told.find(({ personId }) => personId === fay.person.id)?.text

  expect(done).toEqual({ ended: 1, changed: 0, left: 2, free: 0, rounds: [] })
  expect(await caseOf(pairing)).toMatchObject({ outcome: 'left', closedAt: app.now() })
  expect(told).toHaveLength(2)
  expect(toFay).toContain('so your pairing with Gil Haddad and your place in')
  expect(toFay).not.toContain('somebody new')
})

test('a pairing in which something was reported is ended by people, and what was promised about the report holds', async () => {
  await aPerson(app, { role: 'director' })
  await aWeekOfSilence()
  const { ana, bo } = running().people
  const pairing = await running().pairingOf(ana)
  const about = { pairingId: pairing, applicationId: ana.id, barred: [], once: crypto.randomUUID() }
  await reportConduct(
    app,
    { ...running().coordinator, id: bo.person.id },
    { ...about, body: 'She was rude.' },
  )
  const before = await caseOf(pairing, 'conduct')
  await until('2016-03-12')
  const listed = await inShort()
  await partCase(app, running().coordinator, (await caseOf(pairing)).number, [bo.id])

  expect(listed).toEqual([])
  expect(await caseOf(pairing, 'conduct')).toEqual(before)
})

test('whoever was let go reads no more on their own page that they wait for us', async () => {
  await aWeekOfSilence()
  const { ana } = running().people
  const { number } = await caseOf(await running().pairingOf(ana))
  const browser = aBrowser(site, app.origin, await signedIn(app, ana.person))
  const before = await browser.read('/me')
  await partCase(app, running().coordinator, number, [ana.id])
  const after = await browser.read('/me')

  expect(before).toContain('Pidió ayuda')
  expect(after).not.toContain('Pidió ayuda')
})

test('of a round that is over nothing is there to end, and who may not end pairings cannot send the form', async () => {
  await aWeekOfSilence()
  await until('2016-03-12')
  const path = `/office/cases/together?round=${running().round.code}`
  const [coordinator, editor] = await Promise.all(
    [running().coordinator, await aPerson(app, { role: 'editor' })].map(async (one) =>
      aBrowser(site, app.origin, await signedIn(app, one)),
    ),
  )
  const sent = await editor?.send(path, { tell: ['yes'] })
  const before = await coordinator?.read(path)
  await app.db.updateTable('round').set({ endsOn: '2016-03-11' }).execute()
  const after = await coordinator?.read(path)

  expect(sent?.status).toBe(403)
  expect(before).toContain('End the pairing of')
  expect(after).toContain('Nothing to decide here')
})

test('a pairing that was put together again is not ended with the others while its case goes on', async () => {
  await aWeekOfSilence()
  await until('2016-03-12')
  const numbers = (await ready()).map(({ one }) => one.number)
  const pairing = await running().pairingOf(running().people.bo)
  await endTogether(app, running().coordinator, { numbers, tells: false })
  await rejoinPairing(app, running().coordinator, running().round.code, pairing)
  await until('2016-03-15')
  const { dueAt, closedAt } = await caseOf(pairing)

  expect([closedAt, dueAt <= app.now()]).toEqual([null, true])
  expect(await inShort()).toEqual([])
})
