import { sql } from 'kysely'
import type { TestApp } from '../harness.ts'

/** So many readers of the newsletter in three languages, who get each post from now on; all written at once. */
export async function manyReaders(app: TestApp, count: number): Promise<void> {
  const idOf = sql`md5('reader ' || n)::uuid`
  const all = sql`generate_series(1, ${count}::int) as n`
  await sql`insert into subscriber (id, list, email, email_key, locale, asked_at, network_hash, confirmed_at, consent_version)
    select ${idOf}, 'newsletter', n || '@reader.example', n || '@reader.example', (array['en', 'es', 'ar'])[n % 3 + 1],
      ${app.now()}, '\\x00', ${app.now()}, '2016-01-01' from ${all}`.execute(app.db)
  await sql`insert into subscription (subscriber_id, rhythm, told_number, told_period, changed_at)
    select ${idOf}, 'each', 0, 0, ${app.now()} from ${all}`.execute(app.db)
  await sql`analyze subscriber, subscription`.execute(app.db)
}
