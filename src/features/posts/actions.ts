import type { Tx } from '../../db/index.ts'
import type { App } from '../../platform/app.ts'
import { NotFound } from '../../platform/refusals.ts'
import { freeSlug, hasBeenPublic, type Post, slugOf } from './post.ts'

// Parts of the actions of others (a topic, a contribution), in their transaction; they ask who may.

/** What a writer decides about a post. */
export type PostText = Pick<
  Post,
  'title' | 'summary' | 'body' | 'questions' | 'hashtag' | 'locale' | 'byline' | 'mediaId'
>

/** Where a post comes from. */
type Origin = Pick<Post, 'roundId' | 'number' | 'authorId'>

/**
 * Starts a draft.
 *
 * @param wished what its address should say
 */
export async function startPost(
  app: App,
  tx: Tx,
  text: PostText,
  origin: Origin & { wished: string },
): Promise<Pick<Post, 'id' | 'slug'>> {
  const { wished, ...from } = origin
  const slug = await slugFor(tx, wished)
  const now = app.now()
  return tx
    .insertInto('post')
    .values({ ...text, ...from, slug, createdAt: now, updatedAt: now })
    .returning(['id', 'slug'])
    .executeTakeFirstOrThrow()
}

/**
 * Changes a post. Its address follows `wished` until the post has been public, then it stays.
 *
 * @throws NotFound `no-such-post`
 */
export async function changePost(
  app: App,
  tx: Tx,
  id: string,
  text: PostText,
  wished: string,
): Promise<void> {
  const post = await lockPost(tx, id)
  const slug = hasBeenPublic(post, app.now()) ? post.slug : await slugFor(tx, wished, id)
  await tx
    .updateTable('post')
    .set((eb) => ({ ...text, slug, updatedAt: app.now(), revision: eb('revision', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

/** Sets the instant from which a post is public; null makes it a draft again. */
export async function setPublishAt(tx: Tx, id: string, publishAt: Date | null): Promise<void> {
  await tx.updateTable('post').set({ publishAt }).where('id', '=', id).execute()
}

/** Takes a public post back: its address is kept and says so, the feeds drop it. */
export const withdrawPost = (app: App, tx: Tx, id: string) => setWithdrawnAt(app, tx, id, app.now())

/** Makes a withdrawn post public again, with the day on which it first came out. */
export const restorePost = (app: App, tx: Tx, id: string) => setWithdrawnAt(app, tx, id, null)

async function setWithdrawnAt(app: App, tx: Tx, id: string, withdrawnAt: Date | null): Promise<void> {
  await tx.updateTable('post').set({ withdrawnAt, updatedAt: app.now() }).where('id', '=', id).execute()
}

/** The row, locked until the transaction ends. @throws NotFound `no-such-post` */
export async function lockPost(tx: Tx, id: string): Promise<Post> {
  const post = await tx.selectFrom('post').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  if (!post) throw new NotFound('no-such-post')
  return post
}

/** The first free address; two writers at once are told apart by the constraint. */
async function slugFor(tx: Tx, wished: string, except?: string): Promise<string> {
  const slug = slugOf(wished)
  let taken = tx.selectFrom('post').select('slug').where('slug', 'like', `${slug}%`)
  if (except !== undefined) taken = taken.where('id', '<>', except)
  return freeSlug(
    slug,
    (await taken.execute()).map((row) => row.slug),
  )
}
