import { sql } from 'kysely'
import { type Db, often } from '../../../db/index.ts'
import { NotFound } from '../../../platform/refusals.ts'

/** A reprint as readers are told of it. */
export type Appeared = { publication: string; language: string; on: string; url: string | null }

/** A post below which reprints are named, with those that have appeared, the first first. */
export type Reprinted = {
  slug: string
  locale: string
  zone: string
  licence: string | null
  appeared: Appeared[]
}

/** Under which licence the text of a post is: its own, else that of the network; null where nothing is said. */
export const licenceNow = sql<string | null>`coalesce(post.licence, (select network.licence from network))`

/** @throws NotFound `no-such-post` */
export async function reprintedPost(db: Db, postId: string): Promise<Reprinted> {
  const query = sql<Reprinted>`
    select post.slug, post.locale, coalesce(round.zone, 'UTC') as zone,
      ${licenceNow} as licence,
      (select coalesce(json_agg(json_build_object('publication', publication, 'language', language,
         'on', appeared_on, 'url', appeared_url) order by appeared_on, id), '[]')
       from reprint where reprint.post_id = post.id and appeared_on is not null) as appeared
    from post left join round on round.id = post.round_id where post.id = ${postId}`
  const [post] = await often(db, query.compile(db))
  if (!post) throw new NotFound('no-such-post')
  return post
}

/** A published post that somebody wants to reprint. */
export type AskedPost = { id: string; title: string; locale: string; slug: string; licence: string | null }

/** @throws NotFound `no-such-post`, also for one that is not public */
export async function postToReprint(db: Db, now: Date, slug: string): Promise<AskedPost> {
  const post = await db
    .selectFrom('post')
    .select(['post.id', 'post.title', 'post.locale', 'post.slug', licenceNow.as('licence')])
    .where('post.slug', '=', slug)
    .where('post.publishAt', '<=', now)
    .where('post.withdrawnAt', 'is', null)
    .executeTakeFirst()
  if (!post) throw new NotFound('no-such-post')
  return post
}
