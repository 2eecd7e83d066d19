import { sql } from 'kysely'
import type { Db } from '../../../db/index.ts'

/** Where a pair stands in its scenario, weakest first, and what is left to look at. */
export type Place = {
  /** From 1. */
  at: number
  total: number
  previous: string | null
  next: string | null
  /** Pairs that nobody has looked at. */
  left: number
  lookedAt: Date | null
  /** Null when nobody has, or when it was the terminal. */
  lookedBy: string | null
}

export async function placeOf(db: Db, scenarioId: string, pairId: string): Promise<Place> {
  const { rows } = await sql<Place>`
    select at, total, previous, next, "left", looked_at as "lookedAt", person.name as "lookedBy"
    from (
      select pair.id, look.looked_at, look.looked_by,
        row_number() over weakest as at, lag(pair.id) over weakest as previous, lead(pair.id) over weakest as next,
        count(*) over () as total, count(*) filter (where look.looked_at is null) over () as "left"
      from scenario_pair pair left join scenario_pair_look look on look.scenario_pair_id = pair.id
      where pair.scenario_id = ${scenarioId}
      window weakest as (order by pair.score, pair.id)) one
    left join person on person.id = one.looked_by
    where one.id = ${pairId}`.execute(db)
  const [place] = rows
  if (!place) throw new RangeError(`no pair ${pairId} in scenario ${scenarioId}`)
  return place
}

/** The weakest pair that nobody has looked at, and how many there are; null when all have been looked at. */
export async function unlookedIn(db: Db, scenarioId: string): Promise<{ id: string; left: number } | null> {
  const weakest = await db
    .selectFrom('scenarioPair as pair')
    .leftJoin('scenarioPairLook as look', 'look.scenarioPairId', 'pair.id')
    .where('pair.scenarioId', '=', scenarioId)
    .where('look.lookedAt', 'is', null)
    .select(['pair.id', sql<number>`count(*) over ()`.as('left')])
    .orderBy('pair.score')
    .orderBy('pair.id')
    .limit(1)
    .executeTakeFirst()
  return weakest ?? null
}
