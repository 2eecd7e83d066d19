import { beforeEach, describe, expect, test } from 'vitest'
import { anApplication, aPerson, aRound } from '../../../../test/builders.ts'
import { queuedMail, testApp } from '../../../../test/harness.ts'
import { terminal } from '../../people/index.ts'
import { swapPartners } from '../../scenarios/actions/by-hand.ts'
import { banPair, pinPair } from '../../scenarios/actions/rules.ts'
import { openScenario, runScenario } from '../../scenarios/actions/run.ts'
import { exportPairings } from './export.ts'
import { rehearseRelease } from './rehearse.ts'
import { releasePairings } from './release.ts'

const app = await testApp('2016-02-20T12:00:00Z')
let letter = 'A'

/** A round of its own for each test, with five people of five countries, matched. */
async function aMatchedRound() {
  letter = String.fromCharCode(letter.charCodeAt(0) + 1)
  const round = await aRound(app, { code: `2016${letter}` })
  const coordinator = await aPerson(app, { role: 'coordinator', name: 'Cora Lind' })
  const people = {
    ana: await anApplication(app, round, {
      name: 'Ana Luz',
      country: 'BR',
      zone: 'America/Sao_Paulo',
      locale: 'es',
    }),
    bo: await anApplication(app, round, {
      name: 'Bo Ek',
      country: 'SE',
      zone: 'Europe/Stockholm',
      sharesEmail: false,
    }),
    chi: await anApplication(app, round, { name: 'Chi Eze', country: 'NG', zone: 'Africa/Lagos' }),
    dev: await anApplication(app, round, {
      name: 'Dev Rao',
      country: 'IN',
      zone: 'Asia/Kolkata',
      sharesEmail: false,
    }),
    eun: await anApplication(app, round, { name: 'Eun Park', country: 'KR', zone: 'Asia/Seoul' }),
  }
  await pinPair(app, coordinator, round.code, [people.ana.id, people.bo.id])
  await pinPair(app, coordinator, round.code, [people.chi.id, people.dev.id])
  await runScenario(app, (await openScenario(app, coordinator, round.code)).id)
  return { round, coordinator, people }
}

const count = async (table: 'pairing' | 'pairingMember' | 'release' | 'outbox' | 'mailCampaign') =>
  (
    await app.db
      .selectFrom(table)
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow()
  ).n

const everything = async () => ({
  pairing: await count('pairing'),
  pairingMember: await count('pairingMember'),
  release: await count('release'),
  outbox: await count('outbox'),
  mailCampaign: await count('mailCampaign'),
})

beforeEach(async () => {
  await app.db.deleteFrom('outbox').execute()
})

test('a release introduces everyone once, in their own language, and tells the reserve', async () => {
  const { round, coordinator, people } = await aMatchedRound()

  const released = await releasePairings(app, coordinator, round.code, 1)

  expect(released).toMatchObject({ scenario: 1, pairings: 2, people: 4, reserve: 1, mails: 5 })
  const mail = await queuedMail(app)
  expect(mail.map(({ to }) => to).sort()).toEqual(
    Object.values(people)
      .map(({ person }) => person.email)
      .sort(),
  )
  const subjectTo = (email: string) => mail.find(({ to }) => to === email)?.subject
  expect(subjectTo(people.bo.person.email)).toBe(`Meet your partner in round ${round.code}: Ana Luz`)
  expect(subjectTo(people.eun.person.email)).toBe(`You are on the reserve list of round ${round.code}`)
})

test('an introduction holds the partner’s address only when the partner agreed', async () => {
  const { round, coordinator, people } = await aMatchedRound()

  await releasePairings(app, coordinator, round.code, 1)

  const textTo = async (id: string) =>
    await app.db
      .selectFrom('outbox')
      .select(['text', 'html'])
      .where('personId', '=', id)
      .executeTakeFirstOrThrow()
  const toBo = await textTo(people.bo.person.id)
  const toAna = await textTo(people.ana.person.id)
  expect(toBo.text).toContain(people.ana.person.email)
  expect(toAna.text + toAna.html).not.toContain(people.bo.person.email)
})

test('of releases at the same moment one succeeds, and nothing is doubled', async () => {
  const { round, coordinator } = await aMatchedRound()
  const before = await everything()

  const attempts = await Promise.allSettled(
    Array.from({ length: 5 }, () => releasePairings(app, coordinator, round.code, 1)),
  )

  expect(attempts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(
    attempts.flatMap((one) => (one.status === 'rejected' ? [`${one.reason.status} ${one.reason.code}`] : [])),
  ).toEqual(Array.from({ length: 4 }, () => '409 already-released'))
  expect(await everything()).toEqual({
    pairing: before.pairing + 2,
    pairingMember: before.pairingMember + 4,
    release: before.release + 1,
    outbox: before.outbox + 5,
    mailCampaign: before.mailCampaign + 1,
  })
})

test('a release that dies half-way leaves nothing, and can be done again', async () => {
  const { round, coordinator } = await aMatchedRound()
  const before = await everything()

  await expect(releasePairings({ ...app, now: dyingClock() }, coordinator, round.code, 1)).rejects.toThrow(
    'power cut',
  )

  expect(await everything()).toEqual(before)
  await expect(releasePairings(app, coordinator, round.code, 1)).resolves.toMatchObject({ mails: 5 })
})

/** Stands still for the first questions, then the power is cut: in the middle of the writes. */
function dyingClock() {
  let asked = 0
  return () => {
    asked += 1
    if (asked > 4) throw new Error('power cut')
    return app.now()
  }
}

describe('a release is refused', () => {
  test.each(['director', 'editor', 'ambassador'] as const)('for a %s as their role says', async (role) => {
    const { round } = await aMatchedRound()
    const person = await aPerson(app, { role, country: role === 'ambassador' ? 'ZA' : undefined })

    const attempt = releasePairings(app, person, round.code, 1)

    if (role === 'director') await expect(attempt).resolves.toMatchObject({ mails: 5 })
    else await expect(attempt).rejects.toMatchObject({ status: 403, code: 'not-allowed' })
  })

  test('when another proposal was looked at', async () => {
    const { round, coordinator } = await aMatchedRound()

    await expect(releasePairings(app, coordinator, round.code, 7)).rejects.toMatchObject({
      code: 'other-proposal',
    })
  })

  test('when somebody withdrew, or joined, since the proposal was made', async () => {
    const { round, coordinator, people } = await aMatchedRound()
    await app.db
      .updateTable('application')
      .set({ withdrawnAt: app.now() })
      .where('id', '=', people.chi.id)
      .execute()
    await anApplication(app, round, { name: 'Fay Gil', country: 'FR' })

    await expect(releasePairings(app, coordinator, round.code, 1)).rejects.toMatchObject({
      code: 'proposal-out-of-date',
      args: { count: 2 },
    })
  })

  test('when a pair of it has been banned', async () => {
    const { round, coordinator, people } = await aMatchedRound()
    await app.db
      .updateTable('pairingRule')
      .set({ liftedAt: app.now() })
      .where('roundId', '=', round.id)
      .execute()
    await banPair(app, coordinator, round.code, [people.bo.id, people.ana.id])

    await expect(releasePairings(app, coordinator, round.code, 1)).rejects.toMatchObject({
      code: 'proposal-broken',
    })
    expect(await queuedMail(app)).toEqual([])
  })
})

test('after the release nothing of the proposal can be changed', async () => {
  const { round, coordinator, people } = await aMatchedRound()
  await releasePairings(app, coordinator, round.code, null)

  const changes = [
    () => openScenario(app, coordinator, round.code),
    () => swapPartners(app, coordinator, round.code, [people.ana.id, people.chi.id]),
    () => banPair(app, coordinator, round.code, [people.ana.id, people.chi.id]),
    () => rehearseRelease(app, coordinator, round.code),
  ]

  for (const change of changes)
    await expect(change()).rejects.toMatchObject({ status: 409, code: 'already-released' })
})

test('the database itself keeps anyone out of a second living pairing of a round', async () => {
  const { round, coordinator, people } = await aMatchedRound()
  await releasePairings(app, coordinator, round.code, null)
  const { id: pairingId } = await app.db
    .insertInto('pairing')
    .values({ roundId: round.id, reasons: '[]', confirmedAt: app.now() })
    .returning('id')
    .executeTakeFirstOrThrow()

  const second = app.db
    .insertInto('pairingMember')
    .values({ pairingId, roundId: round.id, applicationId: people.ana.id, personId: people.ana.person.id })
    .execute()

  await expect(second).rejects.toThrow(/pairing_member_once/)
})

test('a rehearsal reaches the coordinator alone, with one mail of each kind', async () => {
  const { round, coordinator } = await aMatchedRound()

  const rehearsed = await rehearseRelease(app, coordinator, round.code)

  expect(rehearsed).toEqual({ introductions: 4, reserve: 1, examples: 4, to: [coordinator.email] })
  const mail = await queuedMail(app)
  expect(new Set(mail.map(({ to }) => to))).toEqual(new Set([coordinator.email]))
  expect(mail.every(({ subject }) => subject.startsWith('[Rehearsal, for '))).toBe(true)
})

test('an export names everyone once, and how things stand', async () => {
  const { round, people } = await aMatchedRound()

  const exported = await exportPairings(app, terminal, round.code)

  expect(exported.state).toBe('proposed')
  const named = [...exported.pairings.flatMap(({ members }) => members), ...exported.reserve]
  expect(named.map(({ email }) => email).sort()).toEqual(
    Object.values(people)
      .map(({ person }) => person.email)
      .sort(),
  )
  expect(exported.reserve.map(({ reason }) => reason)).toEqual(['odd-number'])
})
