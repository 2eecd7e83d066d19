import { sql } from 'kysely'
import type { Db, Tx } from '../../../db/index.ts'
import { isUuid } from '../../../platform/ids.ts'
import { allow, NotFound } from '../../../platform/refusals.ts'
import type { Actor, Naming, Showing } from '../../people/index.ts'
import type { Audience, Issue, IssueText } from '../issue.ts'
import { issuePagePath, issuePath } from '../paths.ts'
import { mayWorkOnIssues } from '../policy.ts'
import { words } from '../words.ts'
import { type Told, told } from './news.ts'

const columns = [
  ...(['issue.id', 'issue.number', 'issue.createdAt', 'issue.revision', 'issue.decidedAt'] as const),
  ...(['issue.sendAt', 'issue.begunAt', 'issue.queuedAt', 'issue.campaignId'] as const),
  'issue.recipientCount',
] as const

const issues = (db: Db | Tx) =>
  db.selectFrom('issue').select(columns).select(sql<Audience>`audience`.as('audience'))

/** An issue with all that it says. */
export type FullIssue = Issue & { texts: IssueText[]; posts: IssuePost[] }

/** A post of an issue, and whether it is public by then. */
export type IssuePost = Told & { isPublic: boolean }

/**
 * An issue as it stands, for an editor.
 *
 * @param at when its posts are to be public; a withdrawn one is not among them
 * @throws NotFound `no-such-issue`
 */
export async function issueById(db: Db | Tx, actor: Actor, id: string, at: Date): Promise<FullIssue> {
  allow(mayWorkOnIssues(actor))
  const issue = isUuid(id) ? await issues(db).where('id', '=', id).executeTakeFirst() : undefined
  if (!issue) throw new NotFound('no-such-issue')
  const [texts, posts] = await Promise.all([textsOf(db, id), postsOf(db, id, at)])
  return { ...issue, texts, posts }
}

/** An issue, locked until the transaction ends. @throws NotFound `no-such-issue` */
export async function lockIssue(tx: Tx, id: string): Promise<Issue> {
  const issue = isUuid(id) ? await issues(tx).where('id', '=', id).forUpdate().executeTakeFirst() : undefined
  if (!issue) throw new NotFound('no-such-issue')
  return issue
}

/** What an issue says, in the order of its languages. */
export const textsOf = (db: Db | Tx, issueId: string): Promise<IssueText[]> =>
  db
    .selectFrom('issueText')
    .select(['locale', 'place', 'subject', 'preview', 'welcome'])
    .where('issueId', '=', issueId)
    .orderBy('place')
    .execute()

/** The posts of an issue in order, those that were withdrawn left out. */
export async function postsOf(db: Db | Tx, issueId: string, at: Date): Promise<IssuePost[]> {
  const posts = await told(db)
    .innerJoin('issuePost', 'issuePost.postId', 'post.id')
    .where('issuePost.issueId', '=', issueId)
    .orderBy('issuePost.place')
    .execute()
  return posts.map((post) => ({ ...post, isPublic: post.publishAt <= at }))
}

/** The order of an issue's posts, those that were withdrawn too. */
export async function placesOf(tx: Tx, issueId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('issuePost')
    .select('postId')
    .where('issueId', '=', issueId)
    .orderBy('place')
    .execute()
  return rows.map(({ postId }) => postId)
}

/** How many posts are offered for an issue. */
const mostOffered = 30

/** Posts that may go into an issue: the newest that are public or have a time to come out, and are not in it. */
export const offeredPosts = (db: Db, issueId: string): Promise<Told[]> =>
  told(db)
    .where('post.publishAt', 'is not', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('issuePost')
            .select('postId')
            .whereRef('issuePost.postId', '=', 'post.id')
            .where('issueId', '=', issueId),
        ),
      ),
    )
    .orderBy('post.publishAt', 'desc')
    .orderBy('post.id')
    .limit(mostOffered)
    .execute()

export type ListedIssue = Issue & { subject: string | null; locales: string[]; isStopped: boolean }

/** All issues, what is in preparation first, then the newest. */
export async function listedIssues(db: Db, actor: Actor): Promise<ListedIssue[]> {
  allow(mayWorkOnIssues(actor))
  return issues(db)
    .leftJoin('mailCampaign', 'mailCampaign.id', 'issue.campaignId')
    .select(subjectOf.as('subject'))
    .select(
      sql<string[]>`array(select locale from issue_text where issue_id = issue.id order by place)`.as(
        'locales',
      ),
    )
    .select(sql<boolean>`mail_campaign.stopped_at is not null`.as('isStopped'))
    .orderBy(sql`issue.begun_at is null`, 'desc')
    .orderBy(sql`coalesce(issue.begun_at, issue.created_at)`, 'desc')
    .execute()
}

/** What it is called where it is listed: its subject in its first language. */
const subjectOf = sql<
  string | null
>`(select subject from issue_text where issue_id = issue.id order by place limit 1)`

/** The issues that the journal speaks of. */
export const namedIssues: Naming = async (db, ids, { actor, locale }) => {
  const rows = await db
    .selectFrom('issue')
    .select(['id', subjectOf.as('subject')])
    .where('id', 'in', ids)
    .execute()
  const unnamed = words(locale)('issue.unnamed')
  const pageOf = (id: string) => (mayWorkOnIssues(actor) ? issuePath(id) : null)
  return rows.map(({ id, subject }) => ({ id, label: subject ?? unnamed, href: pageOf(id) }))
}

/** The issues with a post that a picture leads: their emails and pages show it. The newest first. */
export const issuesShowing: Showing = async (db, ids) => {
  const shown = await db
    .selectFrom('issue')
    .innerJoin('issueText', 'issueText.issueId', 'issue.id')
    .select(['issue.id', 'issue.number', 'issueText.subject'])
    .where('issueText.place', '=', 1)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('issuePost')
          .innerJoin('post', 'post.id', 'issuePost.postId')
          .select('post.id')
          .whereRef('issuePost.issueId', '=', 'issue.id')
          .where('post.mediaId', 'in', [...ids]),
      ),
    )
    .orderBy('issue.createdAt', 'desc')
    .execute()
  return shown.map(({ id, number, subject }) => ({
    label: subject,
    href: number === null ? issuePath(id) : issuePagePath(number),
  }))
}
