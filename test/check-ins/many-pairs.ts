import { sql } from 'kysely'
import { connect } from '../../src/db/index.ts'
import type { App } from '../../src/platform/app.ts'
import { aRound } from '../builders.ts'

/** So many pairs of a round that began on 29 February 2016, in three languages and three zones; all written at once. */
export async function manyPairs(app: App, count: number): Promise<void> {
  const { id: roundId } = await aRound(app)
  // Ten thousand people are written on a busy machine as well.
  const db = connect(app.config.databaseUrl ?? '', { isAlone: true })
  const people = sql`generate_series(1, ${2 * count}::int) as n`
  const idOf = (kind: string, n = sql`n`) => sql`md5(${`${kind} `} || ${n})::uuid`
  const pair = sql`(n + 1) / 2`
  await sql`insert into person (id, name, given_name, family_name, email, email_key, locale, zone, created_at)
    select ${idOf('person')}, 'Person ' || n, 'Person', n::text, n || '@library.example', n || '@library.example',
      (array['en', 'es', 'ar'])[n % 3 + 1], 'UTC', ${app.now()} from ${people}`.execute(db)
  await sql`insert into application (id, round_id, person_id, submitted_at, email, given_name, family_name, country, country_written,
      zone, sector, stage, interests, languages, accepts_code, shares_email, accepted_at)
    select ${idOf('application')}, ${roundId}, ${idOf('person')}, ${app.now()}, n || '@library.example', 'Person', n::text,
      case n % 2 when 0 then 'BR' else 'SE' end, '', (array['UTC', 'Africa/Lagos', 'Europe/Berlin'])[n % 3 + 1], 'public',
      'early', '{}', '{en}', true, true, ${app.now()} from ${people}`.execute(db)
  await sql`insert into pairing (id, round_id, reasons, confirmed_at)
    select ${idOf('pairing')}, ${roundId}, '[]', ${app.now()}
    from generate_series(1, ${count}::int) as n`.execute(db)
  await sql`insert into pairing_member (pairing_id, round_id, application_id, person_id)
    select ${idOf('pairing', pair)}, ${roundId}, ${idOf('application')}, ${idOf('person')} from ${people}`.execute(
    db,
  )
  await sql`analyze`.execute(db)
  await db.destroy()
}
