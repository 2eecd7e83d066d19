import { sql } from 'kysely'
import type { Db, Tx } from '../../../db/index.ts'

/**
 * The applications of a round whose people were told in an earlier one that they wait, and are first in line since: the cap
 * kept them out, or they had a place and no partner, from the first or after theirs was gone. Whoever had a partner after
 * that has waited long enough. They are known by any address that they have applied with, in whichever accounts it stands.
 *
 * @returns ids of applications
 */
export async function waitedBefore(db: Db | Tx, roundId: string): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`
    with known as (
      select application.id, person_address.person_id
      from application join person_address on broad_key = broad_key(lower(btrim(application.email)))
      where application.round_id = ${roundId}
    ),
    past as (
      select known.id, round.starts_on,
        accepted_at is not null and left_waiting.application_id is null as had_place,
        left_waiting.application_id is not null
          or waitlisted_at is not null and withdrawn_at is null and merged_into is null as waited
      from known join application on application.person_id = known.person_id
      join round on round.id = application.round_id
      left join left_waiting on left_waiting.application_id = application.id
      where round.starts_on < (select starts_on from round where id = ${roundId})
    )
    select id from past group by id
    having max(starts_on) filter (where waited) > coalesce(max(starts_on) filter (where had_place), '-infinity')
  `.execute(db)
  return new Set(rows.map(({ id }) => id))
}
