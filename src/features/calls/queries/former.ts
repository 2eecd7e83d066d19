import { sql } from 'kysely'
import type { Db, Tx } from '../../../db/index.ts'

/** Somebody's partner of an earlier round, as they may be named to them. */
export type FormerPartner = { id: string; givenName: string; country: string | null; rounds: string[] }

/** Whom somebody was partners with in other rounds, from before this system too, by every address each is known by. */
export async function formerPartnersOf(
  db: Db | Tx,
  personId: string,
  roundId: string,
): Promise<FormerPartner[]> {
  const { rows } = await sql<FormerPartner>`
    with own as (select broad_key as key from person_address where person_id = ${personId}),
    met (partner_id, code) as (
      select case first_id when ${personId} then second_id else first_id end, round.code
      from former_partner join round on round.id = round_id
      where ${personId} in (first_id, second_id) and round_id <> ${roundId}
      union
      select person_id, round_code from former_pairing
      join person_address on broad_key = case when first_key in (select key from own) then second_key else first_key end
      where first_key in (select key from own) or second_key in (select key from own))
    select person.id, person.given_name as "givenName", array_agg(distinct met.code order by met.code) as rounds,
      (select country from application where application.person_id = person.id
        order by submitted_at desc limit 1) as country
    from met join person on person.id = met.partner_id
    where person.erased_at is null and person.id <> ${personId}
    group by person.id
    order by max(met.code) desc, person.given_name, person.id`.execute(db)
  return rows
}
