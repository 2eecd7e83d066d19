import type { OpenMatters } from '../../people/index.ts'
import { officeMailsOf } from '../paths.ts'
import { mayRunMail } from '../policy.ts'
import { words } from '../words.ts'

/** Mails that a person must look at: failed, or sent without an answer. */
export const mailMatters: OpenMatters = async (db, actor) => {
  if (!mayRunMail(actor)) return []
  const rows = await db
    .selectFrom('outbox')
    .where('state', 'in', ['failed', 'unknown'])
    .groupBy('state')
    .select((eb) => ['state', eb.fn.countAll<number>().as('count')])
    .orderBy('state')
    .execute()
  const t = words(actor.locale)
  return rows.map(({ state, count }) => {
    const key = state === 'failed' ? 'failed' : 'unknown'
    const act = { href: officeMailsOf({ state }), label: t(`matter.${key}.act`, { count }) }
    return { text: t(`matter.${key}`, { count }), act, urgency: 'now' }
  })
}
