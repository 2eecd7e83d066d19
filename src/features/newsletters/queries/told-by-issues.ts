import type { Tx } from '../../../db/index.ts'
import { type Told, toldIn } from './told.ts'

/** The posts that some readers were told of by an issue, by the id of the subscriber. */
export async function toldByIssues(tx: Tx, subscriberIds: readonly string[]): Promise<Told> {
  const rows = await tx
    .selectFrom('issueRecipient')
    .innerJoin('issuePost', 'issuePost.issueId', 'issueRecipient.issueId')
    .select(['subscriberId', 'postId'])
    .where('subscriberId', 'in', subscriberIds)
    .where('issueRecipient.queuedAt', 'is not', null)
    .execute()
  return toldIn(rows)
}
