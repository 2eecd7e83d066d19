import type { Tx } from '../../../db/index.ts'

/** The posts that some readers were told of by an issue, by the id of the subscriber. */
export async function toldByIssues(
  tx: Tx,
  subscriberIds: readonly string[],
): Promise<Map<string, Set<string>>> {
  const rows = await tx
    .selectFrom('issueRecipient')
    .innerJoin('issuePost', 'issuePost.issueId', 'issueRecipient.issueId')
    .select(['subscriberId', 'postId'])
    .where('subscriberId', 'in', subscriberIds)
    .where('issueRecipient.queuedAt', 'is not', null)
    .execute()
  const told = new Map<string, Set<string>>()
  for (const { subscriberId, postId } of rows)
    told.set(subscriberId, (told.get(subscriberId) ?? new Set()).add(postId))
  return told
}
