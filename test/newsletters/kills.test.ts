import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import {
  addPosts,
  beginIssue,
  decideIssue,
  issueById,
  saveIssueText,
  sendDueIssues,
  tellOfNews,
} from '../../src/features/newsletters/index.ts'
import { aPost } from '../../src/features/newsletters/newsletter.builder.ts'
import { aPerson } from '../builders.ts'
import { testApp } from '../harness.ts'
import { until } from '../outbox/until.ts'
import { bundledWorker, startWorkerProcess } from '../outbox/worker-process.ts'
import { manyReaders } from './many-readers.ts'

/** By hand, for the long form: `NEWSLETTER_KILLS=200 NEWSLETTER_READERS=20000 npx vitest run test/newsletters`. */
const kills = Number(process.env.NEWSLETTER_KILLS ?? 4)
const readers = Number(process.env.NEWSLETTER_READERS ?? 600)
const app = await testApp('2016-03-01T12:00:00Z')

test('through workers that are killed, each reader gets an issue and a post exactly once', {
  timeout: 600_000,
}, async () => {
  await manyReaders(app, readers)
  const editor = await aPerson(app, { role: 'editor' })
  const earlier = await aPost(app, 'earlier', '2016-01-01T12:00:00Z')
  await aPost(app, 'news', '2016-03-01T12:00:00Z')
  const id = await beginIssue(app, editor)
  await addPosts(app, editor, id, [earlier])
  const text = { locale: 'en', subject: 'News', preview: '', welcome: 'Hello.' }
  await saveIssueText(app, editor, id, { ...text, revision: 2 })
  const { revision } = await issueById(app.db, editor, id, app.now())
  await decideIssue(app, editor, id, { sendAt: null, revision })
  const bundle = await bundledWorker('test/newsletters/teller.ts')
  const instant = '2016-03-01T12:30:00Z'

  for (let kill = 1; kill <= kills; kill += 1) {
    const before = await counted()
    const teller = await startWorkerProcess(bundle, app, { name: instant })
    // Each second dies when it has just queued some, the others wherever they are.
    if (kill % 2 === 0)
      await until(async () => {
        const { mails } = await counted()
        return mails > before.mails || mails === 2 * readers
      })
    await pause((kill * 37) % 120)
    await teller.end('SIGKILL')
  }
  app.at(instant)
  await sendDueIssues(app)
  await tellOfNews(app)
  const again = [await sendDueIssues(app), await tellOfNews(app)]

  expect(await counted()).toEqual({ mails: 2 * readers, issues: readers, news: readers })
  expect(again).toEqual([0, 0])
  expect((await issueById(app.db, editor, id, app.now())).queuedAt).not.toBeNull()
})

/** Emails so far, and readers who got an issue, and a post. */
async function counted(): Promise<{ mails: number; issues: number; news: number }> {
  const { rows } = await sql<{ mails: number; issues: number; news: number }>`select
    (select count(*)::int from outbox) as mails,
    (select count(distinct subscriber_id)::int from outbox where kind = 'issue') as issues,
    (select count(distinct subscriber_id)::int from outbox where kind = 'news') as news`.execute(app.db)
  return rows[0] ?? { mails: 0, issues: 0, news: 0 }
}
