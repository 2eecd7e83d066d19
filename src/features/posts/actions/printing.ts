import { sql } from 'kysely'
import type { Tx } from '../../../db/index.ts'
import type { App } from '../../../platform/app.ts'
import { formats } from '../../../platform/formats.ts'
import { note } from '../../../platform/journal.ts'
import { allow, Conflict, NotFound } from '../../../platform/refusals.ts'
import type { Actor } from '../../people/index.ts'
import { mayWorkOnPosts } from '../policy.ts'
import { authorNamesColumn } from '../queries/signed.ts'

/** What is printed of an author. */
export type Printed = {
  name: string
  familyName: string
  country: string | null
  about: string
  orcid: string | null
}

/**
 * Changes what is printed of an author; a corrected name is printed anew under all that they signed.
 *
 * @throws Forbidden unless an editor asks
 * @throws NotFound `no-such-author`
 */
export async function changeAuthor(app: App, actor: Actor, id: string, printed: Printed): Promise<void> {
  allow(mayWorkOnPosts(actor))
  await app.db.transaction().execute(async (tx) => {
    const before = await lockAuthor(tx, id)
    await tx.updateTable('author').set(printed).where('id', '=', id).execute()
    if (before.name !== printed.name) await printAnew(app, tx, id)
    if (before.orcid !== printed.orcid) await tellAnew(app, tx, id)
    await note(tx, app.now(), actor.id, 'author.changed', id)
  })
}

/**
 * Makes two authors one: what the first signed the second signs, and the first's address leads on.
 *
 * @throws Forbidden unless an editor asks
 * @throws NotFound `no-such-author`, also for one that was found to be another before
 * @throws Conflict `same-author`
 */
export async function mergeAuthors(app: App, actor: Actor, from: string, into: string): Promise<void> {
  allow(mayWorkOnPosts(actor))
  if (from === into) throw new Conflict('same-author')
  await app.db.transaction().execute(async (tx) => {
    // Lowest id first: two editors at once then wait instead of deadlocking.
    for (const id of [from, into].toSorted()) await lockAuthor(tx, id)
    const [one, other] = [await lockAuthor(tx, from), await lockAuthor(tx, into)]
    await tx
      .deleteFrom('postAuthor')
      .where('authorId', '=', from)
      .where('postId', 'in', (eb) =>
        eb.selectFrom('postAuthor').select('postId').where('authorId', '=', into),
      )
      .execute()
    await tx.updateTable('postAuthor').set({ authorId: into }).where('authorId', '=', from).execute()
    await tx
      .updateTable('author')
      .set({ mergedInto: into })
      .where((eb) => eb.or([eb('id', '=', from), eb('mergedInto', '=', from)]))
      .execute()
    const kept = { personId: other.personId ?? one.personId, orcid: other.orcid ?? one.orcid }
    await tx.updateTable('author').set(kept).where('id', '=', into).execute()
    await printAnew(app, tx, into)
    await tellAnew(app, tx, into)
    await note(tx, app.now(), actor.id, 'author.merged', into, { from })
  })
}

/** The row, locked until the transaction ends. */
async function lockAuthor(tx: Tx, id: string) {
  const author = await tx
    .selectFrom('author')
    .select(['name', 'personId', 'orcid'])
    .where('id', '=', id)
    .where('mergedInto', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  if (!author) throw new NotFound('no-such-author')
  return author
}

/** Under each post that somebody signs, the names of all who do are put together anew, in its language. */
async function printAnew(app: App, tx: Tx, authorId: string): Promise<void> {
  const posts = await tx
    .selectFrom('post')
    .where('id', 'in', (eb) => eb.selectFrom('postAuthor').select('postId').where('authorId', '=', authorId))
    .select(['id', 'locale', authorNamesColumn])
    .forUpdate()
    .execute()
  const ids = posts.map(({ id }) => id)
  const bylines = posts.map(({ locale, authors }) => formats(locale, 'UTC').list(authors))
  await sql`
    update post set byline = printed.byline, updated_at = ${app.now()}
    from (select unnest(${ids}::uuid[]) as id, unnest(${bylines}::text[]) as byline) as printed
    where post.id = printed.id and post.byline <> printed.byline`.execute(tx)
}

/** What somebody signs has changed for those who take records of it. */
const tellAnew = (app: App, tx: Tx, authorId: string) =>
  tx
    .updateTable('post')
    .set({ updatedAt: app.now() })
    .where('publishAt', '<=', app.now())
    .where('id', 'in', (eb) => eb.selectFrom('postAuthor').select('postId').where('authorId', '=', authorId))
    .execute()
