import type { Naming } from '../../people/index.ts'
import { officeMailPath } from '../paths.ts'
import { words } from '../words.ts'

/** Campaigns by their ids, each by its kind and round. */
export const namedCampaigns: Naming = async (db, ids, { locale, campaign }) => {
  const rows = await db
    .selectFrom('mailCampaign')
    .leftJoin('round', 'round.id', 'mailCampaign.roundId')
    .where('mailCampaign.id', 'in', ids)
    .select(['mailCampaign.id', 'mailCampaign.kind', 'round.code'])
    .execute()
  const t = words(locale)
  return rows.map(({ id, kind, code }) => {
    const name = campaign(kind) ?? t('campaign.other')
    const label = code === null ? name : t('campaign.of', { name, code })
    return { id, label, href: `${officeMailPath}?campaign=${id}#mails` }
  })
}
