import { sql } from 'kysely'
import type { Db } from '../../../db/index.ts'
import type { App } from '../../app.ts'
import { daysBefore } from '../../days.ts'
import { mailHold } from '../hold.ts'
import { NoMailbox, type OpenMailbox, withMailbox } from './mailbox.ts'
import { type InboundKind, receive } from './receive.ts'

/** What one reading of the mailbox found: messages that were new, by kind. */
export type Reading = {
  taken: Partial<Record<InboundKind, number>>
  /** Why it ended early; null when all was read, or as much as one reading takes. */
  fault: string | null
}

/** For as many days what came in is known to have come: older messages are left alone. */
const knownForDays = 30
/** Messages in one reading. */
const mostAtOnce = 500
const leaseSeconds = 180
const longestPause = 30 * 60_000
/** A message that cannot be taken in is left for a person after so many tries, which take some hours. */
const mostTries = 8

/**
 * Reads what is new in the mailbox that emails come back to, and takes it in like any other message. One worker reads at a
 * time; what is taken in twice is one. What answers nothing of ours stays there unread, for a person. After a failure it
 * waits a minute, twice that, and so on up to half an hour.
 *
 * @param options.atOnce whether it is tried although a failure was a moment ago
 * @returns null where there is nothing to read: no mailbox is set, emails are held, another worker reads, or it waits
 */
export async function readMailbox(app: App, { atOnce = false } = {}): Promise<Reading | null> {
  const { mailbox } = app.config.mail
  if (mailbox === null || (await mailHold(app.db))) return null
  const place = await take(app, mailbox.name, atOnce)
  if (!place) return null
  const taken: Reading['taken'] = {}
  try {
    await withMailbox(mailbox, (open) => readOn(app, { open, place, taken }))
    await ended(app, place, null)
    return { taken, fault: null }
  } catch (error) {
    if (!(error instanceof NoMailbox) && !(error instanceof NotTaken)) throw error
    const fault = error.message
    await ended(app, place, fault)
    app.log.warn({ mailbox: mailbox.name, fault, err: error.cause }, 'mailbox_not_read')
    return { taken, fault }
  }
}

/** How far a mailbox is read, as the worker knows it that has its lease. */
type Place = { name: string; fence: number; uidValidity: number | null; lastUid: number; stuckTries: number }

/** Where a mailbox stands; undefined before it was first read. */
export const mailboxState = (db: Db, name: string) =>
  db
    .selectFrom('inboundMailbox')
    .select(['readAt', 'failingSince', 'fault'])
    .where('mailbox', '=', name)
    .executeTakeFirst()

/** Told by the database's clock: workers on several machines then agree. */
const leased = sql<Date>`clock_timestamp() + ${leaseSeconds} * interval '1 second'`

async function take(app: App, name: string, atOnce: boolean): Promise<Place | undefined> {
  await app.db
    .insertInto('inboundMailbox')
    .values({ mailbox: name })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const row = await app.db
    .updateTable('inboundMailbox')
    .set((eb) => ({ leaseUntil: leased, fence: eb('fence', '+', 1) }))
    .where('mailbox', '=', name)
    .where(sql<boolean>`(lease_until is null or lease_until < clock_timestamp())`)
    .$if(!atOnce, (one) =>
      one.where((eb) => eb.or([eb('nextTryAt', 'is', null), eb('nextTryAt', '<=', app.now())])),
    )
    .returning(['fence', 'uidValidity', 'lastUid', 'stuckTries'])
    .executeTakeFirst()
  return row && { name, ...row }
}

type Round = { open: OpenMailbox; place: Place; taken: Reading['taken'] }

async function readOn(app: App, { open, place, taken }: Round): Promise<void> {
  const isSame = place.uidValidity === open.uidValidity
  const since = daysBefore(app.now(), knownForDays)
  const found = await open.after(isSame ? place.lastUid : 0, since)
  if (!isSame && !(await advance(app, place, { uidValidity: open.uidValidity, lastUid: 0 }))) return
  for (const uid of found.slice(0, mostAtOnce)) {
    const raw = await open.source(uid)
    const kind = raw && (await takeIn(app, place, { raw, uid }))
    if (kind) taken[kind] = (taken[kind] ?? 0) + 1
    if (!(await advance(app, place, { lastUid: uid, stuckTries: 0 }))) return
    if (kind && kind !== 'unknown') await open.markRead(uid)
  }
}

/** A message was fetched and could not be taken in. */
class NotTaken extends Error {}

/** @returns null where it is left for a person after many tries */
async function takeIn(
  app: App,
  place: Place,
  { raw, uid }: { raw: Buffer; uid: number },
): Promise<InboundKind | null> {
  try {
    return (await receive(app, raw)).kind
  } catch (error) {
    const stuckTries = place.stuckTries + 1
    await advance(app, place, { stuckTries })
    if (stuckTries < mostTries) throw new NotTaken(`message ${uid} could not be taken in`, { cause: error })
    app.log.error({ err: error, mailbox: place.name, uid }, 'message_left_in_mailbox')
    return null
  }
}

/** Writes down how far it is, and keeps the lease. @returns false when another worker has it by now */
async function advance(
  app: App,
  place: Place,
  to: Partial<Pick<Place, 'uidValidity' | 'lastUid' | 'stuckTries'>>,
): Promise<boolean> {
  Object.assign(place, to)
  const { numUpdatedRows } = await app.db
    .updateTable('inboundMailbox')
    .set({ ...to, leaseUntil: leased })
    .where('mailbox', '=', place.name)
    .where('fence', '=', place.fence)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

async function ended(app: App, place: Place, fault: string | null): Promise<void> {
  const now = app.now()
  await app.db
    .updateTable('inboundMailbox')
    .set((eb) =>
      fault === null
        ? { readAt: now, failingSince: null, fault: '', tries: 0, nextTryAt: null, leaseUntil: null }
        : {
            failingSince: eb.fn.coalesce('failingSince', eb.val(now)),
            fault: fault.slice(0, 300),
            tries: eb('tries', '+', 1),
            nextTryAt: pause(now),
            leaseUntil: null,
          },
    )
    .where('mailbox', '=', place.name)
    .where('fence', '=', place.fence)
    .execute()
}

/** A minute after the first failure, doubling. */
const pause = (now: Date) =>
  sql<Date>`${now}::timestamptz + least(60000 * 2 ^ least(tries, 10), ${longestPause}) * interval '1 millisecond'`
