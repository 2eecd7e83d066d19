import type { Db, Tx } from '../../../db/index.ts'
import { meantIds, type SignedPost, signedPosts } from '../../posts/index.ts'
import { type Channel, filterOf } from '../channel.ts'

/** So many are told of at a time. */
const atOnce = 20

/**
 * Posts that followers are to be told of: those that came out since the blog could be followed, none that was brought in
 * with an old day. In the order in which they came out.
 */
export async function untoldPosts(db: Db, now: Date, since: Date): Promise<SignedPost[]> {
  const rows = await db
    .selectFrom('post')
    .where('publishAt', '>', since)
    .where('publishAt', '<=', now)
    .where('withdrawnAt', 'is', null)
    .where((eb) => eb.or([eb('broughtAt', 'is', null), eb('publishAt', '>', eb.ref('broughtAt'))]))
    .where((eb) =>
      eb.not(eb.exists(eb.selectFrom('fediversePost').select('postId').whereRef('postId', '=', 'post.id'))),
    )
    .select('id')
    .orderBy('publishAt')
    .orderBy('id')
    .limit(atOnce)
    .execute()
  return inOrder(db, now, rows)
}

/** Posts that were told of and were changed since: whether what followers read is another is to be looked at. */
export async function changedPosts(db: Db, now: Date): Promise<SignedPost[]> {
  const rows = await told(db)
    .where('post.withdrawnAt', 'is', null)
    .where('post.publishAt', '<=', now)
    .whereRef('post.updatedAt', '>', 'fediversePost.changedAt')
    .select('post.id')
    .orderBy('post.updatedAt')
    .limit(atOnce)
    .execute()
  return inOrder(db, now, rows)
}

/** Posts that were told of and are public no more. */
export const gonePosts = (db: Db, now: Date): Promise<{ id: string }[]> =>
  told(db)
    .where((eb) =>
      eb.or([
        eb('post.withdrawnAt', 'is not', null),
        eb('post.publishAt', 'is', null),
        eb('post.publishAt', '>', now),
      ]),
    )
    .select('post.id')
    .limit(atOnce)
    .execute()

const told = (db: Db) =>
  db
    .selectFrom('post')
    .innerJoin('fediversePost', 'fediversePost.postId', 'post.id')
    .where('fediversePost.endedAt', 'is', null)

async function inOrder(db: Db, now: Date, rows: readonly { id: string }[]): Promise<SignedPost[]> {
  if (rows.length === 0) return []
  const ids = rows.map(({ id }) => id)
  const posts = await signedPosts(db, now, ids)
  return posts.toSorted((one, other) => ids.indexOf(one.id) - ids.indexOf(other.id))
}

/** The channels beside that of the blog to which a post belongs. */
export async function channelsOf(
  db: Db | Tx,
  postId: string,
  channels: readonly Channel[],
): Promise<Channel[]> {
  const others = channels.filter(({ kind, movedTo }) => kind !== 'blog' && movedTo === null)
  if (others.length === 0) return []
  const holds = await db
    .selectNoFrom((eb) =>
      others.map((channel, at) =>
        eb
          .exists(
            eb
              .selectFrom('post')
              .select('post.id')
              .where('post.id', '=', postId)
              .where('post.id', 'in', meantIds(filterOf(channel))),
          )
          .as(`channel${at}`),
      ),
    )
    .executeTakeFirstOrThrow()
  return others.filter((_, at) => Boolean((holds as Record<string, unknown>)[`channel${at}`]))
}

/** What was told of a post; undefined for one that followers were never told of. */
export const toldOf = (db: Db | Tx, postId: string) =>
  db
    .selectFrom('fediversePost')
    .where('postId', '=', postId)
    .select(['said', 'toldAt', 'endedAt'])
    .executeTakeFirst()

/** The posts that a channel told of last. */
export async function toldByChannel(
  db: Db,
  now: Date,
  channel: Channel,
): Promise<{ posts: SignedPost[]; count: number }> {
  const found = db
    .selectFrom('fediversePost')
    .innerJoin('post', 'post.id', 'fediversePost.postId')
    .where('endedAt', 'is', null)
    .where('post.id', 'in', meantIds(filterOf(channel)))
  const [{ count }, rows] = await Promise.all([
    found.select((eb) => eb.fn.countAll<number>().as('count')).executeTakeFirstOrThrow(),
    found.select('post.id').orderBy('toldAt', 'desc').orderBy('post.id').limit(atOnce).execute(),
  ])
  return { count, posts: await inOrder(db, now, rows) }
}
