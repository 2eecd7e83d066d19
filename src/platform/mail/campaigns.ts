import { sql } from 'kysely'
import type { Db, Tx } from '../../db/index.ts'
import type { App } from '../app.ts'
import { Conflict, NotFound } from '../refusals.ts'

export type CampaignProgress = {
  id: string
  key: string
  kind: string
  roundId: string | null
  createdAt: Date
  stoppedAt: Date | null
  total: number
  sent: number
  /** Still to go out: queued, deferred, or on their way. */
  waiting: number
  failed: number
  suppressed: number
  unknown: number
  /** Of those above: sent again after an attempt without an answer. */
  possiblyDoubled: number
}

/**
 * Opens a set of mails that belong together.
 *
 * @param key what makes it happen once, for example `introductions:<round>`
 * @throws Conflict `campaign-exists`
 */
export async function openCampaign(
  app: App,
  tx: Tx,
  campaign: { key: string; kind: string; roundId?: string; createdBy: string | null },
): Promise<string> {
  const made = await tx
    .insertInto('mailCampaign')
    .values({ ...campaign, createdAt: app.now() })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!made) throw new Conflict('campaign-exists')
  return made.id
}

/** The campaign of a key, opened if it is not there: for emails that belong together and are queued by and by. */
export async function joinCampaign(
  app: App,
  tx: Tx,
  campaign: { key: string; kind: string; roundId?: string; createdBy: string | null },
): Promise<string> {
  await tx
    .insertInto('mailCampaign')
    .values({ ...campaign, createdAt: app.now() })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .execute()
  const { id } = await tx
    .selectFrom('mailCampaign')
    .where('key', '=', campaign.key)
    .select('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Holds back what has not gone out yet. Mails on their way are finished. @throws NotFound `no-such-campaign` */
export const stopCampaign = (tx: Tx, id: string, now: Date) => setStopped(tx, id, now)

/** Lets a stopped campaign go on. @throws NotFound `no-such-campaign` */
export const resumeCampaign = (tx: Tx, id: string) => setStopped(tx, id, null)

async function setStopped(tx: Tx, id: string, stoppedAt: Date | null): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable('mailCampaign')
    .set({ stoppedAt })
    .where('id', '=', id)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw new NotFound('no-such-campaign')
}

/** How far the mails of a campaign have got. @throws NotFound `no-such-campaign` */
export async function campaignProgress(db: Db | Tx, id: string): Promise<CampaignProgress> {
  const row = await progress(db).where('mailCampaign.id', '=', id).executeTakeFirst()
  if (!row) throw new NotFound('no-such-campaign')
  return row
}

/** How far the mails of some campaigns have got, by id of the campaign. */
export async function progressOfCampaigns(
  db: Db | Tx,
  ids: readonly string[],
): Promise<Map<string, CampaignProgress>> {
  if (ids.length === 0) return new Map()
  const rows = await progress(db).where('mailCampaign.id', 'in', ids).execute()
  return new Map(rows.map((row) => [row.id, row]))
}

/** How far the newest campaigns have got, newest first. */
export const newestCampaigns = (db: Db, atMost: number): Promise<CampaignProgress[]> =>
  progress(db)
    .where('mailCampaign.id', 'in', (eb) =>
      eb.selectFrom('mailCampaign').select('id').orderBy('createdAt', 'desc').orderBy('id').limit(atMost),
    )
    .orderBy('mailCampaign.createdAt', 'desc')
    .orderBy('mailCampaign.id')
    .execute()

function progress(db: Db | Tx) {
  const count = (...states: string[]) =>
    sql<number>`count(*) filter (where outbox.state in (${sql.join(states)}))`
  return db
    .selectFrom('mailCampaign')
    .leftJoin('outbox', 'outbox.campaignId', 'mailCampaign.id')
    .groupBy('mailCampaign.id')
    .select([
      'mailCampaign.id',
      'mailCampaign.key',
      'mailCampaign.kind',
      'mailCampaign.roundId',
      'mailCampaign.createdAt',
      'mailCampaign.stoppedAt',
    ])
    .select((eb) => [
      eb.fn.count<number>('outbox.id').as('total'),
      count('sent').as('sent'),
      count('queued', 'deferred', 'sending').as('waiting'),
      count('failed').as('failed'),
      count('suppressed').as('suppressed'),
      count('unknown').as('unknown'),
      sql<number>`count(*) filter (where outbox.possibly_doubled)`.as('possiblyDoubled'),
    ])
}
