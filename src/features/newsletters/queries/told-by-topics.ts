import type { Tx } from '../../../db/index.ts'
import { type Told, toldIn } from './told.ts'

/**
 * The posts that some readers were told of, or are about to be, by the email of a topic that they got as participants: by the
 * id of the subscriber.
 */
export async function toldByTopics(
  tx: Tx,
  { subscriberIds, postIds }: { subscriberIds: readonly string[]; postIds: readonly string[] },
): Promise<Told> {
  const rows = await tx
    .selectFrom('topic')
    .innerJoin('outbox', 'outbox.campaignId', 'topic.campaignId')
    .innerJoin('person', 'person.id', 'outbox.personId')
    .innerJoin('subscriber', 'subscriber.emailKey', 'person.emailKey')
    .where('topic.postId', 'in', postIds)
    .where('subscriber.id', 'in', subscriberIds)
    .where('outbox.state', 'in', ['queued', 'deferred', 'sending', 'sent'])
    .select(['subscriber.id as subscriberId', 'topic.postId'])
    .execute()
  return toldIn(rows)
}
