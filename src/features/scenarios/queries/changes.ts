import { sql } from 'kysely'
import type { Db, Tx } from '../../../db/index.ts'

export type ChangeKind = 'swap' | 'trio' | 'middle' | 'hold'

/** Some groups of a proposal, members in a row, and some of its reserve; ids of applications. */
export type Arrangement = { groups: readonly (readonly string[])[]; reserve: readonly string[] }

/** A change of a proposal by hand. */
export type Change = {
  id: string
  number: number
  kind: ChangeKind
  before: Arrangement
  after: Arrangement
  rulesMade: string[]
  rulesLifted: string[]
  /** Null when the terminal made it. */
  madeBy: string | null
  madeAt: Date
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
    .select([
      sql<ChangeKind>`kind`.as('kind'),
      sql<Arrangement>`before`.as('before'),
      sql<Arrangement>`after`.as('after'),
    ])
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  return change ?? null
}
