import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'
import { askForLink } from '../../src/features/people/actions/links.ts'
import { startWorker } from '../../src/worker/work.ts'
import { aPerson } from '../builders.ts'
import { counting, testApp } from '../harness.ts'
import { counts, introductions } from '../outbox/letters.ts'
import { header } from '../outbox/relay.ts'
import { until } from '../outbox/until.ts'

const app = await testApp()

const ask = (email: string, network: string, by = app) =>
  askForLink(by, { email, network, userAgent: '', next: '', locale: 'en' })

const jobsInQueue = async () => {
  const query = sql<{ count: number }>`select count(*) from pgboss.job where name = 'people.send-link'`
  return (await query.execute(app.db)).rows[0]?.count
}

test('asking for an unknown address asks the database the same, and leaves nothing in the queue', async () => {
  const ada = await aPerson(app)
  const asked = async (email: string) => {
    const { count, counted } = counting(app.db)
    await ask(email, '198.51.100.1', { ...app, db: counted })
    return count.asked
  }

  const forAda = await asked(ada.email)
  const jobsForAda = await jobsInQueue()
  const forNobody = await asked('nobody@library.example')

  expect([jobsForAda, forNobody, await jobsInQueue()]).toEqual([1, forAda, 1])
})

test('links that many ask for at once leave before a campaign that began earlier', async () => {
  const people = await Promise.all(Array.from({ length: 20 }, () => aPerson(app)))
  await introductions(app, 600)
  const worker = await startWorker(app)
  onTestFinished(() => worker.stop(5_000))
  await until(async () => ((await counts(app)).sent ?? 0) > 0)

  await Promise.all(people.map(({ email }, index) => ask(email, `198.51.100.${index + 10}`)))
  const ids = people.map(({ id }) => id)
  const sent = app.db
    .selectFrom('outbox')
    .select('id')
    .where('kind', '=', 'sign-in')
    .where('state', '=', 'sent')
  const links = () => sent.where('personId', 'in', ids).execute()
  await until(async () => (await links()).length === people.length)
  const { queued = 0 } = await counts(app)

  const spool = join(app.config.dataDir, 'spool')
  const letters = await Promise.all(
    (await links()).map(({ id }) => readFile(join(spool, `${id}.eml`), 'utf8')),
  )
  expect(queued).toBeGreaterThan(0)
  expect(letters.every((letter) => header(letter, 'To')?.includes('@'))).toBe(true)
  expect((await readdir(spool)).length).toBeGreaterThan(people.length)
})
