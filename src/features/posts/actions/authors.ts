import { sql } from 'kysely'
import type { Tx } from '../../../db/index.ts'
import type { App } from '../../../platform/app.ts'
import { knownAuthor, type Signed } from '../author.ts'
import { freeSlug, slugOf } from '../post.ts'

/** Sets who signs a post, in this order. A name that nobody has signed with yet becomes an author. */
export async function setAuthors(app: App, tx: Tx, postId: string, signed: readonly Signed[]): Promise<void> {
  const authorIds = await authorIdsOf(app, tx, postId, signed)
  const before = await tx
    .selectFrom('postAuthor')
    .select('authorId')
    .where('postId', '=', postId)
    .orderBy('place')
    .execute()
  if (before.map(({ authorId }) => authorId).join() === authorIds.join()) return
  await tx.deleteFrom('postAuthor').where('postId', '=', postId).execute()
  if (authorIds.length === 0) return
  await tx
    .insertInto('postAuthor')
    .values(authorIds.map((authorId, index) => ({ postId, place: index + 1, authorId })))
    .execute()
}

async function authorIdsOf(app: App, tx: Tx, postId: string, signed: readonly Signed[]): Promise<string[]> {
  if (signed.length === 0) return []
  const names = signed.map(({ name }) => name)
  const known = await tx
    .selectFrom('author')
    .select(['id', 'name', 'personId'])
    .select(
      sql<boolean>`exists (select from post_author where author_id = author.id and post_id = ${postId})`.as(
        'signsIt',
      ),
    )
    .where('name', 'in', names)
    .where('mergedInto', 'is', null)
    .orderBy('createdAt')
    .orderBy('id')
    .execute()
  const added = await addAuthors(
    app,
    tx,
    signed.filter((one) => !knownAuthor(known, one)),
  )
  const all = [...known, ...added]
  return [...new Set(signed.flatMap((one) => knownAuthor(all, one)?.id ?? []))]
}

/** One after the other, so that each finds an address that the one before has not taken. */
async function addAuthors(app: App, tx: Tx, missing: readonly Signed[]) {
  const added: { id: string; name: string; personId: string | null; signsIt: boolean }[] = []
  for (const { name, personId = null, country = null, about = '' } of missing) {
    const author = await tx
      .insertInto('author')
      .values({ name, personId, country, about, slug: await freeAuthorSlug(tx, name), createdAt: app.now() })
      .returning(['id', 'name', 'personId'])
      .executeTakeFirstOrThrow()
    added.push({ ...author, signsIt: false })
  }
  return added
}

/** The first free address of an author; two at once are told apart by the constraint. */
async function freeAuthorSlug(tx: Tx, name: string): Promise<string> {
  const slug = slugOf(name, 'author')
  const taken = await tx.selectFrom('author').select('slug').where('slug', 'like', `${slug}%`).execute()
  return freeSlug(
    slug,
    taken.map((row) => row.slug),
  )
}
