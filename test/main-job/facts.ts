import { sql } from 'kysely'
import type { Db } from '../../src/db/index.ts'

/** What must be true of a round after its release, counted in the database. */
export type Facts = {
  rowsOfTheFile: number
  rowsThatEndNowhere: number
  accepted: number
  inAPairing: number
  inTheReserve: number
  pairingsWithinACountry: number
  pairingsOfFormerPartners: number
  pairingsWithOneself: number
  peopleInTwoPairings: number
  introductions: number
  peopleWithTwoIntroductions: number
  mailsNotSent: number
}

const count = async (db: Db, query: ReturnType<typeof sql>): Promise<number> => {
  const { rows } = await sql<{ count: number }>`select count(*) as count from (${query}) as found`.execute(db)
  return rows[0]?.count ?? 0
}

const living = sql`
  select a.pairing_id, x.id as first_id, y.id as second_id, x.country as first_country, y.country as second_country,
    a.person_id as first_person, b.person_id as second_person, p.email_key as first_key, q.email_key as second_key
  from pairing_member a
  join pairing_member b on b.pairing_id = a.pairing_id and b.application_id > a.application_id
  join application x on x.id = a.application_id
  join application y on y.id = b.application_id
  join person p on p.id = a.person_id
  join person q on q.id = b.person_id
  where a.ended_at is null and b.ended_at is null`

/** Counts them for the one round of a database. In a trio its two ends count as a pair as well. */
export async function factsOf(db: Db): Promise<Facts> {
  return {
    rowsOfTheFile: await count(
      db,
      sql`select 1 from import_row r join import_file f on f.id = r.import_file_id and f.kind = 'applications'`,
    ),
    rowsThatEndNowhere: await count(
      db,
      sql`select 1 from import_row r join import_file f on f.id = r.import_file_id and f.kind = 'applications'
        left join application a on a.id = r.application_id
        where r.problem is null and a.id is null`,
    ),
    accepted: await count(db, sql`select 1 from application where accepted_at is not null`),
    inAPairing: await count(
      db,
      sql`select distinct application_id from pairing_member where ended_at is null`,
    ),
    inTheReserve: await count(
      db,
      sql`select 1 from application a where accepted_at is not null
        and not exists (select 1 from pairing_member m where m.application_id = a.id and m.ended_at is null)`,
    ),
    pairingsWithinACountry: await count(
      db,
      sql`select 1 from (${living}) as pairs where first_country = second_country`,
    ),
    pairingsOfFormerPartners: await count(
      db,
      sql`select 1 from (${living}) as pairs
        join person_address a on a.person_id = first_person
        join person_address b on b.person_id = second_person
        join former_pairing f on f.first_key = least(a.broad_key, b.broad_key)
          and f.second_key = greatest(a.broad_key, b.broad_key)`,
    ),
    pairingsWithOneself: await count(
      db,
      sql`select 1 from (${living}) as pairs where first_person = second_person or first_key = second_key`,
    ),
    peopleInTwoPairings: await count(
      db,
      sql`select person_id from pairing_member where ended_at is null group by person_id having count(*) > 1`,
    ),
    introductions: await count(db, sql`select 1 from outbox where kind = 'introduction'`),
    peopleWithTwoIntroductions: await count(
      db,
      sql`select person_id from outbox where kind = 'introduction' group by person_id having count(*) > 1`,
    ),
    mailsNotSent: await count(db, sql`select 1 from outbox where state <> 'sent'`),
  }
}
