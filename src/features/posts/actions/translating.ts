import { randomUUID } from 'node:crypto'
import type { Tx } from '../../../db/index.ts'
import type { App } from '../../../platform/app.ts'
import { note } from '../../../platform/journal.ts'
import { madeOnce } from '../../../platform/made-once.ts'
import { allow, Conflict } from '../../../platform/refusals.ts'
import type { Actor } from '../../people/index.ts'
import { mayWorkOnPosts } from '../policy.ts'
import type { Post } from '../post.ts'
import { authorNamesColumn } from '../queries/signed.ts'
import { lockPost, refuseSecond, startPost } from './writing.ts'

/**
 * Begins a translation of a post, which whoever begins it writes. It starts with the title of the original, its picture and
 * its authors, and has a way of its own from there.
 *
 * @param once the number of the form, which makes one of a translation that is begun twice
 * @returns its id
 * @throws Forbidden unless an editor asks
 * @throws NotFound `no-such-post`
 * @throws Conflict `translation-exists`
 */
export async function translatePost(
  app: App,
  actor: Actor,
  id: string,
  { locale, once }: { locale: string; once?: string | undefined },
): Promise<string> {
  allow(mayWorkOnPosts(actor))
  return app.db.transaction().execute(async (tx) => {
    const post = await lockPost(tx, id)
    return madeOnce(tx, app.now(), { once, of: [actor.id, id, locale] }, () =>
      begin(app, tx, actor, { post, locale }),
    )
  })
}

async function begin(
  app: App,
  tx: Tx,
  actor: Actor,
  { post, locale }: { post: Post; locale: string },
): Promise<string> {
  const { id } = post
  const translationGroup = post.translationGroup ?? randomUUID()
  if (post.translationGroup === null)
    await tx.updateTable('post').set({ translationGroup }).where('id', '=', id).execute()
  if (locale === post.locale) throw new Conflict('translation-exists')
  await refuseSecond(tx, { id, translationGroup }, locale)
  const { authors } = await tx
    .selectFrom('post')
    .select(authorNamesColumn)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const { title, hashtag, tags, mediaId, roundId, fortnight, part } = post
  const begun = await startPost(
    app,
    tx,
    {
      ...{ title, summary: '', body: '', questions: [], hashtag, tags, locale, mediaId },
      authors: authors.map((name) => ({ name })),
    },
    {
      ...{ roundId, fortnight, part, stage: 'assigned', assigneeId: actor.id, byId: actor.id },
      ...{ wished: `${title} ${locale}`, translationGroup },
    },
  )
  await note(tx, app.now(), actor.id, 'post.translated', begun.id, { from: id })
  return begun.id
}
