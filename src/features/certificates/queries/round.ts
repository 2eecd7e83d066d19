import { sql } from 'kysely'
import type { Db, Tx } from '../../../db/index.ts'
import { dayIn } from '../../../platform/days.ts'
import type { Round } from '../../rounds/index.ts'
import { isLastDay } from '../certificate.ts'
import { type Candidate, candidates, ruleOf } from './own.ts'

/** Those who have earned the certificate of a round and have none yet. */
export async function waitingForName(db: Db | Tx, round: Round, now: Date): Promise<Candidate[]> {
  const rule = await ruleOf(db, round.id)
  if (!rule || !isLastDay(round, dayIn(now, round.zone))) return []
  const rows = await candidates(db)
    .where('participant.roundId', '=', round.id)
    .where(
      sql<boolean>`not exists (select from certificate where certificate.application_id = participant.application_id)`,
    )
    .orderBy('participant.name')
    .execute()
  return rows.filter(({ checkIns }) => checkIns >= rule.checkIns)
}

/** How many take part, and how many of them have answered at least so many check-ins, for each number of them. */
export async function reachedBy(db: Db, roundId: string): Promise<number[]> {
  const rows = await candidates(db).where('participant.roundId', '=', roundId).execute()
  const most = Math.max(0, ...rows.map(({ checkIns }) => checkIns))
  return Array.from(
    { length: most + 1 },
    (_, least) => rows.filter(({ checkIns }) => checkIns >= least).length,
  )
}
