import { createHmac } from 'node:crypto'
import { sql } from 'kysely'
import type { Db, Tx } from '../../db/index.ts'
import { daysAfter } from '../days.ts'
import type { Outside } from './outside.ts'

/**
 * For how many days from when it is due an email keeps what it says. Whatever kind it is of: one to a person alone may
 * hold a link that opens their account, or a note that was meant for nobody else, so it keeps nothing once it has ended.
 * What went out together is what the office wrote, and is looked up when someone asks what they were told. Where mail
 * goes to a page, the outbox is the mailbox.
 *
 * @source docs/decisions/0022-emails-are-emptied.md
 */
const keptDays = { alone: 0, together: 90, mailbox: 3650 }

/** For how many days one that nobody has sent yet stays due; after that it would come too late. */
const dueDays = { alone: 7, together: 90 }

/** For how many days the address of one that did not arrive is kept, so that someone can mend it. */
const addressDays = 30

type Addressed = { list?: string | null; campaignId?: string | null; dueAt: Date }

/** What an email says stays until then; null: it goes when the email ends. */
export function keptUntil({ config }: Outside, { list, campaignId, dueAt }: Addressed): Date | null {
  if (config.mail.transport === 'page') return daysAfter(dueAt, keptDays.mailbox)
  return list || campaignId ? daysAfter(dueAt, keptDays.together) : null
}

/** By this, and by nothing less, an email that someone shows is known to be the one that was sent. */
export const contentsHash = (app: Outside, said: { subject: string; text: string; html: string }): Buffer =>
  createHmac('sha256', app.config.secret)
    .update(`email ${JSON.stringify([said.subject, said.text, said.html])}`)
    .digest()

/**
 * Empties what has been kept for long enough: emails that ended and are past their time, what nobody sent while it was
 * due, and addresses of emails that did not arrive. An email that still has to go out keeps all it needs.
 */
export async function emptyOutbox({ db, now: clock }: Pick<Outside, 'db' | 'now'>): Promise<void> {
  const now = clock()
  await giveUp(db, now)
  await db
    .updateTable('outbox')
    .set({ keptUntil: null })
    .where('state', 'in', ended)
    .where('keptUntil', '<', now)
    .execute()
  // Any update of a row that is kept no longer empties it, also of one that ended before there was such a rule.
  await db
    .updateTable('outbox')
    .set({ text: '' })
    .where('state', 'in', ended)
    .where('keptUntil', 'is', null)
    .where('text', '<>', '')
    .execute()
  await db
    .updateTable('outbox')
    .set({ toAddress: '', toName: '', lastError: sql`regexp_replace(last_error, '\\S+@\\S+', '…', 'g')` })
    .where('state', 'in', ended)
    .where('text', '=', '')
    .where('toAddress', '<>', '')
    .where('dueAt', '<', daysAfter(now, -addressDays))
    .execute()
}

/**
 * Empties emails to others that say who somebody is; those that have not left do not leave any more.
 *
 * @param written whole names and addresses
 * @param keys beginnings of keys
 */
export async function emptyMailsNaming(
  tx: Tx,
  { written, keys }: { written: readonly string[]; keys: readonly string[] },
): Promise<void> {
  const named = sql<boolean>`(key like any(${keys.map((key) => `${key}%`)}::text[])
    or exists (select from unnest(${[...written]}::text[]) said
      where strpos(lower(subject || ' ' || text), lower(said)) > 0))`
  await tx.deleteFrom('outbox').where('state', 'in', ['queued', 'deferred']).where(named).execute()
  await tx
    .updateTable('outbox')
    .set({ subject: '', text: '', html: '', keptUntil: null })
    .where('state', 'in', ended)
    .where(named)
    .execute()
}

const ended = ['sent', 'failed', 'suppressed', 'unknown'] as const

/** What was held back for so long that it is of no use any more fails, and is reported as that. */
const giveUp = (db: Db, now: Date) =>
  db
    .updateTable('outbox')
    .set({ state: 'failed', lastError: 'held-too-long' })
    .where('state', 'in', ['queued', 'deferred'])
    .where('leaseUntil', 'is', null)
    .where((row) =>
      row.or([
        row('dueAt', '<', daysAfter(now, -dueDays.together)),
        row.and([
          row('dueAt', '<', daysAfter(now, -dueDays.alone)),
          row('list', 'is', null),
          row('campaignId', 'is', null),
        ]),
      ]),
    )
    .execute()
