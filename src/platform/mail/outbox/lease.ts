import { type RawBuilder, type Selectable, sql } from 'kysely'
import { type Db, often, oftenAs, type Tables, type Tx } from '../../../db/index.ts'
import { isHeld } from '../hold.ts'
import type { Lane } from './lanes.ts'

const columns = [
  'outbox.id',
  'outbox.kind',
  'outbox.campaignId',
  'outbox.personId',
  'outbox.subscriberId',
  'outbox.list',
  'outbox.repliesComeHere',
  'outbox.toAddress',
  'outbox.toName',
  'outbox.locale',
  'outbox.subject',
  'outbox.text',
  'outbox.html',
  'outbox.messageId',
  'outbox.attempts',
  'outbox.dueAt',
  'outbox.firstTriedAt',
  'outbox.fence',
  'outbox.trace',
] as const

/** A mail that a worker has set aside for itself. */
export type Leased = Pick<
  Selectable<Tables['outbox']>,
  (typeof columns)[number] extends `outbox.${infer Name}` ? Name & keyof Tables['outbox'] : never
> & {
  /** A worker before had begun the hand-off and has not said how it ended. */
  wasInterrupted: boolean
}

const isOf: Record<Lane, RawBuilder<boolean>> = {
  'sign-in': sql`outbox.list is null and outbox.campaign_id is null and outbox.kind = 'sign-in'`,
  personal: sql`outbox.list is null and outbox.campaign_id is null and outbox.kind <> 'sign-in'`,
  campaign: sql`outbox.list is null and outbox.campaign_id is not null`,
  list: sql`outbox.list is not null`,
}

/** Leases are told by the database's clock: workers on several machines then agree. */
const inMilliseconds = (ms: number) => sql<Date>`clock_timestamp() + ${ms} * interval '1 millisecond'`

type Wish = {
  worker: string
  now: Date
  leaseMs: number
  atMost: number
}

/** To write with: see `oftenAs`. */
const anyWish: Wish = { worker: 'worker', now: new Date(0), leaseMs: -1, atMost: -2 }

const leasing = (lane: Lane, staysHere: boolean) =>
  oftenAs(anyWish, (db, wish) =>
    db
      .with('due', (cte) =>
        cte
          .selectFrom('outbox')
          .leftJoin('mailCampaign', 'mailCampaign.id', 'outbox.campaignId')
          .select(['outbox.id', 'outbox.state'])
          .where('outbox.state', 'in', ['queued', 'deferred', 'sending'])
          .where('outbox.dueAt', '<=', wish.now)
          .where(sql<boolean>`(outbox.lease_until is null or outbox.lease_until < clock_timestamp())`)
          .where('mailCampaign.stoppedAt', 'is', null)
          .where(({ not }) => not(isHeld(staysHere)))
          .where(isOf[lane])
          .orderBy('outbox.dueAt')
          .limit(wish.atMost)
          .forUpdate('outbox')
          .skipLocked(),
      )
      .updateTable('outbox')
      .from('due')
      .whereRef('outbox.id', '=', 'due.id')
      .set((eb) => ({
        leaseUntil: inMilliseconds(wish.leaseMs),
        fence: eb('outbox.fence', '+', 1),
        worker: wish.worker,
      }))
      .returning(columns)
      .returning((eb) => eb('due.state', '=', 'sending').as('wasInterrupted')),
  )

const leasingFrom = (staysHere: boolean) => ({
  'sign-in': leasing('sign-in', staysHere),
  personal: leasing('personal', staysHere),
  campaign: leasing('campaign', staysHere),
  list: leasing('list', staysHere),
})

/** Every lane is looked at three times a second, by day and by night. */
const toPage = leasingFrom(true)
const away = leasingFrom(false)

/**
 * Sets due mails of a lane aside for one worker, oldest first: those nobody has, and those whose worker has been silent
 * for longer than its lease. Two workers never get the same one.
 *
 * @param wish.now mails due by then
 */
export async function lease(
  db: Db,
  { lane, staysHere, ...wish }: Wish & { lane: Lane; staysHere: boolean },
): Promise<Leased[]> {
  const leased = await (staysHere ? toPage : away)[lane](db, wish)
  return leased
    .map((mail) => ({ ...mail, wasInterrupted: Boolean(mail.wasInterrupted) }))
    .sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime())
}

/** Says that the worker still lives: its mails stay set aside. */
export async function extend(db: Db, held: readonly Held[], leaseMs: number): Promise<void> {
  if (held.length === 0) return
  await db
    .updateTable('outbox')
    .set({ leaseUntil: inMilliseconds(leaseMs) })
    .where('leaseUntil', 'is not', null)
    .where((eb) => eb.or(held.map(({ id, fence }) => eb.and({ id, fence }))))
    .execute()
}

export type Held = Pick<Leased, 'id' | 'fence'>

/** Puts mails back that were set aside and not begun. */
export async function putBack(db: Db, held: readonly Held[]): Promise<void> {
  if (held.length === 0) return
  await db
    .updateTable('outbox')
    .set({ leaseUntil: sql`case when state = 'sending' then clock_timestamp() end` })
    .where('leaseUntil', 'is not', null)
    .where((eb) => eb.or(held.map(({ id, fence }) => eb.and({ id, fence }))))
    .execute()
}

/** Why a mail does not leave now; `go` when it does, `lost` when another worker has it by now. */
export type Verdict = 'go' | 'lost' | 'stopped' | 'address-suppressed' | 'person-gone' | 'left-list'

/**
 * The last look before a mail leaves, and the mark that it is leaving: one statement, so that a campaign stopped,
 * a list left or an address bounced before it is heeded, also in the middle of a batch.
 *
 * @param mail.mayDouble the hand-off was begun before, and the relay may have the mail already
 */
export async function begin(
  db: Db,
  { id, fence }: Held,
  mail: { addressHash: Buffer; now: Date; leaseMs: number; mayDouble: boolean; staysHere: boolean },
): Promise<Verdict> {
  const look = sql<{ verdict: Verdict }>`
    with looked as (
      select outbox.id, case
        when exists (select from mail_campaign c where c.id = outbox.campaign_id and c.stopped_at is not null) then 'stopped'
        when ${isHeld(mail.staysHere)} then 'stopped'
        when exists (select from suppression s where s.address_hash = ${mail.addressHash}) then 'address-suppressed'
        when outbox.list is not null and num_nonnulls(outbox.person_id, outbox.subscriber_id) = 0 then 'person-gone'
        when outbox.subscriber_id is not null and not exists (select from subscriber s
          where s.id = outbox.subscriber_id and s.left_at is null) then 'left-list'
        when exists (select from mail_stop m where m.person_id = outbox.person_id and m.list = outbox.list) then 'left-list'
        else 'go' end as verdict
      from outbox where outbox.id = ${id} and outbox.fence = ${fence} and outbox.lease_until is not null
    )
    update outbox set
      state = case looked.verdict when 'go' then 'sending' when 'stopped' then state else 'suppressed' end,
      lease_until = case
        when looked.verdict = 'go' then ${inMilliseconds(mail.leaseMs)}
        when looked.verdict = 'stopped' and state = 'sending' then clock_timestamp() end,
      attempts = attempts + (looked.verdict = 'go')::int,
      address_hash = case when looked.verdict = 'go' then ${mail.addressHash} else address_hash end,
      first_tried_at = case when looked.verdict = 'go' then coalesce(first_tried_at, ${mail.now}) else first_tried_at end,
      possibly_doubled = possibly_doubled or (looked.verdict = 'go' and ${mail.mayDouble}),
      last_error = case when looked.verdict in ('go', 'stopped') then last_error else looked.verdict end
    from looked where outbox.id = looked.id and outbox.fence = ${fence}
    returning looked.verdict`.compile(db)
  const [looked] = await often(db, look)
  return looked?.verdict ?? 'lost'
}

/** How a mail ended, or when it is tried again. */
export type Ending =
  | { state: 'sent'; sentAt: Date }
  | { state: 'deferred'; dueAt: Date; lastError: string; mayDouble?: boolean }
  | { state: 'failed' | 'unknown'; lastError: string }

/** Writes down how it ended, unless the worker has lost its lease meanwhile. @returns whether it was written. */
export async function settle(db: Db | Tx, { id, fence }: Held, ending: Ending): Promise<boolean> {
  const written = db
    .updateTable('outbox')
    .set({
      state: ending.state,
      leaseUntil: null,
      lastError: ending.state === 'sent' ? null : ending.lastError,
      ...(ending.state === 'sent' ? { sentAt: ending.sentAt } : {}),
      ...(ending.state === 'deferred' ? { dueAt: ending.dueAt } : {}),
      ...(ending.state === 'deferred' && ending.mayDouble ? { possiblyDoubled: true } : {}),
    })
    .where('id', '=', id)
    .where('fence', '=', fence)
    .where('state', '=', 'sending')
    .returning('id')
  return (await often(db, written)).length > 0
}
