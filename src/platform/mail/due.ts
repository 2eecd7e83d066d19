import type { Db } from '../../db/index.ts'
import { isHeld } from './hold.ts'

/** Since when the oldest email that is free to go has been due; null when none waits. Held and stopped ones do not count. */
export async function oldestDue(db: Db): Promise<Date | null> {
  const oldest = await db
    .selectFrom('outbox')
    .leftJoin('mailCampaign', 'mailCampaign.id', 'outbox.campaignId')
    .select('outbox.dueAt')
    .where('state', 'in', ['queued', 'deferred', 'sending'])
    .where('mailCampaign.stoppedAt', 'is', null)
    .where(({ not }) => not(isHeld()))
    .orderBy('outbox.dueAt')
    .limit(1)
    .executeTakeFirst()
  return oldest?.dueAt ?? null
}
