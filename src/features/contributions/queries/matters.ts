import { sql } from 'kysely'
import { type Db, hasIn } from '../../../db/index.ts'
import { daysBefore } from '../../../platform/days.ts'
import type { Actor, BesidePosts, OpenMatter, OpenMatters, Search } from '../../people/index.ts'
import { agreementDays, dueAt } from '../contribution.ts'
import { contributionPath, queuePath } from '../paths.ts'
import { mayEditContributions, mayWaiveAgreement } from '../policy.ts'
import { words } from '../words.ts'
import { ruleOf } from './rule.ts'

/** Contributions that wait for an editor, and those whose authors are silent about the edited text. */
export const contributionMatters: OpenMatters = async (db, actor, now) => {
  if (!mayEditContributions(actor)) return []
  return [...(await waitingMatter(db, actor, now)), ...(await silentMatters(db, actor, now))]
}

async function waitingMatter(db: Db, actor: Actor, now: Date): Promise<OpenMatter[]> {
  const t = words(actor.locale)
  const { count, since } = await db
    .selectFrom('contribution')
    .where('stage', '=', 'waiting')
    .select((eb) => [eb.fn.countAll<number>().as('count'), eb.fn.min('stageAt').as('since')])
    .executeTakeFirstOrThrow()
  if (count === 0 || since === null) return []
  const due = dueAt(since, await ruleOf(db))
  return [
    {
      text: t('matter.waiting', { count }),
      act: { href: queuePath, label: t('matter.waiting.act') },
      urgency: due <= now ? ('now' as const) : ('soon' as const),
      since,
      dueAt: due,
    },
  ]
}

/** A director decides about those whose author has not answered for three weeks. */
async function silentMatters(db: Db, actor: Actor, now: Date): Promise<OpenMatter[]> {
  if (!mayWaiveAgreement(actor)) return []
  const t = words(actor.locale)
  const since = daysBefore(now, agreementDays.waiver)
  const silent = await db
    .selectFrom('contribution')
    .where('stage', '=', 'accepted')
    .where('askedAt', '<=', since)
    .select(['id', 'title', 'name', 'askedAt'])
    .orderBy('askedAt')
    .execute()
  return silent.map(({ id, title, name, askedAt }) => ({
    text: t('matter.silent', { title, name }),
    act: { href: contributionPath(id), label: t('matter.silent.act') },
    urgency: 'soon' as const,
    ...(askedAt ? { since: askedAt } : {}),
  }))
}

/** The contribution that each of these posts was made of. */
export const madeOf: BesidePosts = async (db, actor, postIds) => {
  if (!mayEditContributions(actor) || postIds.length === 0) return new Map()
  const label = words(actor.locale)('one.open')
  const rows = await db
    .selectFrom('contribution')
    .where('postId', 'in', postIds)
    .select(['id', 'postId'])
    .execute()
  return new Map(rows.map(({ id, postId }) => [postId ?? '', { href: contributionPath(id), label }]))
}

/** Contributions by their title or who sent them; only editors find them. */
export const findContributions: Search = async (db, actor, { text, limit }) => {
  if (!mayEditContributions(actor)) return []
  const kind = words(actor.locale)('found.contribution')
  const rows = await db
    .selectFrom('contribution')
    .where(hasIn(sql`(name || ' ' || title)`, text))
    .select(['id', 'name', 'title'])
    .orderBy('sentAt', 'desc')
    .limit(limit)
    .execute()
  return rows.map(({ id, name, title }) => ({ kind, title, note: name, href: contributionPath(id) }))
}
