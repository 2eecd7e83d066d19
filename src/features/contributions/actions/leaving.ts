import { sql } from 'kysely'
import type { Tx } from '../../../db/index.ts'
import type { App, LeavingAddress } from '../../../platform/app.ts'
import { dropPicture, forgetCredit } from '../../media/index.ts'
import { emptyPost, unsignPost } from '../../posts/index.ts'
import { standingOf } from '../contribution.ts'
import { type Contribution, contributionsOf } from '../queries/contributions.ts'
import { words } from '../words.ts'
import { tellEditors } from './telling.ts'

/**
 * What becomes of posts when the author of a contribution goes for good. One that readers have stays without the name, or is
 * withdrawn with all it says; one that is not out never comes out, and the editors are told. The contribution itself goes with
 * its row.
 */
export const leaveBlog: LeavingAddress = async (app, tx, key, keeps) => {
  for (const contribution of await contributionsOf(tx, key)) {
    const { post } = contribution
    if (post === null) continue
    const isOut = standingOf(contribution, post, app.now()) === 'out' || post.withdrawnAt !== null
    if (!isOut) await tellEditors(app, tx, null, { told: 'withdrawn', contribution })
    await forgetIn(app, tx, { contribution, postId: post.id }, isOut && keeps === 'texts')
  }
}

async function forgetIn(
  app: App,
  tx: Tx,
  { contribution, postId }: { contribution: Contribution; postId: string },
  keepsText: boolean,
): Promise<void> {
  const { name, pictureAuthor, language } = contribution
  const { mediaId } = await tx
    .selectFrom('post')
    .where('id', '=', postId)
    .select('mediaId')
    .executeTakeFirstOrThrow()
  await unsignPost(app, tx, postId, name)
  if (!keepsText) await emptyPost(app, tx, postId)
  if (mediaId === null) return
  const instead = words(language)('gone.name')
  for (const gone of new Set([name, pictureAuthor].filter((one) => one !== '')))
    await forgetCredit(tx, mediaId, { name: gone, instead })
  if (!keepsText && !(await isShown(tx, mediaId))) await dropPicture(tx, mediaId)
}

/** Whether another post shows a picture, on top or in its text, or did. */
async function isShown(tx: Tx, mediaId: string): Promise<boolean> {
  const { rows } = await sql`
    select from post where media_id = ${mediaId} or strpos(body, ${mediaId}) > 0
    union all
    select from post_revision where media_id = ${mediaId} or strpos(body, ${mediaId}) > 0 limit 1`.execute(tx)
  return rows.length > 0
}
