import { describe, expect, test } from 'vitest'
import { anApplication, aPerson } from '../../../../test/builders.ts'
import { queuedMail, testApp } from '../../../../test/harness.ts'
import { networkIn } from '../../../platform/network/index.ts'
import { openScenario } from '../../scenarios/actions/run.ts'
import { currentInputs } from '../../scenarios/queries/inputs.ts'
import { rematchMailFor } from '../emails/preview.ts'
import { pairingsOf } from '../queries/introductions.ts'
import { laterReleasesOf } from '../queries/rematch.ts'
import { exportPairings } from './export.ts'
import { partPairing } from './part.ts'
import { releasePairings } from './release.ts'
import { rehearseRematch, releaseRematch } from './release-rematch.ts'
import { allRows, aRunningRound, rematch, touched } from './rematch.builder.ts'
import { leaveWaiting } from './waiting.ts'

const app = await testApp('2016-02-20T12:00:00Z')

/** Bo has left Ana, and Fay has left Gil; Eun has waited from the start. All three are matched anew on 20 March. */
async function aRematchProposal() {
  const running = await aRunningRound(app)
  const { round, coordinator, people, pairingOf } = running
  app.at('2016-03-20T09:00:00Z')
  for (const gone of [people.bo, people.fay])
    await partPairing(app, coordinator, round.code, { pairing: await pairingOf(gone), leaving: [gone.id] })
  const number = await rematch(app, round.code, coordinator)
  await app.db.updateTable('outbox').set({ state: 'sent', sentAt: app.now() }).execute()
  return { ...running, number }
}

test('only the new pairs are introduced, and nobody else’s rows, mails or pages are touched', async () => {
  const { round, coordinator, people, number } = await aRematchProposal()
  const before = await allRows(app)
  const { chi, dev, ana, gil, eun } = people

  const released = await releaseRematch(app, coordinator, round.code, number)

  const now = await allRows(app)
  const { pairing = [], pairingMember = [], outbox = [], ...others } = touched(before, now)
  expect(others).toEqual({})
  expect(pairing).toHaveLength(1)
  const introduced = pairingMember.map((key) => key.split(' ')[1])
  expect(introduced).toHaveLength(2)
  expect([ana.id, gil.id, eun.id]).toEqual(expect.arrayContaining(introduced))
  const waits = [ana, gil, eun].find(({ id }) => !introduced.includes(id))
  const isTold = waits !== eun
  expect(outbox.map((key) => key.split(':')[0])).toEqual(
    isTold ? ['introduction', 'introduction', 'waiting'] : ['introduction', 'introduction'],
  )
  expect(released).toMatchObject({
    scenario: number,
    pairings: 1,
    people: 2,
    waiting: 1,
    told: isTold ? 1 : 0,
    mails: outbox.length,
  })
  expect(
    (await pairingsOf(app.db, chi.person.id, app.now()))[0]?.members.map(({ name }) => name).sort(),
  ).toEqual([chi.person.name, dev.person.name])
})

test('somebody who is matched again sees the new partner only', async () => {
  const { round, coordinator, people, pairingOf } = await aRunningRound(app)
  const { ana, bo, eun } = people
  app.at('2016-03-20T09:00:00Z')
  await partPairing(app, coordinator, round.code, { pairing: await pairingOf(ana), leaving: [bo.id] })
  await rematch(app, round.code, coordinator)

  await releaseRematch(app, coordinator, round.code, null)

  const seen = async (one: { person: { id: string } }) =>
    (await pairingsOf(app.db, one.person.id, app.now())).map(({ members }) =>
      members.map(({ name }) => name).sort(),
    )
  expect(await seen(ana)).toEqual([['Ana Luz', 'Eun Park']])
  expect(await seen(eun)).toEqual([['Ana Luz', 'Eun Park']])
  expect(await seen(bo)).toEqual([])
})

test('the mail suits whoever has waited and whoever has lost a partner, in their language, and never says why', async () => {
  const { round, coordinator, people, pairingOf } = await aRunningRound(app)
  const { ana, bo, eun } = people
  app.at('2016-04-20T09:00:00Z')
  await partPairing(app, coordinator, round.code, { pairing: await pairingOf(ana), leaving: [bo.id] })
  await rematch(app, round.code, coordinator)
  const preview = await rematchMailFor(
    app.db,
    { round, network: await networkIn(app), day: '2016-04-20' },
    ana.id,
  )
  await app.db.deleteFrom('outbox').execute()

  await releaseRematch(app, coordinator, round.code, null)

  expect(await queuedMail(app)).toEqual(
    expect.arrayContaining([
      {
        to: ana.person.email,
        subject: `De nuevo tiene colega de mentoría en la ronda ${round.code}: Eun Park`,
      },
      { to: eun.person.email, subject: `We have found a partner for you in round ${round.code}: Ana Luz` },
    ]),
  )
  const mails = await app.db.selectFrom('outbox').select(['subject', 'text', 'html', 'personId']).execute()
  const toAna = mails.find(({ personId }) => personId === ana.person.id)
  expect(toAna).toMatchObject({ subject: preview.subject, text: preview.text, html: preview.html })
  for (const { text, html } of mails) expect(text + html).not.toMatch(/Bo Ek|Bo\b/)
  // Clocks in Brazil and Korea: 11 hours apart in February, 12 in April.
  expect(mails.find(({ personId }) => personId === eun.person.id)?.text).toContain(
    '20:00–22:00 and 08:00–10:00 on your clock, 08:00–10:00 and 20:00–22:00 for Ana',
  )
})

test('partners who were parted never meet again, though they could', async () => {
  const { round, coordinator, people, pairingOf } = await aRunningRound(app)
  const { ana, bo, eun } = people
  await leaveWaiting(app, coordinator, round.code, eun.id)
  await partPairing(app, coordinator, round.code, { pairing: await pairingOf(ana), leaving: [] })

  const inputs = await currentInputs(app.db, round, { seed: 1, pool: 'rematch' })
  const number = await rematch(app, round.code, coordinator)

  expect(inputs.former).toEqual([[ana.person.id, bo.person.id].sort()])
  await expect(releaseRematch(app, coordinator, round.code, number)).rejects.toMatchObject({
    code: 'nobody-to-introduce',
  })
})

test('of releases at the same moment one succeeds, and nothing is doubled', async () => {
  const { round, coordinator, number } = await aRematchProposal()
  const before = await allRows(app)

  const attempts = await Promise.allSettled(
    Array.from({ length: 4 }, () => releaseRematch(app, coordinator, round.code, number)),
  )

  expect(attempts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(
    attempts.flatMap((one) => (one.status === 'rejected' ? [`${one.reason.status} ${one.reason.code}`] : [])),
  ).toEqual(Array.from({ length: 3 }, () => '409 rematch-already-released'))
  expect(touched(before, await allRows(app)).pairingMember).toHaveLength(2)
})

test('a release that dies half-way leaves nothing, and can be done again', async () => {
  const { round, coordinator, number } = await aRematchProposal()
  const before = await allRows(app)
  let asked = 0
  const now = () => {
    asked += 1
    if (asked > 5) throw new Error('power cut')
    return app.now()
  }

  await expect(releaseRematch({ ...app, now }, coordinator, round.code, number)).rejects.toThrow('power cut')

  expect(touched(before, await allRows(app))).toEqual({})
  expect(await laterReleasesOf(app.db, round.id)).toEqual([])
  await expect(releaseRematch(app, coordinator, round.code, number)).resolves.toMatchObject({ people: 2 })
})

describe('a release of new pairs is refused', () => {
  test.each(['editor', 'ambassador'] as const)('to an %s', async (role) => {
    const { round } = await aRunningRound(app)
    const person = await aPerson(app, { role, country: role === 'ambassador' ? 'ZA' : undefined })

    await expect(releaseRematch(app, person, round.code, null)).rejects.toMatchObject({ status: 403 })
    await expect(rehearseRematch(app, person, round.code)).rejects.toMatchObject({ status: 403 })
  })

  test('while there is no proposal, or when another was looked at', async () => {
    const { round, coordinator } = await aRunningRound(app)
    await expect(releaseRematch(app, coordinator, round.code, null)).rejects.toMatchObject({
      status: 404,
      code: 'no-proposal',
    })
    const again = await aRematchProposal()
    await expect(releaseRematch(app, again.coordinator, again.round.code, 77)).rejects.toMatchObject({
      code: 'other-proposal',
    })
  })

  test('when somebody left, or lost a partner, since', async () => {
    const { round, coordinator, people, pairingOf, number } = await aRematchProposal()
    await leaveWaiting(app, coordinator, round.code, people.eun.id)
    await partPairing(app, coordinator, round.code, { pairing: await pairingOf(people.chi), leaving: [] })

    await expect(releaseRematch(app, coordinator, round.code, number)).rejects.toMatchObject({
      status: 409,
      code: 'proposal-out-of-date',
      args: { count: 3 },
    })
  })

  test('once the round is over, and before it was released', async () => {
    const { round, coordinator } = await aRematchProposal()
    app.at('2016-06-20T09:00:00Z')

    await expect(releaseRematch(app, coordinator, round.code, null)).rejects.toMatchObject({
      code: 'round-is-over',
    })
    const early = await aRunningRound(app)
    await app.db.deleteFrom('release').where('roundId', '=', early.round.id).execute()
    await expect(releaseRematch(app, early.coordinator, early.round.code, null)).rejects.toMatchObject({
      code: 'not-released',
    })
    await expect(
      openScenario(app, early.coordinator, early.round.code, { pool: 'rematch' }),
    ).rejects.toMatchObject({ code: 'not-released' })
  })

  test('the first release stays closed', async () => {
    const { round, coordinator, number } = await aRematchProposal()

    await expect(releasePairings(app, coordinator, round.code, number)).rejects.toMatchObject({
      code: 'already-released',
    })
  })
})

test('a rehearsal reaches the coordinator alone', async () => {
  const { round, coordinator } = await aRematchProposal()
  await app.db.deleteFrom('outbox').execute()

  const rehearsed = await rehearseRematch(app, coordinator, round.code)

  expect(rehearsed).toMatchObject({ introductions: 2, to: [coordinator.email] })
  expect(new Set((await queuedMail(app)).map(({ to }) => to))).toEqual(new Set([coordinator.email]))
})

test('its mails are a campaign of their own, so that they can be stopped alone', async () => {
  const { round, coordinator, number } = await aRematchProposal()

  const { campaign } = await releaseRematch(app, coordinator, round.code, number)

  const campaigns = await app.db
    .selectFrom('mailCampaign')
    .where('roundId', '=', round.id)
    .select('key')
    .execute()
  expect(campaigns.map(({ key }) => key).sort()).toEqual([`introductions:${round.id}`, campaign])
})

test('whoever came late is found a partner as well, and is told while there is none', async () => {
  const { round, coordinator, people, pairingOf } = await aRunningRound(app)
  const { ana, bo, eun } = people
  await leaveWaiting(app, coordinator, round.code, eun.id)
  app.at('2016-03-20T09:00:00Z')
  await anApplication(app, round, { name: 'Hua Lin', country: 'CN', zone: 'Asia/Shanghai' })
  await anApplication(app, round, { name: 'Ida Lie', country: 'NO', zone: 'Europe/Oslo' })
  await partPairing(app, coordinator, round.code, { pairing: await pairingOf(ana), leaving: [bo.id] })
  await rematch(app, round.code, coordinator)

  const first = await releaseRematch(app, coordinator, round.code, null)
  await anApplication(app, round, { name: 'Joy Otieno', country: 'KE', zone: 'Africa/Nairobi' })
  await rematch(app, round.code, coordinator)
  const second = await releaseRematch(app, coordinator, round.code, null)

  expect([first, second].map(({ people, told }) => [people, told])).toEqual([
    [2, 1],
    [2, 0],
  ])
})

test('an export shows the pairings as they are now, and everyone who has no partner', async () => {
  const { round, coordinator, people, pairingOf } = await aRunningRound(app)
  const { ana, bo, gil } = people
  app.at('2016-03-20T09:00:00Z')
  await partPairing(app, coordinator, round.code, { pairing: await pairingOf(ana), leaving: [bo.id] })
  await rematch(app, round.code, coordinator)
  await releaseRematch(app, coordinator, round.code, null)
  await partPairing(app, coordinator, round.code, { pairing: await pairingOf(gil), leaving: [gil.id] })

  const { state, pairings, reserve } = await exportPairings(app, coordinator, round.code)

  expect(state).toBe('released')
  expect(pairings.map(({ members }) => members.map(({ name }) => name).sort()).sort()).toEqual([
    ['Ana Luz', 'Eun Park'],
    ['Chi Eze', 'Dev Rao'],
  ])
  expect(reserve.map(({ name, reason }) => [name, reason])).toEqual([['Fay Gray', 'parted']])
})
