import type { Db } from '../../../db/index.ts'
import type { Actor, OpenMatter, OpenMatters } from '../../people/index.ts'
import { inboundPath, officeMailsOf } from '../paths.ts'
import { mayRunMail } from '../policy.ts'
import { words } from '../words.ts'
import { inboundCounts } from './inbound.ts'

/** Mails that a person must look at: failed, or sent without an answer. */
export const mailMatters: OpenMatters = async (db, actor, now) => {
  if (!mayRunMail(actor)) return []
  const rows = await db
    .selectFrom('outbox')
    .where('state', 'in', ['failed', 'unknown'])
    .groupBy('state')
    .select((eb) => ['state', eb.fn.countAll<number>().as('count')])
    .orderBy('state')
    .execute()
  const t = words(actor.locale)
  const sent = rows.map(({ state, count }): OpenMatter => {
    const key = state === 'failed' ? 'failed' : 'unknown'
    const act = { href: officeMailsOf({ state }), label: t(`matter.${key}.act`, { count }) }
    return { text: t(`matter.${key}`, { count }), act, urgency: 'now' }
  })
  return [...sent, ...(await cameBack(db, actor, now))]
}

/** Letters that wait to be read, and that others refuse what we send, which someone with the keys of the server must know. */
async function cameBack(db: Db, actor: Actor, now: Date): Promise<OpenMatter[]> {
  const t = words(actor.locale)
  const counts = await inboundCounts(db, now)
  const shown = (['letters', 'refused', 'mailbox'] as const).filter(
    (key) => counts[key] > 0 && (key === 'letters' || actor.roles.has('director')),
  )
  return shown.map((key) => {
    if (key === 'mailbox') {
      const act = { href: inboundPath, label: t('matter.mailbox.act') }
      return { text: t('matter.mailbox'), act, urgency: 'now' }
    }
    const count = counts[key]
    const href = key === 'letters' ? inboundPath : `${inboundPath}#returns`
    const act = { href, label: t(`matter.${key}.act`, { count }) }
    return { text: t(`matter.${key}`, { count }), act, urgency: 'now' }
  })
}
