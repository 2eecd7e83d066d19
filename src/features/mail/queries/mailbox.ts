import type { Db } from '../../../db/index.ts'
import { isUuid } from '../../../platform/ids.ts'
import { NotFound } from '../../../platform/refusals.ts'
import { addressedTo } from './addressed-to.ts'

export const mailboxPageSize = 50

/** What the demonstration's mailbox holds, newest first. `to` is a part of a name or address. */
export async function mailbox(db: Db, wish: { page: number; to: string }) {
  const found = db.selectFrom('outbox').where('state', '=', 'sent').where(addressedTo(wish.to))
  const [mails, { total }] = await Promise.all([
    found
      .select(['id', 'sentAt', 'toName', 'toAddress', 'subject', 'kind', 'locale'])
      .orderBy('sentAt', 'desc')
      .orderBy('id')
      .limit(mailboxPageSize)
      .offset((wish.page - 1) * mailboxPageSize)
      .execute(),
    found.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow(),
  ])
  return { mails, total }
}

export type MailboxMail = Awaited<ReturnType<typeof mailboxMail>>

/** @throws NotFound `no-such-mail` */
export async function mailboxMail(db: Db, id: string) {
  const mail = isUuid(id)
    ? await db
        .selectFrom('outbox')
        .selectAll()
        .where('state', '=', 'sent')
        .where('id', '=', id)
        .executeTakeFirst()
    : undefined
  if (!mail) throw new NotFound('no-such-mail')
  return mail
}
