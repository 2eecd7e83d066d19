import type { Db } from '../../../db/index.ts'
import { type CampaignProgress, campaignProgress } from '../../../platform/mail/index.ts'
import { farewellCampaign } from './leavers.ts'

/** How far the farewells of a round have got; null before the first. */
export async function campaignOf(db: Db, roundId: string): Promise<CampaignProgress | null> {
  const campaign = await db
    .selectFrom('mailCampaign')
    .where('key', '=', farewellCampaign(roundId))
    .select('id')
    .executeTakeFirst()
  return campaign ? campaignProgress(db, campaign.id) : null
}
