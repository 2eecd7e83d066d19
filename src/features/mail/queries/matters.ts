import type { OpenMatters } from '../../people/index.ts'
import { officeMailsOf } from '../paths.ts'
import { mayRunMail } from '../policy.ts'
import { words } from '../words.ts'

/** Mails that a person must look at: failed, or sent without an answer. */
export const mailMatters: OpenMatters = async (db, actor) => {
  if (!mayRunMail(actor)) return []
  const { count } = await db
    .selectFrom('outbox')
    .where('state', 'in', ['failed', 'unknown'])
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  if (count === 0) return []
  const t = words(actor.locale)
  const act = { href: officeMailsOf({ state: 'failed' }), label: t('matter.undelivered.act') }
  return [{ text: t('matter.undelivered', { count }), act, urgency: 'now' }]
}
