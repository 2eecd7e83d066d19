import { sql } from 'kysely'
import type { Tx } from '../../../db/index.ts'
import type { App } from '../../../platform/app.ts'
import { formats } from '../../../platform/formats.ts'
import { hasBeenPublic, type Post } from '../post.ts'
import { slugHash } from '../queries/addresses.ts'
import { authorNamesColumn } from '../queries/signed.ts'
import { withdrawPost } from './public.ts'
import { lockPost } from './writing.ts'

// Parts of the actions of others, in their transaction, when somebody without an account goes for good.

/**
 * Takes the name of one author off a post, and off all its earlier texts. Other authors stay; a post that nobody signs any
 * more is the network's own. Whoever signs nothing else is no author any more.
 */
export async function unsignPost(app: App, tx: Tx, postId: string, name: string): Promise<void> {
  await lockPost(tx, postId)
  const gone = await tx
    .deleteFrom('postAuthor')
    .where('postId', '=', postId)
    .where('authorId', 'in', (eb) =>
      eb.selectFrom('author').where('name', '=', name).where('personId', 'is', null).select('id'),
    )
    .returning('authorId')
    .execute()
  await printRest(app, tx, postId)
  await unsignTexts(tx, postId, name)
  for (const { authorId } of gone) await dropIdleAuthor(tx, authorId)
}

async function printRest(app: App, tx: Tx, postId: string): Promise<void> {
  const { locale, authors } = await tx
    .selectFrom('post')
    .where('id', '=', postId)
    .select(['locale', authorNamesColumn])
    .executeTakeFirstOrThrow()
  await tx
    .updateTable('post')
    .set({ byline: formats(locale, 'UTC').list(authors), updatedAt: app.now() })
    .where('id', '=', postId)
    .execute()
}

/** What is printed of an earlier text is put together without it, whatever its language. */
const unsignTexts = (tx: Tx, postId: string, name: string) =>
  tx
    .updateTable('postRevision')
    .set({
      authors: sql`array_remove(authors, ${name})`,
      byline: sql`array_to_string(array_remove(authors, ${name}), ', ')`,
    })
    .where('postId', '=', postId)
    .where(sql<boolean>`${name} = any(authors)`)
    .execute()

const dropIdleAuthor = (tx: Tx, id: string) =>
  tx
    .deleteFrom('author')
    .where('id', '=', id)
    .where(sql<boolean>`not exists (select from post_author where post_author.author_id = author.id)
      and not exists (select from author other where other.merged_into = author.id)`)
    .execute()

/** What stands where a title was. */
const noTitle = '–'

/**
 * Lets go of all that a post says, and of what it said before. One that readers have is withdrawn: its address says that it is
 * gone, and is another from now on, since it was made of words of the title. One that is not out never comes out.
 */
export async function emptyPost(app: App, tx: Tx, postId: string): Promise<void> {
  const post = await lockPost(tx, postId)
  const isOut = post.publishAt !== null && post.publishAt <= app.now()
  if (isOut && post.withdrawnAt === null) await withdrawPost(app, tx, postId)
  if (hasBeenPublic(post, app.now())) await leaveAddresses(app, tx, post)
  const slug = sql<string>`'post-' || left(gen_random_uuid()::text, 8)`
  const empty = { title: noTitle, summary: '', body: '', questions: [], hashtag: '', tags: [], mediaId: null }
  await tx
    .updateTable('post')
    .set({ ...empty, slug, agreedRevision: 0, updatedAt: app.now(), ...(isOut ? {} : { publishAt: null }) })
    .where('id', '=', postId)
    .execute()
  await tx.updateTable('postRevision').set(empty).where('postId', '=', postId).execute()
  await tx.deleteFrom('postHeld').where('postId', '=', postId).execute()
  await tx.deleteFrom('postWriting').where('postId', '=', postId).execute()
  await tx.deleteFrom('postCorrection').where('postId', '=', postId).execute()
}

/** All addresses at which readers found it say from now on that it is gone. */
async function leaveAddresses(app: App, tx: Tx, { id, slug }: Post): Promise<void> {
  const former = await tx.deleteFrom('postAddress').where('postId', '=', id).returning('slug').execute()
  const slugs = [slug, ...former.map((one) => one.slug)]
  await tx
    .insertInto('postGone')
    .values(slugs.map((one) => ({ slugHash: slugHash(one), goneAt: app.now() })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
