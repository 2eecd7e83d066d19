import type { App } from '../../../platform/app.ts'
import { NotFound, TooMany } from '../../../platform/refusals.ts'
import { flagLimit } from '../limits.ts'
import { networkHash } from './judging.ts'

/**
 * Tells the editors that something is wrong with a comment that everyone can read. Said twice from one network it counts
 * once, with the words said last.
 *
 * @throws NotFound `no-such-comment`
 * @throws TooMany `too-many`
 */
export async function flagComment(
  app: App,
  commentId: string,
  { words, network }: { words: string; network: string },
): Promise<void> {
  await app.db.transaction().execute(async (tx) => {
    const comment = await tx
      .selectFrom('comment')
      .where('id', '=', commentId)
      .where('state', '=', 'shown')
      .select('id')
      .executeTakeFirst()
    if (!comment) throw new NotFound('no-such-comment')
    const hash = networkHash(app, network)
    const { count } = await tx
      .selectFrom('commentFlag')
      .where('networkHash', '=', hash)
      .where('flaggedAt', '>', new Date(app.now().getTime() - flagLimit.minutes * 60_000))
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow()
    if (count >= flagLimit.count) throw new TooMany('too-many', flagLimit.minutes * 60)
    const said = { words, flaggedAt: app.now(), settledAt: null, settledBy: null }
    await tx
      .insertInto('commentFlag')
      .values({ commentId, networkHash: hash, ...said })
      .onConflict((conflict) => conflict.columns(['commentId', 'networkHash']).doUpdateSet(said))
      .execute()
  })
}
