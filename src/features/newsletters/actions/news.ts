import { sql } from 'kysely'
import type { Tx } from '../../../db/index.ts'
import type { App } from '../../../platform/app.ts'
import { dayMs } from '../../../platform/days.ts'
import { type Email, joinCampaign, sendAllOnce } from '../../../platform/mail/index.ts'
import { type Network, networkIn } from '../../../platform/network/index.ts'
import { forReader } from '../emails/for-reader.ts'
import { newsEmail } from '../emails/news.ts'
import { dueReaders, type Instant, newestNumber, newsAfter, type Reader, type Told } from '../queries/news.ts'
import { toldByIssues } from '../queries/told-by-issues.ts'
import { toldByTopics } from '../queries/told-by-topics.ts'
import { graceMinutes, newsDays, periodOf, type Rhythm } from '../rhythm.ts'

/** So many are written to in one transaction: a worker that dies has lost no more. */
const batchSize = 200

/**
 * Gives each post that has come out its number, in the order in which they came out, once and for all. One at a time, so that
 * no number appears after a higher one has been told of.
 */
async function announcePosts(app: App): Promise<void> {
  const now = app.now().getTime()
  const [from, until] = [new Date(now - newsDays * dayMs), new Date(now - graceMinutes * 60_000)]
  const unseen = sql`from post where publish_at <= ${until} and publish_at > ${from} and withdrawn_at is null
    and (brought_at is null or publish_at > brought_at)
    and not exists (select from news_post where news_post.post_id = post.id)`
  const { rows } = await sql`select ${unseen} limit 1`.execute(app.db)
  if (rows.length === 0) return
  await app.db.transaction().execute(async (tx) => {
    await sql`lock table news_post in share row exclusive mode`.execute(tx)
    await sql`insert into news_post (post_id, announced_at)
      select id, ${app.now()} ${unseen} order by publish_at, id`.execute(tx)
  })
}

/**
 * Tells subscribers of what came out since they were told last: those who want each post at once, the others when their
 * fortnight or month has ended. Who is told and what they were told of is written in one transaction with the emails.
 *
 * @returns how many emails were queued
 */
export async function tellOfNews(app: App): Promise<number> {
  await announcePosts(app)
  let queued = 0
  for (;;) {
    const done = await app.db.transaction().execute((tx) => tellSome(app, tx))
    queued += done.queued
    if (done.looked < batchSize) return queued
  }
}

async function tellSome(app: App, tx: Tx): Promise<{ looked: number; queued: number }> {
  const now = app.now()
  const instant: Instant = {
    newest: await newestNumber(tx),
    fortnight: periodOf('fortnight', now),
    month: periodOf('month', now),
  }
  const readers = await dueReaders(tx, instant, batchSize)
  if (readers.length === 0) return { looked: 0, queued: 0 }
  const after = Math.min(...readers.map(({ toldNumber }) => toldNumber))
  const news = await newsAfter(tx, { after, upTo: instant.newest, now })
  const queued = news.length === 0 ? 0 : await write(app, tx, { readers, news, instant })
  await tx
    .updateTable('subscription')
    .set({
      toldNumber: instant.newest,
      toldPeriod: sql`case rhythm when 'fortnight' then ${instant.fortnight}::int
        when 'month' then ${instant.month}::int else told_period end`,
    })
    .where(
      'subscriberId',
      'in',
      readers.map(({ subscriberId }) => subscriberId),
    )
    .execute()
  return { looked: readers.length, queued }
}

type News = Told & { number: number }
type Batch = { readers: readonly Reader[]; news: readonly News[]; instant: Instant }

async function write(app: App, tx: Tx, { readers, news, instant }: Batch): Promise<number> {
  const network = await networkIn(app, tx)
  const campaigns = new Map<Rhythm, string>()
  const subscriberIds = readers.map(({ subscriberId }) => subscriberId)
  const inIssues = await toldByIssues(tx, subscriberIds)
  const byTopics = await toldByTopics(tx, { subscriberIds, postIds: news.map(({ id }) => id) })
  const drawn = new Map<string, Email>()
  const mails: { key: string; email: Email }[] = []
  for (const reader of readers) {
    const seen = inIssues.get(reader.subscriberId)
    // A digest is a summary: it leaves nothing out that its reader got as a participant.
    const asParticipant = reader.rhythm === 'each' ? byTopics.get(reader.subscriberId) : undefined
    const isNew = ({ id, number }: News) =>
      number > reader.toldNumber && !seen?.has(id) && !asParticipant?.has(id)
    const posts = news.filter(isNew)
    if (posts.length === 0) continue
    const campaignId =
      campaigns.get(reader.rhythm) ?? (await campaignOf(app, tx, reader.rhythm, instant.newest))
    campaigns.set(reader.rhythm, campaignId)
    const email = forReader(app, drawnOnce(drawn, app, { reader, posts, network }), reader)
    mails.push({
      key: `news:${reader.subscriberId}:${instant.newest}`,
      email: { ...email, campaignId },
    })
  }
  return sendAllOnce(app, tx, mails)
}

/** What is told in one rhythm up to one post belongs together, in however many batches. */
const campaignOf = (app: App, tx: Tx, rhythm: Rhythm, newest: number) =>
  joinCampaign(app, tx, { key: `news:${rhythm}:${newest}`, kind: 'news', createdBy: null })

/** One email says the same to all who read one language and are told of the same posts, but for their links. */
function drawnOnce(
  drawn: Map<string, Email>,
  app: App,
  { reader, posts, network }: { reader: Reader; posts: readonly News[]; network: Network },
): Email {
  const key = [reader.locale, reader.rhythm, ...posts.map(({ id }) => id)].join(' ')
  const known = drawn.get(key) ?? newsEmail(app, { to: reader, posts, network })
  drawn.set(key, known)
  return known
}
