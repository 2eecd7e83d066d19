import { sql } from 'kysely'
import type { Db } from '../../../db/index.ts'
import { keeper } from '../../../platform/kept.ts'
import { pairVersion } from '../../checkins/index.ts'
import { goals } from '../case.ts'

/** How soon things were done, as the events of cases tell. */
export type Goal = {
  /** How many were done, how many of them in time, and how long it took the middle one and the slowest, in hours. */
  done: number
  inTime: number
  median: number | null
  slowest: number | null
  /** How many are not done, and too late by now. */
  overdue: number
}

/** Whether a network keeps its two promises: those silent are noticed, and whoever waits is offered somebody new. */
export type Goals = {
  noticed: Goal
  offered: Goal
  /** How many wait for a new partner, and since when the first. */
  waiting: { count: number; since: Date | null }
}

/**
 * How soon silence had its case: from the question that got no answer, or from the day since which somebody has heard
 * nothing. What is told while a case is open was noticed before. And how soon whoever lost a partner was introduced to
 * another, from the end of the pairing; those who still wait for longer than was promised count as too late.
 *
 * @param roundIds of which rounds; in two queries, and in one as long as nothing has changed in any pair
 */
export async function goalsOf(db: Db, roundIds: readonly string[], now: Date): Promise<Goals> {
  const wanted = { key: roundIds.join(' '), version: await pairVersion(db) }
  const { noticed, offered, waits } = await kept(db, wanted, () => spansOf(db, roundIds))
  const since = waits.map((at) => new Date(at))
  const late = now.getTime() - goals.offerHours * 3_600_000
  return {
    noticed: { ...goalOf(noticed, goals.noticeDays * 24), overdue: 0 },
    offered: {
      ...goalOf(offered, goals.offerHours),
      overdue: since.filter((at) => at.getTime() < late).length,
    },
    waiting: { count: since.length, since: since[0] ?? null },
  }
}

function goalOf(hours: readonly number[], most: number): Omit<Goal, 'overdue'> {
  return {
    done: hours.length,
    inTime: hours.filter((one) => one <= most).length,
    median: hours[Math.floor((hours.length - 1) / 2)] ?? null,
    slowest: hours.at(-1) ?? null,
  }
}

/** Hours, the fewest first; and since when those wait who do, the longest first. */
type Spans = { noticed: number[]; offered: number[]; waits: string[] }

const kept = keeper<Spans>(8)

async function spansOf(db: Db, roundIds: readonly string[]): Promise<Spans> {
  const { rows } = await sql<Spans>`
    with event as materialized (
      select told.id, told.case_id, told.kind, told.what, told.person_id, told.since, told.at, pairing_case.closed_at,
        -- Between two closings a case is open: the first that tells of a silence is when it was noticed.
        count(*) filter (where told.kind = 'closed') over (partition by told.case_id order by told.id) as closings
      from case_event told
      join pairing_case on pairing_case.id = told.case_id
      join pairing on pairing.id = pairing_case.pairing_id
      where pairing.round_id = any(${roundIds}::uuid[])
        and (told.kind in ('found', 'closed') or told.kind = 'fact' and told.what in ('unanswered', 'unheard', 'parted'))),
    noticed as (
      select distinct on (case_id, closings) extract(epoch from at - since)::float / 3600 as hours
      from event where what in ('unanswered', 'unheard') order by case_id, closings, id),
    parted as (
      select event.since, event.closed_at, min(found.since) as found_at
      from event left join event found on found.case_id = event.case_id and found.kind = 'found'
        and found.person_id = event.person_id and found.since >= event.since
      where event.what = 'parted' group by event.id, event.since, event.closed_at)
    select
      (select coalesce(json_agg(hours order by hours), '[]') from noticed) as noticed,
      (select coalesce(json_agg(hours order by hours), '[]') from (
        select extract(epoch from found_at - since)::float / 3600 as hours from parted where found_at is not null) one
      ) as offered,
      (select coalesce(json_agg(since order by since), '[]') from parted
        where found_at is null and closed_at is null) as waits`.execute(db)
  return rows[0] ?? { noticed: [], offered: [], waits: [] }
}
