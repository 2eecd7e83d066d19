import { sql } from 'kysely'
import type { RoundMatters } from '../../people/index.ts'
import { queuePath } from '../paths.ts'
import { mayHelpPairs, visibleTo } from '../policy.ts'
import { words } from '../words.ts'
import { awayUntil } from './volunteers.ts'

/** Cases that are due, that nobody looks after, and reports that wait to be read; in one query. */
export const caseMatters: RoundMatters = async (db, actor, now, code) => {
  if (!mayHelpPairs(actor)) return []
  const t = words(actor.locale)
  const isNobodys = sql<boolean>`(owner_id is null or ${awayUntil(sql`pairing_case.owner_id`, now)} is not null)`
  const isDue = sql<boolean>`due_at <= ${now}`
  const rows = await db
    .selectFrom('pairingCase')
    .innerJoin('pairing', 'pairing.id', 'pairingCase.pairingId')
    .innerJoin('round', 'round.id', 'pairing.roundId')
    .where('closedAt', 'is', null)
    .where(visibleTo(actor))
    .$if(code !== undefined, (ofOne) => ofOne.where('round.code', '=', code ?? ''))
    .groupBy('round.code')
    .select('round.code')
    .select([
      sql<number>`count(*) filter (where kind = 'conduct' and ${isNobodys})::int`.as('report'),
      sql<number>`count(*) filter (where owner_id = ${actor.id}::uuid and ${isDue})::int`.as('due'),
      sql<number>`count(*) filter (where kind <> 'conduct' and ${isNobodys})::int`.as('nobody'),
      sql<boolean>`coalesce(bool_or(kind <> 'conduct' and ${isNobodys} and ${isDue}), false)`.as('nobodyDue'),
      sql<Date | null>`min(opened_at) filter (where kind = 'conduct' and ${isNobodys})`.as('reportSince'),
      sql<Date | null>`min(due_at) filter (where owner_id = ${actor.id}::uuid and ${isDue})`.as('dueSince'),
      sql<Date | null>`min(opened_at) filter (where kind <> 'conduct' and ${isNobodys})`.as('nobodySince'),
    ])
    .orderBy('round.code')
    .execute()
  const views = { report: 'nobody', due: 'mine', nobody: 'nobody' } as const
  return rows.flatMap((row) => {
    const urgencies = { report: 'now', due: 'now', nobody: row.nobodyDue ? 'now' : 'soon' } as const
    return (['report', 'due', 'nobody'] as const).flatMap((name) => {
      if (row[name] === 0) return []
      const act = { href: queuePath(views[name], { round: row.code }), label: t(`matter.${name}.act`) }
      const since = row[`${name}Since`] ?? now
      const text = t(`matter.${name}`, { count: row[name] })
      return [{ round: { code: row.code }, text, act, urgency: urgencies[name], since }]
    })
  })
}
