import type { Db } from '../../../db/index.ts'
import { isUuid } from '../../../platform/ids.ts'

export type JournalEntry = {
  id: number
  at: Date
  act: string
  actorId: string | null
  /** Null for the terminal and the system, and for someone who was erased. */
  actorName: string | null
  subject: string | null
  detail: unknown
}

export type JournalFilter = {
  /** A kind of act; empty for all. */
  act: string
  /** Id of the person who acted; `terminal` for acts of no person. Empty for all. */
  by: string
  /** Entries before this one; null for the newest. */
  before: number | null
}

export const entriesPerPage = 50

/** The newest entries first, one more than a page holds when there are older ones. */
export async function journalEntries(db: Db, filter: JournalFilter): Promise<JournalEntry[]> {
  return db
    .selectFrom('journal')
    .leftJoin('person as actor', 'actor.id', 'journal.actorId')
    .select([
      'journal.id',
      'journal.at',
      'journal.act',
      'journal.actorId',
      'journal.subject',
      'journal.detail',
    ])
    .select('actor.name as actorName')
    .$if(filter.act !== '', (query) => query.where('journal.act', '=', filter.act))
    .$if(filter.by === 'terminal', (query) => query.where('journal.actorId', 'is', null))
    .$if(isUuid(filter.by), (query) => query.where('journal.actorId', '=', filter.by))
    .$if(filter.before !== null, (query) => query.where('journal.id', '<', filter.before))
    .orderBy('journal.id', 'desc')
    .limit(entriesPerPage + 1)
    .execute()
}

/** What the filters offer: the acts there are, and who did them. */
export async function journalChoices(
  db: Db,
): Promise<{ acts: string[]; people: { id: string; name: string }[] }> {
  const acts = await db.selectFrom('journal').select('act').distinct().orderBy('act').execute()
  const people = await db
    .selectFrom('person')
    .select(['id', 'name'])
    .where('erasedAt', 'is', null)
    .where('id', 'in', (eb) => eb.selectFrom('journal').select('actorId').where('actorId', 'is not', null))
    .orderBy('name')
    .execute()
  return { acts: acts.map(({ act }) => act), people }
}

/** The ids of all that entries are about, and that they have noted besides. */
export const idsIn = (entries: readonly JournalEntry[]): string[] => {
  const text = JSON.stringify(entries.map(({ subject, detail }) => [subject, detail]))
  return [...new Set(text.match(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g))]
}
