import { sql } from 'kysely'
import type { Tx } from '../../../db/index.ts'
import type { App } from '../../../platform/app.ts'
import { note } from '../../../platform/journal.ts'
import { type Email, sendAllOnce } from '../../../platform/mail/index.ts'
import { networkIn } from '../../../platform/network/index.ts'
import { forReader } from '../emails/for-reader.ts'
import { issueEmail } from '../emails/issue.ts'
import type { Issue, IssueText } from '../issue.ts'
import { lockIssue, postsOf, textsOf } from '../queries/issues.ts'

/** So many are written to in one transaction: a worker that dies has lost no more. */
const batchSize = 200

/** Sends the issues whose time has come, but for those that were stopped. @returns how many emails were queued */
export async function sendDueIssues(app: App): Promise<number> {
  const due = await app.db
    .selectFrom('issue')
    .innerJoin('mailCampaign', 'mailCampaign.id', 'issue.campaignId')
    .select('issue.id')
    .where('sendAt', '<=', app.now())
    .where('queuedAt', 'is', null)
    .where('stoppedAt', 'is', null)
    .orderBy('sendAt')
    .execute()
  let queued = 0
  for (const { id } of due) queued += await sendIssue(app, id)
  return queued
}

async function sendIssue(app: App, id: string): Promise<number> {
  await app.db.transaction().execute((tx) => begin(app, tx, id))
  let queued = 0
  for (;;) {
    const done = await app.db.transaction().execute((tx) => sendSome(app, tx, id))
    queued += done.queued
    if (done.isOver) return queued
  }
}

/** Gives it its number, and with it its page. One issue at a time. */
async function begin(app: App, tx: Tx, id: string): Promise<void> {
  await sql`lock table issue in share row exclusive mode`.execute(tx)
  const { begunAt, decidedAt } = await lockIssue(tx, id)
  if (begunAt !== null || decidedAt === null) return
  await tx
    .updateTable('issue')
    .set({ begunAt: app.now(), number: sql`(select coalesce(max(number), 0) + 1 from issue)` })
    .where('id', '=', id)
    .execute()
}

/** Some of its emails; what they say is drawn once for each language, of posts that are public now. */
async function sendSome(app: App, tx: Tx, id: string): Promise<{ queued: number; isOver: boolean }> {
  const readers = await waitingReaders(tx, id)
  if (readers.length === 0) return { queued: 0, isOver: await end(app, tx, id) }
  const issue = await issueNow(tx, id)
  const posts = (await postsOf(tx, id, app.now())).filter(({ isPublic }) => isPublic)
  const network = await networkIn(app, tx)
  const drawn = new Map<string, Email>()
  const mails = readers.flatMap((reader) => {
    const text = issue.texts.find(({ locale }) => locale === reader.locale)
    if (!reader.isThere || !text || (posts.length === 0 && text.welcome === '')) return []
    const email = drawn.get(text.locale) ?? issueEmail(app, { issue, text, posts, network })
    drawn.set(text.locale, email)
    const own = { ...forReader(app, email, reader), campaignId: issue.campaignId ?? '' }
    return [{ key: `issue:${id}:${reader.subscriberId}`, email: own }]
  })
  const queued = await sendAllOnce(app, tx, mails)
  await tx
    .updateTable('issueRecipient')
    .set({ queuedAt: app.now() })
    .where('issueId', '=', id)
    .where(
      'subscriberId',
      'in',
      readers.map(({ subscriberId }) => subscriberId),
    )
    .execute()
  return { queued, isOver: false }
}

async function issueNow(tx: Tx, id: string): Promise<Issue & { texts: IssueText[] }> {
  return { ...(await lockIssue(tx, id)), texts: await textsOf(tx, id) }
}

/** Some of those it was decided to go to, and whether they still want it; none once it was stopped. */
const waitingReaders = (tx: Tx, id: string) =>
  tx
    .selectFrom('issueRecipient')
    .innerJoin('issue', 'issue.id', 'issueRecipient.issueId')
    .innerJoin('mailCampaign', 'mailCampaign.id', 'issue.campaignId')
    .innerJoin('subscriber', 'subscriber.id', 'issueRecipient.subscriberId')
    .leftJoin('subscription', 'subscription.subscriberId', 'subscriber.id')
    .select(['issueRecipient.subscriberId', 'issueRecipient.locale', 'email'])
    .select(sql<boolean>`left_at is null and paused_at is null`.as('isThere'))
    .where('issueRecipient.issueId', '=', id)
    .where('issueRecipient.queuedAt', 'is', null)
    .where('mailCampaign.stoppedAt', 'is', null)
    .orderBy('issueRecipient.subscriberId')
    .limit(batchSize)
    .forUpdate('issueRecipient')
    .skipLocked()
    .execute()

/** All of them are in the outbox, unless it was stopped, or another worker has some. */
async function end(app: App, tx: Tx, id: string): Promise<true> {
  const { numUpdatedRows } = await tx
    .updateTable('issue')
    .set({ queuedAt: app.now() })
    .where('id', '=', id)
    .where('queuedAt', 'is', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('issueRecipient')
            .select('issueId')
            .where('issueId', '=', id)
            .where('queuedAt', 'is', null),
        ),
      ),
    )
    .executeTakeFirst()
  if (numUpdatedRows > 0n) await note(tx, app.now(), null, 'issue.sent', id)
  return true
}
