import { sql } from 'kysely'
import { type Db, isAsOfOneTime, oftenAs, rowVersions, type Tx } from '../../../db/index.ts'
import { pagesOf, pageWith } from '../../../platform/paging.ts'
import { type Threaded, threaded } from '../comment.ts'

/** Comments on one page. */
const perPage = 25

/** A comment as everyone reads it. */
export type Shown = {
  id: string
  number: number
  name: string
  /** Who wrote it on another server, and the page of theirs there; null for what was written here. */
  handle: string | null
  profile: string | null
  text: string
  sentAt: Date
  changedAt: Date | null
  /** Its number in WordPress, from which it was brought, where links from elsewhere lead; null for all others. */
  formerly: string | null
  isEditor: boolean
  /** Whether the author of the post wrote it. */
  isAuthor: boolean
}

/** One in its place. @param answers what it answers, where that is not the one its thread hangs on */
export type Placed = { comment: Shown; depth: Threaded<unknown>['depth']; answers: Answered | null }
export type Answered = { number: number; name: string }

export type ShownPage = { shown: Placed[]; page: number; pages: number; count: number }

/** The post that is commented on, and the accounts of those who sign it. */
type Of = { id: string; authorIds: readonly string[] }

/** Where a comment stands: what it answers, and in which thread. */
type Place = { id: string; parentId: string | null; number: number }

const shownUnder = (db: Db | Tx, postId: string) =>
  db.selectFrom('comment').where('postId', '=', postId).where('state', '=', 'shown')

/**
 * The threads that are on one page, as a whole, after so many comments that stand before them, of how many in all. Each has a
 * comment at least: those of the threads after so many pages are not looked at, which of a long list spares nearly all.
 */
async function placesOn(db: Db | Tx, postId: string, asked: number) {
  const rows = await places(db, { postId, asked })
  return { all: rows, before: rows[0]?.before ?? 0, count: rows[0]?.count ?? 0 }
}

const places = oftenAs({ postId: 'post', asked: -1 }, (db, { postId, asked }) => {
  const page = sql`least(${asked}::int, (count + ${perPage - 1}::int) / ${perPage}::int)`
  return sql<Place & { before: number; count: number }>`
    with total as (select count(*)::int as count from comment where post_id = ${postId} and state = 'shown'),
    threads as (
      select thread, count(*)::int as own from comment where post_id = ${postId} and state = 'shown'
       group by thread order by thread limit (select ${page} * ${perPage}::int from total)),
    placed as (select thread, own, (sum(own) over (order by thread))::int as until from threads),
    meant as (
      select thread, until - own as before, count from placed, total
       where until > (${page} - 1) * ${perPage}::int and until - own < ${page} * ${perPage}::int)
    select comment.id, parent_id, number, before, count
      from meant join comment using (thread)
     where post_id = ${postId} and state = 'shown' order by thread, number`.compile(db)
})

/** One page of the comments that everyone reads, in their threads; two queries, however many there are. */
export async function shownComments(db: Db | Tx, post: Of, asked: number): Promise<ShownPage> {
  const { all, before, count } = await placesOn(db, post.id, asked)
  const pages = pagesOf(count, perPage)
  const page = Math.min(asked, pages)
  const first = (page - 1) * perPage - before
  const part = threaded(all).slice(first, first + perPage)
  const wanted = part.flatMap(({ comment, answers }) => [comment.id, ...(answers ? [answers.id] : [])])
  const texts = wanted.length === 0 ? new Map<string, Shown>() : await textsOf(db, post, wanted)
  const shown = part.flatMap(({ comment, depth, answers }): Placed[] => {
    const text = texts.get(comment.id)
    return text ? [{ comment: text, depth, answers: (answers && texts.get(answers.id)) ?? null }] : []
  })
  return { shown, page, pages, count }
}

async function textsOf(db: Db | Tx, { authorIds }: Of, ids: readonly string[]) {
  const rows = await texts(db, { ids })
  return new Map(
    rows.map(({ role, personId, number, ...row }): [string, Shown] => [
      row.id,
      {
        ...row,
        number,
        isEditor: role === 'editor',
        isAuthor: personId !== null && authorIds.includes(personId),
      },
    ]),
  )
}

const texts = oftenAs({ ids: [] as readonly string[] }, (db, { ids }) =>
  db
    .selectFrom('comment')
    .where('id', '=', sql<string>`any(${ids}::uuid[])`)
    .where('state', '=', 'shown')
    .select(['id', 'number', 'name', 'handle', 'profile', 'text', 'sentAt', 'changedAt', 'role', 'personId'])
    .select('formerly'),
)

/** On which page of its post a comment stands now; undefined for one that is not shown. */
export async function pageOfComment(
  db: Db | Tx,
  number: number,
): Promise<{ postId: string; page: number } | undefined> {
  const row = await db
    .selectFrom('comment')
    .where('number', '=', number)
    .where('state', '=', 'shown')
    .select(['id', 'postId', 'thread'])
    .executeTakeFirst()
  if (!row) return undefined
  const thread = row.thread ?? number
  const [{ before }, own] = await Promise.all([
    shownUnder(db, row.postId)
      .where('thread', '<', thread)
      .select((eb) => eb.fn.countAll<number>().as('before'))
      .executeTakeFirstOrThrow(),
    shownUnder(db, row.postId)
      .where('thread', '=', thread)
      .select(['id', 'parentId', 'number'])
      .orderBy('number')
      .execute(),
  ])
  const place = before + threaded(own).findIndex(({ comment }) => comment.id === row.id)
  return { postId: row.postId, page: pageWith(place, perPage) }
}

/** The id of a comment that everyone may read, by its number. */
export const shownId = async (db: Db | Tx, postId: string, number: number): Promise<string | undefined> =>
  (
    await db
      .selectFrom('comment')
      .where('number', '=', number)
      .where('postId', '=', postId)
      .where('state', '=', 'shown')
      .select('id')
      .executeTakeFirst()
  )?.id

/** One comment that everyone may read. */
export async function shownComment(db: Db | Tx, post: Of, number: number): Promise<Shown | undefined> {
  const id = await shownId(db, post.id, number)
  return id === undefined ? undefined : (await textsOf(db, post, [id])).get(id)
}

const changes = oftenAs({ postId: 'post' }, (db, { postId }) =>
  db
    .selectFrom('commentChange')
    .where('postId', '=', postId)
    .select(rowVersions('comment_change').as('version')),
)

/** Another value once what everyone sees below a post has changed. */
export async function commentVersion(db: Db, postId: string): Promise<string> {
  if (isAsOfOneTime(db)) return ''
  const [now] = await changes(db, { postId })
  return now?.version ?? ''
}

/** A comment in a feed, with the post it stands under. */
export type FeedComment = Omit<Shown, 'isEditor' | 'isAuthor' | 'formerly'> & {
  slug: string
  title: string
  locale: string
}

/** The newest that everyone may read, of one post or of all that are public. */
export async function newestComments(db: Db, now: Date, postId: string | null): Promise<FeedComment[]> {
  let found = db
    .selectFrom('comment')
    .innerJoin('post', 'post.id', 'comment.postId')
    .where('comment.state', '=', 'shown')
    .where('post.publishAt', '<=', now)
    .where('post.withdrawnAt', 'is', null)
    .select(['comment.id', 'comment.number', 'comment.name', 'comment.text', 'comment.sentAt'])
    .select(['comment.handle', 'comment.profile'])
    .select(['comment.changedAt', 'post.slug', 'post.title', 'post.locale'])
    .orderBy('comment.sentAt', 'desc')
    .orderBy('comment.number', 'desc')
    .limit(20)
  if (postId !== null) found = found.where('comment.postId', '=', postId)
  return found.execute()
}
