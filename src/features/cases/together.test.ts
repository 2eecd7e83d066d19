import { beforeEach, expect, test } from 'vitest'
import { aPerson } from '../../../test/builders.ts'
import { answers, onlyARunningRound, type Someone } from '../../../test/cases/running-round.ts'
import { testApp } from '../../../test/harness.ts'
import { signedIn } from '../../../test/signed-in.ts'
import { drainOutbox, leaveList } from '../../platform/mail/index.ts'
import { Forbidden } from '../../platform/refusals.ts'
import { buildAssets } from '../../web/assets.ts'
import { createSite } from '../../web/site.tsx'
import { aBrowser } from '../calls/browser.builder.ts'
import { type Choice, daysThatCount } from '../checkins/checkin.ts'
import { askCheckIns, standingsOf } from '../checkins/index.ts'
import { rejoinPairing } from '../pairings/actions/rejoin.ts'
import { assignCase, closeCase, waitCase } from './actions/handling.ts'
import { setLadder } from './actions/ladder.ts'
import { mailCase } from './actions/mailing.ts'
import { endOne, endTogether, partCase } from './actions/parting.ts'
import { reportConduct } from './actions/reporting.ts'
import { sweepCases } from './actions/sweep.ts'
import { usualLadder } from './ladder.ts'
import { endingsDue } from './queries/endings.ts'
import { casesFor } from './queries/queue.ts'

const app = await testApp()
const site = createSite(app, await buildAssets())
let running: Awaited<ReturnType<typeof onlyARunningRound>>

beforeEach(async () => {
  running = await onlyARunningRound(app)
})

/** Nothing is asked before. */
const first = new Date('2016-03-03T14:03:00Z')

/** Days go by, with the questions that fall due and the clock's own steps, at an hour at which nobody sleeps. */
async function until(day: string) {
  for (let at = app.now() < first ? first : app.now(); ; at = new Date(at.getTime() + 86_400_000)) {
    const today = at.toISOString().slice(0, 10)
    app.at(`${today}T14:03:00Z`)
    await askCheckIns(app)
    await sweepCases(app)
    await drainOutbox(app)
    if (today >= day) return
  }
}

async function say(one: Someone, answer: Choice) {
  await answers(app, one, answer)
  await sweepCases(app)
}

const ready = () => endingsDue(app.db, running.coordinator, [running.round], app.now())
const inShort = async () =>
  (await ready()).map(({ leaving, staying }) =>
    [leaving, staying].map((some) => some.map(({ name }) => name)),
  )
const standings = async () =>
  new Map(
    (await standingsOf(app.db, running.round, app.now()))
      .flatMap(({ members }) => members)
      .map((one) => [one.name, one]),
  )
const mails = () =>
  app.db
    .selectFrom('outbox')
    .where('kind', '=', 'case')
    .where(
      'personId',
      'in',
      Object.values(running.people).map(({ person }) => person.id),
    )
    .select(['personId', 'subject'])
    .execute()

/** Bo answers nothing, Dev and Gil say that they are in touch, and neither Fay nor anybody else says anything else. */
async function aWeekOfSilence() {
  const { ana, dev, gil } = running.people
  await until('2016-03-04')
  await say(ana, 'help')
  await say(dev, 'yes')
  await say(gil, 'yes')
  await until('2016-03-09')
}

test('who was asked twice and stays silent is ready to be let go, unless the partner is in touch, and never by a partner', async () => {
  await aWeekOfSilence()
  const early = await inShort()
  await until('2016-03-12')
  const asPartner = { ...running.coordinator, id: running.people.ana.person.id }
  const numbers = (await ready()).map(({ one }) => one.number)

  expect(early).toEqual([])
  expect(await endingsDue(app.db, asPartner, [running.round], app.now())).toEqual([])
  expect(await endTogether(app, asPartner, { numbers, tells: true })).toMatchObject({ ended: 0, changed: 1 })
  expect(await inShort()).toEqual([[['Bo Ek'], ['Ana Luz']]])
})

test('who does not answer is as silent when asked anew, and is not asked twice on one day', async () => {
  await aWeekOfSilence()
  await until('2016-03-11')
  const bo = (await standings()).get('Bo Ek')
  const asked = await app.db
    .selectFrom('outbox')
    .where('personId', '=', running.people.bo.person.id)
    .where('kind', 'in', ['check-in', 'check-in-nudge'])
    .select(['kind', 'createdAt'])
    .orderBy('createdAt')
    .execute()
  await until('2016-03-14')

  const days = asked.map(({ kind, createdAt }) => `${createdAt.toISOString().slice(5, 10)} ${kind}`)
  expect(days).toEqual(['03-04 check-in', '03-07 check-in-nudge', '03-10 check-in'])
  expect([bo?.standing, bo?.missed?.count]).toEqual(['silent', 1])
  expect(bo && daysThatCount('2016-03-04', bo.since?.toISOString().slice(0, 10) ?? '', [])).toBe(0)
  expect((await standings()).get('Bo Ek')?.missed?.count).toBe(2)
})

test('a call without words about a silent partner is part of that silence, and settled by closing it', async () => {
  await aWeekOfSilence()
  const cases = await app.db
    .selectFrom('pairingCase')
    .where('closedAt', 'is', null)
    .select(['number', 'kind'])
    .execute()
  const before = (await standings()).get('Ana Luz')?.standing
  app.at('2016-03-09T15:03:00Z')
  await closeCase(app, running.coordinator, cases[0]?.number ?? 0, { outcome: 'unfounded' })

  expect(cases.map(({ kind }) => kind)).toEqual(['silence'])
  expect([before, (await standings()).get('Ana Luz')?.standing]).toEqual(['help', 'looked-after'])
})

test('a coordinator ends what is ticked on one page; who leaves and who stays are told', async () => {
  await aWeekOfSilence()
  await until('2016-03-14')
  const [bo] = await ready()
  const browser = aBrowser(site, app.origin, await signedIn(app, running.coordinator))
  const path = '/office/cases/together'

  const queue = await browser.read('/office/cases')
  const page = await browser.read(path)
  const none = await browser.send(path, { tell: ['yes'] })
  const untouched = await mails()
  const done = await browser.send(path, { case: [String(bo?.one.number)], tell: ['yes'] })
  const { ana } = running.people

  expect(queue).toContain('One pairing is ready to be ended')
  expect(page).toMatch(/2 questions unanswered since (?:4 Mar|Mar 4)/)
  expect(page).toMatch(/asked for help on (?:4 Mar|Mar 4)/)
  expect([none.status, none.headers.get('location'), untouched]).toEqual([303, path, []])
  expect([done.status, done.headers.get('location')]).toEqual([
    303,
    `/office/rounds/${running.round.code}/rematch`,
  ])
  expect(new Map((await mails()).map(({ personId, subject }) => [personId, subject]))).toEqual(
    new Map([
      [running.people.bo.person.id, `Your place in Round ${running.round.code}`],
      [ana.person.id, `Buscamos a otra persona para usted en la ronda ${running.round.code}`],
    ]),
  )
  const inIt = await app.db.selectFrom('participant').select('applicationId').execute()
  expect(inIt.map(({ applicationId }) => applicationId)).not.toContain(running.people.bo.id)
  expect(await inShort()).toEqual([])
})

test('what has changed since it was looked at stays as it is; without the tick nobody gets an email', async () => {
  await aWeekOfSilence()
  await until('2016-03-12')
  const numbers = (await ready()).map(({ one }) => one.number)
  await say(running.people.bo, 'yes')
  const changed = await endTogether(app, running.coordinator, { numbers, tells: false })
  await until('2016-03-25')
  const again = (await ready()).map(({ one }) => one.number)
  const twice = await Promise.all(
    [1, 2].map(() => endTogether(app, running.coordinator, { numbers: again, tells: false })),
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

const caseOf = (pairing: string, kind = 'silence') =>
  app.db
    .selectFrom('pairingCase')
    .where('pairingId', '=', pairing)
    .where('kind', '=', kind)
    .select(['number', 'dueAt', 'closedAt', 'outcome'])
    .executeTakeFirstOrThrow()

test('where both fell silent nobody is promised to anybody, and the case is closed', async () => {
  const { fay, gil, eun } = running.people
  const pairing = await running.pairingOf(fay)
  const former = { pairingId: pairing, roundId: running.round.id, centre: true }
  const left = { applicationId: eun.id, personId: eun.person.id, endedAt: new Date('2016-02-28T12:00:00Z') }
  await app.db
    .insertInto('pairingMember')
    .values({ ...former, ...left })
    .execute()
  const withdrawnAt = left.endedAt
  await app.db.updateTable('application').set({ withdrawnAt }).where('id', '=', eun.id).execute()
  await until('2016-03-26')
  const { number } = await caseOf(pairing)
  const done = await endTogether(app, running.coordinator, { numbers: [number], tells: true })
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
  const { ana, bo } = running.people
  const pairing = await running.pairingOf(ana)
  const about = { pairingId: pairing, applicationId: ana.id, barred: [], once: crypto.randomUUID() }
  await reportConduct(app, { ...running.coordinator, id: bo.person.id }, { ...about, body: 'She was rude.' })
  const before = await caseOf(pairing, 'conduct')
  await until('2016-03-12')
  const listed = await inShort()
  await partCase(app, running.coordinator, (await caseOf(pairing)).number, [bo.id])

  expect(listed).toEqual([])
  expect(await caseOf(pairing, 'conduct')).toEqual(before)
})

test('a case that a coordinator lets wait is left to them, though its partner calls meanwhile', async () => {
  await aWeekOfSilence()
  const { number } = await caseOf(await running.pairingOf(running.people.ana))
  await waitCase(app, running.coordinator, number, { until: '2016-03-13' })
  await until('2016-03-12')
  await say(running.people.ana, 'help')
  const waits = await inShort()
  await until('2016-03-14')

  expect(waits).toEqual([])
  expect(await inShort()).toEqual([[['Bo Ek'], ['Ana Luz']]])
})

test('what another coordinator looks after is there, and not ticked', async () => {
  await aWeekOfSilence()
  await until('2016-03-12')
  const [ending] = await ready()
  const other = await aPerson(app, { role: 'coordinator', name: 'Nils Ode' })
  await assignCase(app, running.coordinator, ending?.one.number ?? 0, { ownerId: other.id })
  const path = '/office/cases/together'
  const [mine, theirs] = await Promise.all(
    [running.coordinator, other].map(async (one) =>
      (await aBrowser(site, app.origin, await signedIn(app, one))).read(path),
    ),
  )
  const tick = /<input type="checkbox"[^>]*name="case\[\]"[^>]*>/

  expect(mine).toContain('Nils Ode')
  expect(tick.exec(mine ?? '')?.[0]).not.toContain('checked')
  expect(tick.exec(theirs ?? '')?.[0]).toContain('checked')
})

test('whoever answers, or a coordinator who writes something down, between the list and its end is heard', async () => {
  await aWeekOfSilence()
  await until('2016-03-12')
  const [ending] = await ready()
  if (!ending) throw new Error('Nobody is silent.')
  const readAt = app.now()
  app.at('2016-03-12T14:03:01Z')
  await say(running.people.bo, 'not-yet')
  const ended = await endOne(app, running.coordinator, ending, { tells: true, readAt })

  expect(ended).toBeNull()
  expect([await mails(), (await caseOf(ending.one.pairingId)).closedAt]).toEqual([[], null])
})

test('asked once more by hand, a pair that nobody misses has two weeks longer as well', async () => {
  const { ana, fay } = running.people
  await setLadder(app, running.coordinator, null, { ...usualLadder, nudges: 'coordinator' })
  await until('2016-03-04')
  await say(ana, 'help')
  await until('2016-03-08')
  const dues = await Promise.all(
    [
      [ana, running.people.bo],
      [fay, running.people.gil],
    ].map(async ([one, to]) => {
      const pairing = await running.pairingOf(one as Someone)
      const mail = {
        name: 'nudge',
        subject: 'Hello',
        text: 'Are you there?',
        once: crypto.randomUUID(),
      } as const
      await mailCase(app, running.coordinator, (await caseOf(pairing)).number, { ...mail, to: to?.id ?? '' })
      return (await caseOf(pairing)).dueAt.toISOString().slice(0, 10)
    }),
  )

  expect(dues).toEqual(['2016-03-12', '2016-03-26'])
})

test('whoever was let go reads no more on their own page that they wait for us', async () => {
  await aWeekOfSilence()
  const { ana } = running.people
  const { number } = await caseOf(await running.pairingOf(ana))
  const browser = aBrowser(site, app.origin, await signedIn(app, ana.person))
  const before = await browser.read('/me')
  await partCase(app, running.coordinator, number, [ana.id])
  const after = await browser.read('/me')

  expect(before).toContain('Pidió ayuda')
  expect(after).not.toContain('Pidió ayuda')
})

test('of a round that is over nothing is there to end, and who may not end pairings cannot send the form', async () => {
  await aWeekOfSilence()
  await until('2016-03-12')
  const path = `/office/cases/together?round=${running.round.code}`
  const [coordinator, editor] = await Promise.all(
    [running.coordinator, await aPerson(app, { role: 'editor' })].map(async (one) =>
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

test('who does not want to be asked by email was not asked once more, and is left to a person', async () => {
  await leaveList(app, app.db, { readerId: running.people.bo.person.id, list: 'check-ins' })
  await aWeekOfSilence()
  await until('2016-03-12')
  const { number } = await caseOf(await running.pairingOf(running.people.ana))
  const due = await casesFor(app.db, running.coordinator, { view: 'due', now: app.now() }, 1)

  expect(await inShort()).toEqual([])
  expect(due.lines.map((one) => [one.number, one.next])).toContainEqual([number, 'release'])
})

test('a pairing that was put together again is not ended with the others while its case goes on', async () => {
  await aWeekOfSilence()
  await until('2016-03-12')
  const numbers = (await ready()).map(({ one }) => one.number)
  const pairing = await running.pairingOf(running.people.bo)
  await endTogether(app, running.coordinator, { numbers, tells: false })
  await rejoinPairing(app, running.coordinator, running.round.code, pairing)
  await until('2016-03-15')
  const { dueAt, closedAt } = await caseOf(pairing)

  expect([closedAt, dueAt <= app.now()]).toEqual([null, true])
  expect(await inShort()).toEqual([])
})
