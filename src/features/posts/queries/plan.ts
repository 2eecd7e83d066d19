import { sql } from 'kysely'
import type { Db } from '../../../db/index.ts'
import { allow } from '../../../platform/refusals.ts'
import type { Actor } from '../../people/index.ts'
import { maySeePosts } from '../policy.ts'
import { type DeskPost, deskPosts, editors } from './desk.ts'

/** The posts of a round, public or not, those that were withdrawn left out, by fortnight and by the day they are due. */
export async function postsInPlan(db: Db, actor: Actor, roundId: string): Promise<DeskPost[]> {
  allow(maySeePosts(actor))
  const posts = await deskPosts(db)
    .where('post.roundId', '=', roundId)
    .where('post.withdrawnAt', 'is', null)
    .orderBy(sql`post.fortnight`, 'asc')
    .orderBy(sql`coalesce(post.part = 'lead', false)`, 'desc')
    .orderBy(sql`post.due_on`, 'asc')
    .orderBy('post.createdAt')
    .orderBy('post.id')
    .execute()
  return posts as DeskPost[]
}

/** A public post by what it was about, and when. */
export type Treated = {
  id: string
  slug: string
  title: string
  locale: string
  tags: string[]
  hashtag: string
  publishAt: Date
}

/** All that came out, by title and tags, the newest first. */
export const treatedPosts = (db: Db, now: Date): Promise<Treated[]> =>
  db
    .selectFrom('post')
    .select(['id', 'slug', 'title', 'locale', 'tags', 'hashtag'])
    .select((eb) => eb.ref('publishAt').$notNull().as('publishAt'))
    .where('publishAt', '<=', now)
    .where('withdrawnAt', 'is', null)
    .orderBy('publishAt', 'desc')
    .orderBy('id')
    .limit(5_000)
    .execute()

/** Where the voices of a round's posts come from: the country that stands under their posts, else country and sector of authors with an account, as they last applied. */
export const voicesOf = (
  db: Db,
  roundId: string,
): Promise<{ authorId: string; country: string | null; sector: string | null }[]> =>
  db
    .selectFrom('postAuthor')
    .innerJoin('post', 'post.id', 'postAuthor.postId')
    .innerJoin('author', 'author.id', 'postAuthor.authorId')
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('application')
          .select(['application.country', 'application.sector'])
          .whereRef('application.personId', '=', 'author.personId')
          .orderBy('application.submittedAt', 'desc')
          .limit(1)
          .as('last'),
      (join) => join.onTrue(),
    )
    .where('post.roundId', '=', roundId)
    .where('post.withdrawnAt', 'is', null)
    .distinctOn('postAuthor.authorId')
    .select(['postAuthor.authorId', 'last.sector'])
    .select((eb) => eb.fn.coalesce('author.country', 'last.country').as('country'))
    .orderBy('postAuthor.authorId')
    .execute()

/** A day by which a post is written, or the time at which it comes out. */
export type TeamDate = Pick<DeskPost, 'id' | 'title' | 'revision' | 'dueOn' | 'publishAt' | 'assignee'>

/** The days of all posts that are not public yet, for the calendar of whoever works on posts; none for others. */
export async function teamDates(db: Db, personId: string, now: Date): Promise<TeamDate[]> {
  if (!(await editors(db, now)).some(({ id }) => id === personId)) return []
  const posts = await deskPosts(db)
    .where((eb) => eb.or([eb('post.publishAt', 'is', null), eb('post.publishAt', '>', now)]))
    .where((eb) => eb.or([eb('post.dueOn', 'is not', null), eb('post.publishAt', 'is not', null)]))
    .orderBy('post.id')
    .execute()
  return posts
}
