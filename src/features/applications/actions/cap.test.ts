import { expect, test } from 'vitest'
import { aPerson, aRound } from '../../../../test/builders.ts'
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
