import { expect, test } from 'vitest'
import { anApplication, aPerson, aRound } from '../../../../test/builders.ts'
import { counting, testApp } from '../../../../test/harness.ts'
import { applyCountryCap } from './cap.ts'

const app = await testApp('2016-02-20T12:00:00Z')
const coordinator = await aPerson(app, { role: 'coordinator' })

/** So many people who are ready, half of them in Chile. */
async function readyPeople(roundId: string, count: number, domain: string): Promise<void> {
  const values = Array.from({ length: count }, (_, at) => ({
    roundId,
    submittedAt: new Date(Date.UTC(2016, 1, 1, 0, at)),
    email: `person${at}@${domain}`,
    givenName: `Person${at}`,
    familyName: `Family${at}`,
    country: ['AU', 'NZ', 'CL', 'CL'][at % 4],
    countryWritten: '',
    zone: 'UTC',
    workplace: `Library ${at}`,
    sector: 'public',
    stage: 'early',
    languages: ['en'],
    acceptsCode: true,
    sharesEmail: true,
  }))
  await app.db.insertInto('application').values(values).execute()
}

async function applied(code: string, count: number) {
  const round = await aRound(app, { code })
  await readyPeople(round.id, count, `${code}.example`)
  const { count: statements, counted } = counting(app.db)
  const done = await applyCountryCap({ ...app, db: counted }, coordinator, code, 40)
  return { round, done, asked: statements.asked }
}

test('the cap is applied to thirty people in as many statements as to three hundred', async () => {
  const few = await applied('2016A', 30)
  const many = await applied('2016B', 300)

  expect([few.done.newlyAccepted, few.done.newlyWaiting]).toEqual([26, 4])
  expect([many.done.newlyAccepted, many.done.newlyWaiting]).toEqual([250, 50])
  expect(many.asked).toBe(few.asked)
})

test('everyone accepted is a person of their own, and whoever gets a place later waits no more', async () => {
  const { round } = await applied('2017A', 30)

  const again = await applyCountryCap(app, coordinator, '2017A', 100)

  const rows = await app.db
    .selectFrom('application')
    .leftJoin('person', 'person.id', 'personId')
    .where('roundId', '=', round.id)
    .select(['application.email', 'person.email as of', 'acceptedAt', 'waitlistedAt'])
    .execute()
  expect(again.newlyAccepted).toBe(4)
  expect(rows.filter(({ email, of }) => email !== of)).toEqual([])
  expect(rows.filter(({ acceptedAt, waitlistedAt }) => !acceptedAt || waitlistedAt)).toEqual([])
})

test('who was put on the waiting list is first in line in the next round, under any address of theirs, and once', async () => {
  const past = await aRound(app, { code: '2018A', startsOn: '2018-02-28', endsOn: '2018-06-01' })
  const next = await aRound(app, { code: '2018B', startsOn: '2018-09-01', endsOn: '2019-01-01' })
  const later = await aRound(app, { code: '2019A', startsOn: '2019-03-01', endsOn: '2019-07-01' })
  const told = { acceptedAt: null, waitlistedAt: app.now(), country: 'CL' }
  const wishes = [
    { ...told, name: 'Sol Rojas', email: 'sol@waited.example' },
    { ...told, name: 'Iván Díaz', email: 'ivan@waited.example', withdrawnAt: app.now() },
  ]
  const [sol] = await Promise.all(wishes.map((wish) => anApplication(app, past, wish)))
  const other = { personId: sol?.person.id ?? '', broadKey: 'sol@new.example' }
  await app.db.insertInto('personAddress').values(other).execute()
  const asked = async (roundId: string) => {
    await readyPeople(roundId, 12, 'first.example')
    const last = { submittedAt: app.now(), country: 'CL' }
    const row = {
      roundId,
      countryWritten: '',
      zone: 'UTC',
      sector: 'public',
      stage: 'early',
      languages: ['en'],
      ...last,
    }
    const yes = { acceptsCode: true, sharesEmail: true }
    const rows = [
      {
        ...row,
        ...yes,
        email: 'Sol@new.example',
        givenName: 'Sol',
        familyName: 'Rojas',
        workplace: 'Sea Library',
      },
      {
        ...row,
        ...yes,
        email: 'ivan@waited.example',
        givenName: 'Iván',
        familyName: 'Díaz',
        workplace: 'Hill School',
      },
    ]
    await app.db.insertInto('application').values(rows).execute()
  }
  const places = async (code: string, roundId: string) => {
    await applyCountryCap(app, coordinator, code, 40)
    const got = app.db
      .selectFrom('application')
      .where('roundId', '=', roundId)
      .where('acceptedAt', 'is not', null)
    return (await got.select('email').execute())
      .map(({ email }) => email)
      .filter((email) => !email.includes('first'))
  }

  await asked(next.id)
  expect(await places('2018B', next.id)).toEqual(['Sol@new.example'])
  await asked(later.id)
  // Sol has had a place since; Iván was told to wait in the round before.
  expect(await places('2019A', later.id)).toEqual(['ivan@waited.example'])
})

test('who waits while people apply to the next round is told so, and not while they do to this one', async () => {
  const open = { applyFrom: new Date('2016-02-01'), applyUntil: new Date('2016-03-10') }
  const waiting = async (code: string) => {
    const told = await app.db
      .selectFrom('outbox')
      .where('kind', '=', 'waiting-list')
      .where('subject', 'like', `Round ${code}:%`)
      .select('text')
      .execute()
    return told.map(({ text }) => ({
      isLed: text?.includes('first in line for Round 2020B, and applications'),
      maySubscribe: text?.includes('you can ask us to write to you when applications open'),
    }))
  }
  const next = await aRound(app, { code: '2020B', startsOn: '2016-09-05', endsOn: '2016-12-18', ...open })

  await applied('2020A', 9)
  await readyPeople(next.id, 9, 'next.example')
  await applyCountryCap(app, coordinator, '2020B', 40)

  expect(await waiting('2020A')).toEqual([{ isLed: true, maySubscribe: false }])
  expect(await waiting('2020B')).toEqual([{ isLed: false, maySubscribe: true }])
})
