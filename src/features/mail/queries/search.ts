import { sql } from 'kysely'
import { hasIn } from '../../../db/index.ts'
import type { Search } from '../../people/index.ts'
import { officeMailFor } from '../paths.ts'
import { mayRunMail } from '../policy.ts'
import { words } from '../words.ts'

/** Mails by a part of whom they go to or of their subject, the newest first. */
export const findMails: Search = async (db, actor, { text, limit }) => {
  if (!mayRunMail(actor)) return []
  const mails = await db
    .selectFrom('outbox')
    .where(hasIn(sql`(to_name || ' ' || to_address || ' ' || subject)`, text))
    .select(['id', 'subject', 'toName', 'toAddress'])
    .orderBy('createdAt', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute()
  const t = words(actor.locale)
  return mails.map(({ id, subject, toName, toAddress }) => ({
    kind: t('found.mail'),
    title: subject || t('mail.emptied'),
    note: toName || toAddress,
    href: officeMailFor(id),
  }))
}
