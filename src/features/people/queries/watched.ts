import { sql } from 'kysely'
import type { Db } from '../../../db/index.ts'
import { watchedActs } from '../watched.ts'

/** How often something was done, and by whom; null for the terminal, and for those who were erased. */
export type Watched = { act: string; count: number; by: (string | null)[] }

/** What was done between two instants that directors are to hear of, the most frequent first; what people do to their own accounts is not. */
export const watchedBetween = (db: Db, from: Date, until: Date): Promise<Watched[]> =>
  db
    .selectFrom('journal')
    .leftJoin('person', 'person.id', 'journal.actorId')
    .where('journal.at', '>=', from)
    .where('journal.at', '<', until)
    .where('act', 'in', watchedActs)
    .where(sql<boolean>`journal.actor_id::text is distinct from journal.subject::text`)
    .groupBy('act')
    .select((eb) => ['act', eb.fn.countAll<number>().as('count')])
    .select(sql<(string | null)[]>`array_agg(distinct person.name)`.as('by'))
    .orderBy('count', 'desc')
    .orderBy('act')
    .execute()
