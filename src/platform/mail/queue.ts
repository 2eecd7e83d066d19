import { randomUUID } from 'node:crypto'
import type { Db, Tx } from '../../db/index.ts'
import type { App } from '../app.ts'
import { causeNow } from '../cause.ts'
import { oneLine, subjectLine } from '../one-line.ts'
import { TooLarge } from '../refusals.ts'
import { contentsHash, keptUntil } from './keeping.ts'

/** A mail, rendered and finished, for one person. */
export type Email = {
  /** What kind of mail it is, for counting: `introduction`, `topic`, `sign-in`. */
  kind: string
  to: string
  toName?: string
  personId?: string | null
  /** Of one that goes to no person. */
  subscriberId?: string | null
  /** Mails that are stopped and resumed together. */
  campaignId?: string
  /** The mailing list its reader may leave: the mail then carries one-click unsubscribe, and needs the id of one. */
  list?: string
  /** Whether answers come to an address of ours by which they are known, where there is one; else to the network. */
  repliesComeHere?: boolean
  locale: string
  subject: string
  text: string
  html: string
  /** Not before this instant; at once by default. */
  dueAt?: Date
}

/** Rows in one statement: PostgreSQL takes 65,535 values, a row has 20. */
const batchSize = 500

/** In bytes, both parts together. On the wire letters outside of ASCII take more, and 90,000 are the most. */
const largestText = 85_000

/**
 * Queues a mail once for all time: a second call with the same key does nothing. In a transaction the mail and
 * its cause happen together, or neither.
 *
 * @returns 1 when it was new, 0 when it was queued before
 * @param key for example `introduction:<pairing>:<person>`
 */
export const sendOnce = (app: App, tx: Tx | Db, key: string, email: Email) =>
  sendAllOnce(app, tx, [{ key, email }])

/**
 * `sendOnce` for many.
 *
 * @returns how many were new
 * @throws TooLarge `mail-too-large` for text and HTML of more than 85 KB together, which mail programs cut off
 */
export async function sendAllOnce(
  app: App,
  tx: Tx | Db,
  mails: readonly { key: string; email: Email }[],
): Promise<number> {
  let queued = 0
  for (let from = 0; from < mails.length; from += batchSize) {
    const rows = mails.slice(from, from + batchSize).map(({ key, email }) => rowOf(app, key, email))
    const result = await tx
      .insertInto('outbox')
      .values(rows)
      .onConflict((conflict) => conflict.column('key').doNothing())
      .executeTakeFirst()
    queued += Number(result.numInsertedOrUpdatedRows ?? 0)
  }
  return queued
}

/** Takes back mails that have not begun to leave, by their keys. Those that have left, or are leaving, stay. */
export async function recallMails(tx: Tx, keys: readonly string[]): Promise<void> {
  if (keys.length === 0) return
  await tx
    .deleteFrom('outbox')
    .where('key', 'in', keys)
    .where('state', 'in', ['queued', 'deferred'])
    .execute()
}

/** Mails to a person that have not begun to leave go to the person's new address, and not to the one before. */
export async function readdressMails(
  tx: Tx,
  personId: string,
  { from, to }: { from: string; to: string },
): Promise<void> {
  await tx
    .updateTable('outbox')
    .set({ toAddress: to })
    .where('personId', '=', personId)
    .where('toAddress', '=', from)
    .where('state', 'in', ['queued', 'deferred'])
    .execute()
}

function rowOf(app: App, key: string, email: Email) {
  if (email.list && !email.personId && !email.subscriberId)
    throw new RangeError(`nobody could leave the list of ${key}`)
  if (Buffer.byteLength(email.text) + Buffer.byteLength(email.html) > largestText)
    throw new TooLarge('mail-too-large')
  const id = randomUUID()
  const now = app.now()
  const dueAt = email.dueAt ?? now
  const subject = subjectLine(email.subject)
  return {
    id,
    key,
    kind: email.kind,
    campaignId: email.campaignId ?? null,
    personId: email.personId ?? null,
    subscriberId: email.subscriberId ?? null,
    list: email.list ?? null,
    repliesComeHere: email.repliesComeHere ?? false,
    toAddress: email.to,
    toName: oneLine(email.toName ?? ''),
    locale: email.locale,
    subject,
    text: email.text,
    html: email.html,
    messageId: `<${id}@${new URL(app.origin).hostname}>`,
    dueAt,
    keptUntil: keptUntil(app, { ...email, dueAt }),
    contentsHash: contentsHash(app, { ...email, subject }),
    createdAt: now,
    trace: causeNow()?.trace ?? null,
  }
}
