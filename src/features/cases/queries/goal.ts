import { sql } from 'kysely'
import type { Db } from '../../../db/index.ts'
import { goals } from '../case.ts'

/** How soon things were done, as the events of cases tell. */
export type Goal = {
  /** How many were done, how many of them in time, and how long it took the middle one and the slowest, in hours. */
  done: number
  inTime: number
  median: number | null
  slowest: number | null
}

/** Whether a network keeps its two promises: those silent are noticed, and whoever waits is offered somebody new. */
export type Goals = {
  noticed: Goal
  offered: Goal
  /** How many wait for a new partner, and since when the first. */
  waiting: { count: number; since: Date | null }
}

/** @param roundIds of which rounds; in one query */
export async function goalsOf(db: Db, roundIds: readonly string[]): Promise<Goals> {
  const { rows } = await sql<Record<string, number | null> & { since: Date | null }>`
    with fact as (
      select event.case_id, event.what, event.person_id, event.since, event.at,
        (select min(found.since) from case_event found where found.case_id = event.case_id
          and found.kind = 'found' and found.person_id = event.person_id and found.since >= event.since) as found_at
      from case_event event
      join pairing_case on pairing_case.id = event.case_id
      join pairing on pairing.id = pairing_case.pairing_id
      where pairing.round_id = any(${roundIds}::uuid[]) and event.kind = 'fact'
        and event.what in ('unanswered', 'unheard', 'parted')),
    took as (
      select what = 'parted' as is_offer, extract(epoch from coalesce(found_at, at) - since) / 3600 as hours
      from fact where what <> 'parted' or found_at is not null),
    waits as (
      select fact.since from fact join pairing_case on pairing_case.id = fact.case_id
      where what = 'parted' and found_at is null and closed_at is null)
    select
      count(*) filter (where not is_offer)::int as noticed,
      count(*) filter (where not is_offer and hours <= ${goals.noticeDays * 24})::int as "noticedInTime",
      percentile_cont(0.5) within group (order by hours) filter (where not is_offer)::float as "noticedMedian",
      (max(hours) filter (where not is_offer))::float as "noticedSlowest",
      count(*) filter (where is_offer)::int as offered,
      count(*) filter (where is_offer and hours <= ${goals.offerHours})::int as "offeredInTime",
      percentile_cont(0.5) within group (order by hours) filter (where is_offer)::float as "offeredMedian",
      (max(hours) filter (where is_offer))::float as "offeredSlowest",
      (select count(*)::int from waits) as waiting, (select min(since) from waits) as since
    from took`.execute(db)
  const [row] = rows
  const goal = (name: string): Goal => ({
    done: Number(row?.[name] ?? 0),
    inTime: Number(row?.[`${name}InTime`] ?? 0),
    median: row?.[`${name}Median`] ?? null,
    slowest: row?.[`${name}Slowest`] ?? null,
  })
  return {
    noticed: goal('noticed'),
    offered: goal('offered'),
    waiting: { count: Number(row?.waiting ?? 0), since: row?.since ?? null },
  }
}
