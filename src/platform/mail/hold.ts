import { sql } from 'kysely'
import type { Db, Tx } from '../../db/index.ts'

/** Why no email leaves. A copy for testing never sends any. */
export type HoldReason = 'restored' | 'scrubbed'

/**
 * Holds all emails back. Links to sign in by that are asked for from now on leave: without them nobody of the office
 * could look. From a scrubbed copy they only leave to the page that shows emails.
 */
export async function holdMail(tx: Tx, now: Date, reason: HoldReason): Promise<void> {
  await tx
    .insertInto('mailHold')
    .values({ heldAt: now, reason })
    .onConflict((held) => held.doNothing())
    .execute()
}

/** Since when all emails wait, and why; undefined while they go out. */
export const mailHold = (db: Db | Tx) =>
  db.selectFrom('mailHold').select(['heldAt', 'reason']).executeTakeFirst()

/** Lets emails go again. */
export async function endHold(tx: Tx): Promise<void> {
  await tx.deleteFrom('mailHold').execute()
}

/**
 * Whether an email is held back with all others. For queries that read `outbox`.
 *
 * @param staysHere whether emails only leave to the page that shows them
 */
export const isHeld = (staysHere = false) => sql<boolean>`exists (
  select from mail_hold where outbox.kind <> 'sign-in' or outbox.created_at < held_at
    or (reason = 'scrubbed' and not ${staysHere}))`
