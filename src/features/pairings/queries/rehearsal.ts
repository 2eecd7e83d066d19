import { sql } from 'kysely'
import type { Db } from '../../../db/index.ts'

/** The last rehearsal of a round, and the examples it sent. */
export type Rehearsal = {
  at: Date
  /** Null when the terminal rehearsed. */
  by: string | null
  examples: { id: string; subject: string }[]
}

export async function lastRehearsal(db: Db, roundId: string): Promise<Rehearsal | null> {
  const last = await db
    .selectFrom('journal')
    .leftJoin('person', 'person.id', 'journal.actorId')
    .where('journal.act', '=', 'pairings.rehearsed')
    .where('journal.subject', '=', roundId)
    .select([
      'journal.at',
      'person.name as by',
      sql<string | null>`journal.detail ->> 'attempt'`.as('attempt'),
    ])
    .orderBy('journal.id', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!last) return null
  const examples = await db
    .selectFrom('outbox')
    .where('key', 'like', `rehearsal:${last.attempt}:%`)
    .select(['id', 'subject'])
    .orderBy('key')
    .execute()
  return { at: last.at, by: last.by, examples }
}
