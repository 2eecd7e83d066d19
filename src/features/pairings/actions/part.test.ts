import { beforeAll, describe, expect, test } from 'vitest'
import { aPerson } from '../../../../test/builders.ts'
import { someId, testApp } from '../../../../test/harness.ts'
import { pairingsOf } from '../queries/introductions.ts'
import { pairingMatters } from '../queries/matters.ts'
import { freePeople, waitsOf } from '../queries/rematch.ts'
import { partPairing } from './part.ts'
import { rejoinPairing } from './rejoin.ts'
import { releaseRematch } from './release-rematch.ts'
import { allRows, aRunningRound, rematch, touched } from './rematch.builder.ts'
import { holdWaiting, leaveWaiting } from './waiting.ts'

const app = await testApp('2016-02-20T12:00:00Z')

const free = async (roundId: string) =>
  (await freePeople(app.db, { id: roundId })).map(({ name, because }) => [name, because])

/** A clock that is read at another instant each time. */
function aMovingClock(): () => Date {
  let at = Date.parse('2016-03-20T09:00:00Z')
  return () => {
    at += 7
    return new Date(at)
  }
}

/** As if the introductions had left: they are no longer in the queue. */
const sendAll = () =>
  app.db
    .updateTable('outbox')
    .set({ state: 'sent', sentAt: app.now() })
    .where('state', '=', 'queued')
    .execute()

test('who leaves is out of the round, who stays waits, and nobody else is touched', async () => {
  const { round, coordinator, people, pairingOf } = await aRunningRound(app)
  const { ana, bo, gil } = people
  const pairing = await pairingOf(ana)
  await sendAll()
  const before = await allRows(app)
  app.at('2016-03-20T09:00:00Z')

  const parting = await partPairing(app, coordinator, round.code, { pairing, leaving: [bo.id] })

  expect(parting).toEqual({ left: [bo.id], together: [], free: [ana.id] })
  const { pairingRule, ...changes } = touched(before, await allRows(app))
  expect(changes).toEqual({
    pairing: [pairing],
    pairingMember: [`${pairing} ${ana.id}`, `${pairing} ${bo.id}`].sort(),
    application: [bo.id],
  })
  expect(pairingRule).toHaveLength(1)
  expect(await free(round.id)).toEqual([
    ['Eun Park', 'reserve'],
    ['Ana Luz', 'parted'],
  ])
  expect(await pairingsOf(app.db, ana.person.id, app.now())).toEqual([])
  expect(await waitsOf(app.db, ana.person.id, new Date('2016-03-20T12:00:00Z'))).toEqual([
    { roundId: round.id, because: 'parted' },
  ])
  expect(await waitsOf(app.db, bo.person.id, new Date('2016-03-20T12:00:00Z'))).toEqual([])
  expect(await pairingsOf(app.db, gil.person.id, app.now())).toHaveLength(1)
})

test('on the desk, who is held is no one to find a partner for', async () => {
  const { round, coordinator, people } = await aRunningRound(app)
  const { eun } = people
  const lines = async () =>
    (await pairingMatters(app.db, coordinator, app.now(), round.code)).map(({ text, urgency }) => [
      text,
      urgency,
    ])

  const before = await lines()
  await holdWaiting(app, coordinator, round.code, { id: eun.id, hold: true })

  expect(before).toEqual([[expect.stringContaining('One person has no partner'), 'now']])
  expect(await lines()).toEqual([[expect.stringContaining('One person is held in the reserve'), 'later']])
  app.at(`${round.endsOn}T12:00:00Z`)
  expect(await lines()).toEqual([])
})

test('when nobody leaves, both wait for somebody else', async () => {
  const { round, coordinator, people, pairingOf } = await aRunningRound(app)
  const { chi, dev } = people

  const parting = await partPairing(app, coordinator, round.code, {
    pairing: await pairingOf(chi),
    leaving: [],
  })

  expect(parting).toEqual({ left: [], together: [], free: [chi.id, dev.id].sort() })
  expect((await free(round.id)).map(([name]) => name).sort()).toEqual(['Chi Eze', 'Dev Rao', 'Eun Park'])
})

test('of a trio that one leaves the other two stay partners, with their reasons', async () => {
  const { round, coordinator, people, pairingOf } = await aRunningRound(app)
  const { ana, bo, eun } = people
  const pairing = await pairingOf(ana)
  await app.db
    .insertInto('pairingMember')
    .values({
      pairingId: pairing,
      roundId: round.id,
      applicationId: eun.id,
      personId: eun.person.id,
      centre: true,
    })
    .execute()

  const parting = await partPairing(app, coordinator, round.code, { pairing, leaving: [eun.id] })

  expect(parting).toEqual({ left: [eun.id], together: [ana.id, bo.id].sort(), free: [] })
  const [own] = await pairingsOf(app.db, ana.person.id, app.now())
  expect(own?.members.map(({ name }) => name).sort()).toEqual(['Ana Luz', 'Bo Ek'])
  expect(await free(round.id)).toEqual([])
})

test('an introduction that has not left does not leave for those who part, and does once they are back', async () => {
  const { round, coordinator, people, pairingOf } = await aRunningRound(app)
  const { ana, bo } = people
  const pairing = await pairingOf(ana)
  const keys = [ana, bo].map(({ person }) => `introduction:${pairing}:${person.id}`).sort()
  const queued = async () =>
    await app.db
      .selectFrom('outbox')
      .select(['key', 'text'])
      .where('key', 'in', keys)
      .orderBy('key')
      .execute()
  const before = await queued()

  await partPairing(app, coordinator, round.code, { pairing, leaving: [bo.id] })
  const between = await queued()
  await rejoinPairing(app, coordinator, round.code, pairing)

  expect(between).toEqual([])
  expect(await queued()).toEqual(before)
})

test('a parting can be taken back, and everything is as it was', async () => {
  const { round, coordinator, people, pairingOf } = await aRunningRound(app)
  const { fay, gil } = people
  const pairing = await pairingOf(fay)
  const before = await allRows(app)
  await partPairing({ ...app, now: aMovingClock() }, coordinator, round.code, { pairing, leaving: [fay.id] })
  app.at('2016-03-20T09:05:00Z')

  const back = await rejoinPairing(app, coordinator, round.code, pairing)

  expect(back.sort()).toEqual([fay.id, gil.id].sort())
  const { outbox, ...changes } = touched(before, await allRows(app))
  expect(changes).toEqual({})
  expect(outbox?.every((key) => key.startsWith(`introduction:${pairing}:`))).toBe(true)
})

describe('a parting cannot be taken back', () => {
  test('once somebody of them was introduced to another', async () => {
    const { round, coordinator, people, pairingOf } = await aRunningRound(app)
    const pairing = await pairingOf(people.ana)
    app.at('2016-03-20T09:00:00Z')
    await partPairing(app, coordinator, round.code, { pairing, leaving: [people.bo.id] })
    await rematch(app, round.code, coordinator)
    await releaseRematch(app, coordinator, round.code, null)

    await expect(rejoinPairing(app, coordinator, round.code, pairing)).rejects.toMatchObject({
      status: 409,
      code: 'introduced-since',
    })
  })

  test('once somebody of them was told that we look for another', async () => {
    const { round, coordinator, people, pairingOf } = await aRunningRound(app)
    const { ana, bo, chi, dev, eun, fay, gil } = people
    app.at('2016-03-20T09:00:00Z')
    await leaveWaiting(app, coordinator, round.code, eun.id)
    for (const gone of [bo, chi, gil])
      await partPairing(app, coordinator, round.code, {
        pairing: await pairingOf(gone),
        leaving: [gone.id],
      })
    await rematch(app, round.code, coordinator)
    const { told } = await releaseRematch(app, coordinator, round.code, null)
    const [waiting] = await freePeople(app.db, round)

    expect(told).toBe(1)
    expect([ana.id, dev.id, fay.id]).toContain(waiting?.applicationId)
    const pairing = await pairingOf({ id: waiting?.applicationId ?? '' })
    await expect(rejoinPairing(app, coordinator, round.code, pairing)).rejects.toMatchObject({
      code: 'told-since',
    })
  })

  test('once somebody of them left the round while waiting', async () => {
    const { round, coordinator, people, pairingOf } = await aRunningRound(app)
    const pairing = await pairingOf(people.ana)
    app.at('2016-03-20T09:00:00Z')
    await partPairing(app, coordinator, round.code, { pairing, leaving: [] })
    app.at('2016-03-21T09:00:00Z')
    await leaveWaiting(app, coordinator, round.code, people.bo.id)

    await expect(rejoinPairing(app, coordinator, round.code, pairing)).rejects.toMatchObject({
      code: 'left-since',
    })
  })

  test('when nobody has left it', async () => {
    const { round, coordinator, people, pairingOf } = await aRunningRound(app)

    await expect(
      rejoinPairing(app, coordinator, round.code, await pairingOf(people.ana)),
    ).rejects.toMatchObject({ code: 'pairing-not-parted' })
  })
})

describe('a parting is refused, and leaves nothing', () => {
  let running: Awaited<ReturnType<typeof aRunningRound>>
  beforeAll(async () => {
    running = await aRunningRound(app)
  })

  test.each(['editor', 'ambassador'] as const)('to an %s', async (role) => {
    const person = await aPerson(app, { role, country: role === 'ambassador' ? 'ZA' : undefined })
    const pairing = await running.pairingOf(running.people.ana)

    for (const attempt of [
      () => partPairing(app, person, running.round.code, { pairing, leaving: [] }),
      () => rejoinPairing(app, person, running.round.code, pairing),
      () => leaveWaiting(app, person, running.round.code, running.people.eun.id),
      () => holdWaiting(app, person, running.round.code, { id: running.people.eun.id, hold: true }),
    ])
      await expect(attempt()).rejects.toMatchObject({ status: 403, code: 'not-allowed' })
  })

  test('for a pairing of another round, none at all, a stranger in it, or one that has a partner', async () => {
    const { round, coordinator, people, pairingOf } = running
    const other = await aRunningRound(app)
    const pairing = await pairingOf(people.ana)
    const before = await allRows(app)
    const part = (id: string, leaving: string[]) =>
      partPairing(app, coordinator, round.code, { pairing: id, leaving })

    await expect(part(await other.pairingOf(other.people.ana), [])).rejects.toMatchObject({
      code: 'no-such-pairing',
    })
    await expect(part('nonsense', [])).rejects.toMatchObject({ status: 404, code: 'no-such-pairing' })
    await expect(part(someId(), [])).rejects.toMatchObject({ code: 'no-such-pairing' })
    await expect(part(pairing, [people.chi.id])).rejects.toMatchObject({ code: 'not-in-pairing' })
    await expect(leaveWaiting(app, coordinator, round.code, people.chi.id)).rejects.toMatchObject({
      code: 'not-waiting',
    })
    expect(touched(before, await allRows(app))).toEqual({})
  })

  test('for somebody in a plan that is not released yet', async () => {
    const { round, coordinator, people } = await aRunningRound(app)
    await app.db.deleteFrom('pairingMember').where('applicationId', '=', people.ana.id).execute()
    await app.db.deleteFrom('release').where('roundId', '=', round.id).execute()
    const before = await allRows(app)

    for (const attempt of [
      () => leaveWaiting(app, coordinator, round.code, people.ana.id),
      () => holdWaiting(app, coordinator, round.code, { id: people.eun.id, hold: true }),
    ])
      await expect(attempt()).rejects.toMatchObject({ status: 409, code: 'not-released' })
    expect(touched(before, await allRows(app))).toEqual({})
  })

  test('the second time, also at the same moment', async () => {
    const { round, coordinator, people, pairingOf } = running
    const pairing = await pairingOf(people.chi)

    const attempts = await Promise.allSettled(
      [1, 2, 3].map(() => partPairing(app, coordinator, round.code, { pairing, leaving: [people.dev.id] })),
    )

    expect(attempts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(attempts.flatMap((one) => (one.status === 'rejected' ? [one.reason.code] : []))).toEqual([
      'pairing-ended',
      'pairing-ended',
    ])
  })
})

test('someone held is not matched until the hold ends', async () => {
  const { round, coordinator, people, pairingOf } = await aRunningRound(app)
  await partPairing(app, coordinator, round.code, {
    pairing: await pairingOf(people.ana),
    leaving: [people.bo.id],
  })

  await holdWaiting(app, coordinator, round.code, { id: people.eun.id, hold: true })
  await rematch(app, round.code, coordinator)
  await expect(releaseRematch(app, coordinator, round.code, null)).rejects.toMatchObject({
    code: 'nobody-to-introduce',
  })
  await holdWaiting(app, coordinator, round.code, { id: people.eun.id, hold: false })
  await rematch(app, round.code, coordinator)

  await expect(releaseRematch(app, coordinator, round.code, null)).resolves.toMatchObject({ people: 2 })
})

test('every act is in the journal, with ids alone', async () => {
  const { round, coordinator, people, pairingOf } = await aRunningRound(app)
  const pairing = await pairingOf(people.ana)
  await partPairing(app, coordinator, round.code, { pairing, leaving: [people.bo.id] })
  await rejoinPairing(app, coordinator, round.code, pairing)
  await leaveWaiting(app, coordinator, round.code, people.eun.id)

  const journal = await app.db
    .selectFrom('journal')
    .where('actorId', '=', coordinator.id)
    .select(['act', 'subject', 'detail'])
    .orderBy('id', 'desc')
    .limit(3)
    .execute()

  expect(journal.reverse()).toEqual([
    {
      act: 'pairing.parted',
      subject: pairing,
      detail: { left: [people.bo.id], together: [], free: [people.ana.id] },
    },
    { act: 'pairing.rejoined', subject: pairing, detail: { back: [people.ana.id, people.bo.id].sort() } },
    { act: 'participant.left', subject: round.id, detail: { first: people.eun.id } },
  ])
})
