import { sql } from 'kysely'
import type { Db, Tx } from '../../../db/index.ts'
import { dayIn } from '../../../platform/days.ts'
import type { Round } from '../../rounds/index.ts'
import { surveysOf } from '../../surveys/index.ts'
import { type Condition, conditionsOf, isEarned, isLastDay, lacksSurveyAlone } from '../certificate.ts'
import { type Candidate, candidates, ruleOf } from './own.ts'

type Near = { candidate: Candidate; conditions: Condition[] }

/** Those who have no certificate of a round yet, whose last day has come, with what it asks for. */
async function withoutCertificate(db: Db | Tx, round: Round, now: Date): Promise<Near[]> {
  const rule = await ruleOf(db, round.id)
  if (!rule || !isLastDay(round, dayIn(now, round.zone))) return []
  const rows = await candidates(db)
    .where('participant.roundId', '=', round.id)
    .where(
      sql<boolean>`not exists (select from certificate where certificate.application_id = participant.application_id)`,
    )
    .orderBy('participant.name')
    .execute()
  return rows.map((candidate) => ({ candidate, conditions: conditionsOf(rule, candidate, true) }))
}

/** Those who have earned the certificate of a round and have none yet. */
export const waitingForName = async (db: Db | Tx, round: Round, now: Date): Promise<Candidate[]> =>
  (await withoutCertificate(db, round, now))
    .filter(({ conditions }) => isEarned(conditions))
    .map(({ candidate }) => candidate)

/**
 * By application, who can have the certificate of a round and has none yet: it is earned, or nothing is missing but the
 * survey at the end, which is open.
 */
export async function certificatesInReach(
  db: Db | Tx,
  round: Round,
  now: Date,
): Promise<Map<string, 'earned' | 'lacks-survey'>> {
  const near = await withoutCertificate(db, round, now)
  const surveys = near.length > 0 ? await surveysOf(db, round, now) : []
  const isOpen = surveys.some(({ sheet, state }) => sheet === 'end' && state === 'open')
  const reached = new Map<string, 'earned' | 'lacks-survey'>()
  for (const { candidate, conditions } of near)
    if (isEarned(conditions)) reached.set(candidate.applicationId, 'earned')
    else if (isOpen && lacksSurveyAlone(conditions)) reached.set(candidate.applicationId, 'lacks-survey')
  return reached
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
