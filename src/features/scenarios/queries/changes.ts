import { sql } from 'kysely'
import type { Db, Tx } from '../../../db/index.ts'
import type { Arrangement, Rearranged } from '../scenario/as-found.ts'

export type ChangeKind = 'swap' | 'trio' | 'middle' | 'hold'

/** A change of a proposal by hand. */
export type Change = Rearranged & {
  id: string
  number: number
  kind: ChangeKind
  rulesMade: string[]
  rulesLifted: string[]
  /** Null when the terminal made it. */
  madeBy: string | null
  madeAt: Date
}

const rearranged = [sql<Arrangement>`before`.as('before'), sql<Arrangement>`after`.as('after')] as const

/** What was changed by hand in each of several scenarios and still stands, newest first, by their ids. */
export async function changesOfEach(
  db: Db | Tx,
  scenarioIds: readonly string[],
): Promise<Map<string, Rearranged[]>> {
  if (scenarioIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('scenarioChange')
    .where('scenarioId', 'in', scenarioIds)
    .where('undoneAt', 'is', null)
    .select(['scenarioId', ...rearranged])
    .orderBy('number', 'desc')
    .execute()
  return Map.groupBy(rows, (row) => row.scenarioId)
}

/** The last change by hand of a scenario that still stands (or, with `undone`, the last of all). */
export async function lastChange(
  db: Db | Tx,
  scenarioId: string,
  { undone = false } = {},
): Promise<Change | null> {
  const change = await db
    .selectFrom('scenarioChange')
    .leftJoin('person', 'person.id', 'scenarioChange.madeBy')
    .where('scenarioId', '=', scenarioId)
    .$if(!undone, (query) => query.where('undoneAt', 'is', null))
    .select(['scenarioChange.id', 'number', 'rulesMade', 'rulesLifted', 'person.name as madeBy', 'madeAt'])
    .select([sql<ChangeKind>`kind`.as('kind'), ...rearranged])
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  return change ?? null
}
