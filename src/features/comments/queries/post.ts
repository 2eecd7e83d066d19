import { sql } from 'kysely'
import { type Db, oftenAs, type Tx } from '../../../db/index.ts'
import { NotFound } from '../../../platform/refusals.ts'
import { stateOf } from '../../posts/index.ts'
import { type Closing, type Rule, suppliedRule } from '../comment.ts'

/** A published post, as far as comments need to know it. */
export type CommentedPost = {
  id: string
  slug: string
  title: string
  locale: string
  publishAt: Date
  /** Accounts of those who sign it. */
  authorIds: string[]
  closing: Closing
  zone: string
}

const authorIds = sql<string[]>`array(
  select person_id from post_author join author on author.id = post_author.author_id
  where post_author.post_id = post.id and person_id is not null)`

const posts = (db: Db | Tx) =>
  db
    .selectFrom('post')
    .leftJoin('round', 'round.id', 'post.roundId')
    .leftJoin('commentClosing', 'commentClosing.postId', 'post.id')
    .select(['post.id', 'post.slug', 'post.title', 'post.locale', 'post.publishAt', 'post.withdrawnAt'])
    .select((eb) => [
      'commentClosing.state as closing',
      authorIds.as('authorIds'),
      eb.fn.coalesce('round.zone', eb.val('UTC')).as('zone'),
    ])

type Row = Awaited<ReturnType<ReturnType<typeof posts>['execute']>>[number]

/** @throws NotFound `no-such-post` for what is not public now */
function published(row: Row | undefined, now: Date): CommentedPost {
  if (!row?.publishAt || stateOf(row, now) !== 'published') throw new NotFound('no-such-post')
  const { withdrawnAt: _, closing, publishAt, ...post } = row
  return { ...post, publishAt, closing: closing === 'open' || closing === 'closed' ? closing : null }
}

/** @throws NotFound `no-such-post` */
export const commentedPost = async (db: Db | Tx, now: Date, slug: string): Promise<CommentedPost> =>
  published((await bySlug(db, { slug }))[0], now)

const bySlug = oftenAs({ slug: 'post' }, (db, { slug }) => posts(db).where('post.slug', '=', slug))

/** @throws NotFound `no-such-post` */
export const commentedPostById = async (db: Db | Tx, now: Date, id: string): Promise<CommentedPost> =>
  published((await byId(db, { id }))[0], now)

const byId = oftenAs({ id: 'post' }, (db, { id }) => posts(db).where('post.id', '=', id))

/** How the network takes comments. */
export async function ruleOf(db: Db | Tx): Promise<Rule> {
  const row = await db.selectFrom('commentRule').select(['waits', 'closesAfterDays']).executeTakeFirst()
  return row
    ? { waits: row.waits === 'all' ? 'all' : 'first', closesAfterDays: row.closesAfterDays }
    : suppliedRule
}
