import { sql } from 'kysely'
import type { Db } from '../../../db/index.ts'
import { brokenJournalRow } from '../../../platform/journal.ts'
import { Unacceptable } from '../../../platform/refusals.ts'

/** What must be true of a network that is whole. Each gives how many rows break it. */
const rules = {
  'nobody-has-two-pairings-in-a-round': (db: Db) =>
    counted(
      db,
      sql`select from pairing_member where ended_at is null group by round_id, person_id having count(*) > 1`,
    ),
  'a-pairing-that-lasts-has-two': (db: Db) =>
    counted(
      db,
      sql`select from pairing join pairing_member on pairing_id = pairing.id and ended_at is null
          where dissolved_at is null group by pairing.id having count(*) not in (2, 3)`,
    ),
  'partners-take-part-in-their-round': (db: Db) =>
    counted(
      db,
      sql`select from pairing_member join application on application.id = application_id
          where application.round_id <> pairing_member.round_id or application.person_id <> pairing_member.person_id`,
    ),
  'every-picture-has-its-bytes': (db: Db) =>
    counted(db, sql`select from media where not exists (select from media_file where media_id = media.id)`),
  'the-journal-is-unbroken': async (db: Db) => ((await brokenJournalRow(db)) === null ? 0 : 1),
}

/** @throws Unacceptable `backup-answer-wrong` with the first rule that is broken */
export async function requireSound(db: Db): Promise<void> {
  for (const [rule, breaks] of Object.entries(rules)) {
    const count = await breaks(db)
    if (count > 0) throw new Unacceptable('backup-answer-wrong', { rule, count })
  }
}

async function counted(db: Db, rows: ReturnType<typeof sql>): Promise<number> {
  const { rows: found } = await sql<{ count: number }>`select count(*) from (${rows}) as found`.execute(db)
  return found[0]?.count ?? 0
}

/**
 * Looks whether every index finds every row, where the server offers to (amcheck).
 *
 * @returns how many indexes were looked at
 * @throws Error by PostgreSQL, when one does not
 */
export async function checkIndexes(db: Db): Promise<number> {
  const { rows: offered } = await sql<{ schema: string }>`
    select extnamespace::regnamespace::text as schema from pg_extension where extname = 'amcheck'`.execute(db)
  const [amcheck] = offered
  if (!amcheck) return 0
  const { rows } = await sql`
    select ${sql.table(amcheck.schema)}.bt_index_check(i.indexrelid, true) from pg_index i
      join pg_class c on c.oid = i.indexrelid join pg_am on pg_am.oid = c.relam
     where pg_am.amname = 'btree' and c.relnamespace = 'public'::regnamespace`.execute(db)
  return rows.length
}
