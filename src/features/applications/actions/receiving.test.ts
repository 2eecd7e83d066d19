import { expect, test } from 'vitest'
import { aPerson, aRound } from '../../../../test/builders.ts'
import { queuedMail, testApp } from '../../../../test/harness.ts'
import type { FormAnswers } from '../application.ts'
import { deskFor } from '../queries/desk.ts'
import { applyCountryCap } from './cap.ts'
import { acceptObvious } from './obvious.ts'
import { changeAnswers, confirmSender, receiveApplication, takeBackApplication } from './receiving.ts'

const app = await testApp('2016-02-10T12:00:00Z')
const coordinator = await aPerson(app, { role: 'coordinator' })

const answers: FormAnswers = {
  ...{
    email: 'ada@library.example',
    givenName: 'Ada',
    familyName: 'Okafor',
    country: 'NG',
    zone: 'Africa/Lagos',
  },
  ...{
    countryWritten: 'Nigeria',
    workplace: 'City Library',
    jobTitle: '',
    sector: 'public',
    sectorWritten: '',
  },
  ...{
    stage: 'early',
    interests: ['marketing'],
    languages: ['en'],
    about: 'Hello.',
    links: '',
    heardFrom: '',
  },
  ...{
    wishSector: 'any',
    wishStage: 'any',
    wishInterests: 'any',
    wishNote: '',
    formerRounds: [],
    takesTwo: false,
  },
  ...{ acceptsCode: true, acceptsCodeWritten: '', sharesEmail: true, sharesEmailWritten: '' },
  ...{ usualTimes: ['any'], languagesToWrite: [], dearWishes: [], codeVersion: '2016-01-01' },
}
const receive = (round: Awaited<ReturnType<typeof aRound>>, personId: string | null, email = answers.email) =>
  app.db.transaction().execute((tx) =>
    receiveApplication(app, tx, round, {
      answers: { ...answers, email },
      own: [],
      again: [],
      locale: 'en',
      personId,
    }),
  )

const rowsOf = (roundId: string) =>
  app.db
    .selectFrom('application')
    .where('roundId', '=', roundId)
    .select(['id', 'personId', 'acceptedAt', 'mergedInto'])
    .orderBy('submittedAt')
    .execute()

test('what came by form is clean but for an address that nobody confirmed, which waits and holds up nothing', async () => {
  const round = await aRound(app)
  const ada = await aPerson(app, { email: 'ada@library.example' })
  const own = await receive(round, ada.id)
  app.at('2016-02-10T12:01:00Z')
  const strangers = await receive(round, null)

  const desk = await deskFor(app.db, coordinator, round.id)
  const accepted = await applyCountryCap(app, coordinator, '2016A')

  expect([...desk.problems.keys()]).toEqual([])
  expect(desk.duplicates).toEqual([])
  expect(desk.parked.map(({ applicationId, problem }) => [applicationId, problem.kind])).toEqual([
    [strangers, 'unconfirmed-address'],
  ])
  expect(accepted.accepted).toBe(1)
  expect(await rowsOf(round.id)).toMatchObject([
    { id: own, personId: ada.id, acceptedAt: app.now() },
    { id: strangers, personId: null, acceptedAt: null },
  ])
})

test('the database accepts none that is not confirmed', async () => {
  const round = await aRound(app, { code: '2016B' })
  const id = await receive(round, null)

  const accepting = app.db
    .updateTable('application')
    .set({ acceptedAt: app.now(), personId: coordinator.id })
    .where('id', '=', id)
    .execute()

  await expect(accepting).rejects.toMatchObject({ constraint: 'application_accepted_is_confirmed' })
})

test('once both are confirmed, two of one address are one person at the desk', async () => {
  const round = await aRound(app, { code: '2017A' })
  const bea = await aPerson(app, { email: 'bea@library.example' })
  const first = await receive(round, bea.id, bea.email)
  app.at('2016-02-10T12:05:00Z')
  const second = await receive(round, null, bea.email)
  await app.db
    .transaction()
    .execute((tx) => confirmSender(app, tx, second, { personId: bea.id, formerRounds: [] }))

  await acceptObvious(app, coordinator, '2017A')

  expect(await rowsOf(round.id)).toMatchObject([
    { id: first, mergedInto: null },
    { id: second, mergedInto: first },
  ])
})

test('who has another address by now is still the same person when they get a place', async () => {
  const round = await aRound(app, { code: '2017B' })
  const cleo = await aPerson(app, { email: 'cleo@library.example' })
  await receive(round, cleo.id, cleo.email)
  const moved = { email: 'cleo@home.example', emailKey: 'cleo@home.example' }
  await app.db.updateTable('person').set(moved).where('id', '=', cleo.id).execute()

  await applyCountryCap(app, coordinator, '2017B')

  expect(await rowsOf(round.id)).toMatchObject([{ personId: cleo.id, acceptedAt: app.now() }])
})

test('who had a place, withdrew and applies again waits for an answer like anyone, and gets one', async () => {
  const round = await aRound(app, { code: '2018B' })
  const ines = await aPerson(app, { email: 'ines@library.example' })
  const id = await receive(round, ines.id, ines.email)
  await applyCountryCap(app, coordinator, '2018B')
  app.at('2016-02-11T12:00:00Z')

  await app.db.transaction().execute(async (tx) => {
    await takeBackApplication(app, tx, id, ines.id)
    await changeAnswers(app, tx, id, {
      answers: { ...answers, email: ines.email },
      own: [],
      again: [],
      locale: 'en',
    })
  })

  const again = await rowsOf(round.id)
  await applyCountryCap(app, coordinator, '2018B')
  expect(again).toMatchObject([{ id, acceptedAt: null }])
  expect((await queuedMail(app)).filter(({ to }) => to === ines.email)).toHaveLength(2)
})
