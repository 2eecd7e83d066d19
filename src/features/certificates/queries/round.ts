import { sql } from 'kysely'
import type { Db, Tx } from '../../../db/index.ts'
import { dayIn } from '../../../platform/days.ts'
import type { Round } from '../../rounds/index.ts'
import { conditionsOf, isEarned, isLastDay } from '../certificate.ts'
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
  return rows.filter((one) => isEarned(conditionsOf(rule, one, true)))
}

/** How many have answered so many check-ins at least, and how many of those the survey at the end as well. */
export type Reached = { least: number; people: number; answered: number }

/** The same for each number of check-ins, from none, of those who have had a partner. */
export async function reachedBy(db: Db, roundId: string): Promise<Reached[]> {
  const rows = await candidates(db).where('participant.roundId', '=', roundId).execute()
  const met = rows.filter(({ isIn }) => isIn)
  const most = Math.max(0, ...met.map(({ checkIns }) => checkIns))
  return Array.from({ length: most + 1 }, (_, least) => {
    const reached = met.filter(({ checkIns }) => checkIns >= least)
    return { least, people: reached.length, answered: reached.filter((one) => one.hasAnswered).length }
  })
}
