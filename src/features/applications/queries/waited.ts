import { sql } from 'kysely'
import type { Db, Tx } from '../../../db/index.ts'

/**
 * The applications of a round whose people were told in an earlier one that they wait, and are first in line since: they
 * had no place after that, and are known by any address that they have applied with.
 *
 * @returns ids of applications
 */
export async function waitedBefore(db: Db | Tx, roundId: string): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`
    with this as (select id, starts_on from round where id = ${roundId}),
    waited as (
      select past.person_id, max(past_round.starts_on) as starts_on
      from application past join round past_round on past_round.id = past.round_id, this
      where past.waitlisted_at is not null and past.withdrawn_at is null and past.merged_into is null
        and past.person_id is not null and past_round.starts_on < this.starts_on
      group by past.person_id
    )
    select distinct application.id
    from this join application on application.round_id = this.id
    join person_address on broad_key = broad_key(lower(btrim(application.email)))
    join waited on waited.person_id = person_address.person_id
    where not exists (
      select from application later join round later_round on later_round.id = later.round_id
      where later.person_id = waited.person_id and later.accepted_at is not null
        and later_round.starts_on >= waited.starts_on and later_round.starts_on < this.starts_on
    )`.execute(db)
  return new Set(rows.map(({ id }) => id))
}
