import { beforeEach, expect, test } from 'vitest'
import { aPerson } from '../../../test/builders.ts'
import { testApp } from '../../../test/harness.ts'
import { signedIn } from '../../../test/signed-in.ts'
import { drainOutbox } from '../../platform/mail/index.ts'
import { Forbidden } from '../../platform/refusals.ts'
import { buildAssets } from '../../web/assets.ts'
import { createSite } from '../../web/site.tsx'
import { aBrowser } from '../calls/browser.builder.ts'
import { type Choice, daysThatCount } from '../checkins/checkin.ts'
import { answerCheckIn, askCheckIns, standingsOf } from '../checkins/index.ts'
import { aRunningRound } from '../pairings/actions/rematch.builder.ts'
import { closeCase } from './actions/handling.ts'
import { endTogether } from './actions/parting.ts'
import { sweepCases } from './actions/sweep.ts'
import { endingsDue } from './queries/endings.ts'

const app = await testApp()
const site = createSite(app, await buildAssets())
let running: Awaited<ReturnType<typeof aRunningRound>>

beforeEach(async () => {
  await app.db.deleteFrom('pairingCase').execute()
  await app.db.deleteFrom('checkIn').execute()
  await app.db
    .updateTable('round')
    .set({
      ...{ endsOn: '2016-02-01', startsOn: '2016-01-20' },
      ...{ applyUntil: new Date('2016-01-19'), applyFrom: new Date('2016-01-11') },
    })
    .execute()
  running = await aRunningRound(app)
  await drainOutbox(app)
})

type Someone = { id: string; person: { id: string } }

/** Days go by, with the questions that fall due and the clock's own steps, at an hour at which nobody sleeps. */
async function until(day: string) {
  for (let at = app.now(); ; at = new Date(at.getTime() + 86_400_000)) {
    const today = at.toISOString().slice(0, 10)
    app.at(`${today}T14:03:00Z`)
    await askCheckIns(app)
    await sweepCases(app)
    await drainOutbox(app)
    if (today >= day) return
  }
}

async function say(one: Someone, answer: Choice, words = '') {
  const { id } = await app.db
    .selectFrom('checkIn')
    .where('personId', '=', one.person.id)
    .select('id')
    .orderBy('day', 'desc')
    .executeTakeFirstOrThrow()
  await answerCheckIn(app, { id, personId: null }, { answer, words, way: 'link' })
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

test('who was asked twice and stays silent is ready to be let go, unless the partner is in touch', async () => {
  await aWeekOfSilence()
  const early = await inShort()
  await until('2016-03-12')

  expect(early).toEqual([])
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
