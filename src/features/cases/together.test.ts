import { expect, test } from 'vitest'
import { aPerson } from '../../../test/builders.ts'
import type { Someone } from '../../../test/cases/running-round.ts'
import { signedIn } from '../../../test/signed-in.ts'
import { leaveList } from '../../platform/mail/index.ts'
import { aBrowser } from '../calls/browser.builder.ts'
import { daysThatCount } from '../checkins/checkin.ts'
import { standingsOf } from '../checkins/index.ts'
import { assignCase, closeCase, waitCase } from './actions/handling.ts'
import { setLadder } from './actions/ladder.ts'
import { mailCase } from './actions/mailing.ts'
import { endOne, endTogether } from './actions/parting.ts'
import { usualLadder } from './ladder.ts'
import { endingsDue } from './queries/endings.ts'
import { casesFor } from './queries/queue.ts'
import { aRoundOfSilence } from './together.builder.ts'

const { app, site, running, until, say, ready, inShort, mails, aWeekOfSilence, caseOf } =
  await aRoundOfSilence()

const standings = async () =>
  new Map(
    (await standingsOf(app.db, running().round, app.now()))
      .flatMap(({ members }) => members)
      .map((one) => [one.name, one]),
  )

test('who was asked twice and stays silent is ready to be let go, unless the partner is in touch, and never by a partner', async () => {
  await aWeekOfSilence()
  const early = await inShort()
  await until('2016-03-12')
  const asPartner = { ...running().coordinator, id: running().people.ana.person.id }
  const numbers = (await ready()).map(({ one }) => one.number)

  expect(early).toEqual([])
  expect(await endingsDue(app.db, asPartner, [running().round], app.now())).toEqual([])
  expect(await endTogether(app, asPartner, { numbers, tells: true })).toMatchObject({ ended: 0, changed: 1 })
  expect(await inShort()).toEqual([[['Bo Ek'], ['Ana Luz']]])
})

test('who does not answer is as silent when asked anew, and is not asked twice on one day', async () => {
  await aWeekOfSilence()
  await until('2016-03-11')
  const bo = (await standings()).get('Bo Ek')
  const asked = await app.db
    .selectFrom('outbox')
    .where('personId', '=', running().people.bo.person.id)
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
  await closeCase(app, running().coordinator, cases[0]?.number ?? 0, { outcome: 'unfounded' })

  expect(cases.map(({ kind }) => kind)).toEqual(['silence'])
  expect([before, (await standings()).get('Ana Luz')?.standing]).toEqual(['help', 'looked-after'])
})

test('a case that a coordinator lets wait is left to them, though its partner calls meanwhile', async () => {
  await aWeekOfSilence()
  const { number } = await caseOf(await running().pairingOf(running().people.ana))
  await waitCase(app, running().coordinator, number, { until: '2016-03-13' })
  await until('2016-03-12')
  await say(running().people.ana, 'help')
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
  await assignCase(app, running().coordinator, ending?.one.number ?? 0, { ownerId: other.id })
  const path = '/office/cases/together'
  const [mine, theirs] = await Promise.all(
    [running().coordinator, other].map(async (one) =>
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
  await say(running().people.bo, 'not-yet')
  const ended = await endOne(app, running().coordinator, ending, { tells: true, readAt })

  expect(ended).toBeNull()
  expect([await mails(), (await caseOf(ending.one.pairingId)).closedAt]).toEqual([[], null])
})

test('asked once more by hand, a pair that nobody misses has two weeks longer as well', async () => {
  const { ana, fay } = running().people
  await setLadder(app, running().coordinator, null, { ...usualLadder, nudges: 'coordinator' })
  await until('2016-03-04')
  await say(ana, 'help')
  await until('2016-03-08')
  const dues = await Promise.all(
    [
      [ana, running().people.bo],
      [fay, running().people.gil],
    ].map(async ([one, to]) => {
      const pairing = await running().pairingOf(one as Someone)
      const mail = {
        name: 'nudge',
        subject: 'Hello',
        text: 'Are you there?',
        once: crypto.randomUUID(),
      } as const
      await mailCase(app, running().coordinator, (await caseOf(pairing)).number, {
        ...mail,
        to: to?.id ?? '',
      })
      return (await caseOf(pairing)).dueAt.toISOString().slice(0, 10)
    }),
  )

  expect(dues).toEqual(['2016-03-12', '2016-03-26'])
})

test('who does not want to be asked by email was not asked once more, and is left to a person', async () => {
  await leaveList(app, app.db, { readerId: running().people.bo.person.id, list: 'check-ins' })
  await aWeekOfSilence()
  await until('2016-03-12')
  const { number } = await caseOf(await running().pairingOf(running().people.ana))
  const due = await casesFor(app.db, running().coordinator, { view: 'due', now: app.now() }, 1)

  expect(await inShort()).toEqual([])
  expect(due.lines.map((one) => [one.number, one.next])).toContainEqual([number, 'release'])
})
