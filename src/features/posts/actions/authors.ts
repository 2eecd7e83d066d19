import { sql } from 'kysely'
import type { Tx } from '../../../db/index.ts'
import type { App } from '../../../platform/app.ts'
import { knownAuthor, type Signed } from '../author.ts'

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
    .orderBy('createdAt')
    .orderBy('id')
    .execute()
  const missing = signed.filter((one) => !knownAuthor(known, one))
  const createdAt = app.now()
  const added =
    missing.length === 0
      ? []
      : await tx
          .insertInto('author')
          .values(missing.map(({ name, personId = null }) => ({ name, personId, createdAt })))
          .returning(['id', 'name', 'personId', sql<boolean>`false`.as('signsIt')])
          .execute()
  const all = [...known, ...added]
  return [...new Set(signed.flatMap((one) => knownAuthor(all, one)?.id ?? []))]
}
