import { sql } from 'kysely'
import type { Db } from '../../../db/index.ts'
import { daysBefore } from '../../../platform/days.ts'
import {
  type CampaignProgress,
  isHeld,
  type MailState,
  mailHold,
  mailStates,
  newestCampaigns,
} from '../../../platform/mail/index.ts'

export type MailStatus = {
  /** How many mails are in each state. */
  states: Record<MailState, number>
  /** The same for each kind there is. */
  kinds: Record<string, Record<MailState, number>>
  /** Of those due in the last thirty days: what someone may still have to look at. */
  lately: { failed: number; unknown: number }
  /** Sent again, with the same Message-ID, after an attempt without an answer. */
  possiblyDoubled: number
  /** Due for longest, of those that nobody holds back. */
  oldestDue: Date | null
  /** Addresses that are not written to any more. */
  suppressedAddresses: number
  /** Since when all of it waits, and why; null while it goes out. */
  hold: { heldAt: Date; reason: string } | null
  /** Newest first. */
  campaigns: CampaignProgress[]
}

const zero = (): Record<MailState, number> =>
  Object.fromEntries(mailStates.map((state) => [state, 0])) as Record<MailState, number>

/** Where all mail stands. */
export async function mailStatus(db: Db, now: Date): Promise<MailStatus> {
  const [counted, { oldestDue }, { count: suppressedAddresses }, campaigns, hold] = await Promise.all([
    db
      .selectFrom('outbox')
      .groupBy(['kind', 'state'])
      .select(['kind', 'state'])
      .select((eb) => [
        eb.fn.countAll<number>().as('count'),
        sql<number>`count(*) filter (where possibly_doubled)`.as('doubled'),
        sql<number>`count(*) filter (where due_at > ${daysBefore(now, 30)})`.as('lately'),
      ])
      .orderBy('kind')
      .execute(),
    oldestDueMail(db, now),
    db
      .selectFrom('suppression')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow(),
    newestCampaigns(db, 50),
    mailHold(db),
  ])
  const status: MailStatus = {
    states: zero(),
    kinds: {},
    lately: { failed: 0, unknown: 0 },
    possiblyDoubled: 0,
    oldestDue,
    suppressedAddresses,
    hold: hold ?? null,
    campaigns,
  }
  for (const { kind, state, count, doubled, lately } of counted) {
    const ofKind = status.kinds[kind] ?? zero()
    status.kinds[kind] = ofKind
    ofKind[state as MailState] += count
    status.states[state as MailState] += count
    status.possiblyDoubled += doubled
    if (state === 'failed' || state === 'unknown') status.lately[state] += lately
  }
  return status
}

const oldestDueMail = (db: Db, now: Date) =>
  db
    .selectFrom('outbox')
    .leftJoin('mailCampaign', 'mailCampaign.id', 'outbox.campaignId')
    .where('outbox.state', 'in', ['queued', 'deferred', 'sending'])
    .where('outbox.dueAt', '<=', now)
    .where('mailCampaign.stoppedAt', 'is', null)
    .where(({ not }) => not(isHeld()))
    .select((eb) => eb.fn.min<Date | null>('outbox.dueAt').as('oldestDue'))
    .executeTakeFirstOrThrow()
