import { sql } from 'kysely'
import type { Db, Tx } from '../../../db/index.ts'

/** What was done together in the desk, and can be taken back together. */
export type Batch = {
  id: string
  madeAt: Date
  madeBy: string | null
  undoneAt: Date | null
  /** How many applications each kind of mend changed. */
  kinds: { kind: string; count: number }[]
  /** Of a batch that concerns one person: their name. */
  name: string | null
}

/** Everything that was done in the desk of a round, newest first. */
export async function batchesOf(db: Db, roundId: string): Promise<Batch[]> {
  const fixes = await db
    .selectFrom('applicationFix')
    .innerJoin('application', 'application.id', 'applicationId')
    .leftJoin('person', 'person.id', 'madeBy')
    .where('application.roundId', '=', roundId)
    .select(['batchId', 'kind', 'madeAt', 'undoneAt', 'person.name as madeBy', 'applicationId'])
    .select(['application.givenName', 'application.familyName'])
    .orderBy('number')
    .execute()
  const verdicts = await db
    .selectFrom('duplicateVerdict')
    .innerJoin('application', 'application.id', 'firstId')
    .leftJoin('person', 'person.id', 'decidedBy')
    .where('application.roundId', '=', roundId)
    .where('verdict', '=', 'keep-both')
    .select([
      'batchId',
      'verdict as kind',
      'decidedAt as madeAt',
      'person.name as madeBy',
      'firstId as applicationId',
    ])
    .select(['application.givenName', 'application.familyName'])
    .execute()
  const rows = [...fixes, ...verdicts.map((verdict) => ({ ...verdict, undoneAt: null }))]
  return [...Map.groupBy(rows, ({ batchId }) => batchId)]
    .map(([id, of]) => batchOf(id, of))
    .reverse()
    .sort((a, b) => b.madeAt.getTime() - a.madeAt.getTime())
}

/** How many things were done in a batch; what a merge has taken over belongs to it. */
export const changesIn = ({ kinds }: Pick<Batch, 'kinds'>): number =>
  kinds.reduce((sum, { kind, count }) => sum + (kind === 'merged-answers' ? 0 : count), 0)

type Row = {
  kind: string
  madeAt: Date
  madeBy: string | null
  undoneAt: Date | null
  applicationId: string
  givenName: string
  familyName: string
}

function batchOf(id: string, rows: readonly Row[]): Batch {
  const [first] = rows as [Row]
  const one = new Set(rows.map(({ applicationId }) => applicationId)).size === 1
  return {
    id,
    madeAt: first.madeAt,
    madeBy: first.madeBy,
    undoneAt: first.undoneAt,
    kinds: [...Map.groupBy(rows, ({ kind }) => kind)].map(([kind, of]) => ({ kind, count: of.length })),
    name: one ? `${first.givenName} ${first.familyName}`.trim() : null,
  }
}

/** How many things were settled in the desk of a round and still stand. */
export async function settledCount(db: Db | Tx, roundId: string): Promise<number> {
  const fixes = await db
    .selectFrom('applicationFix')
    .innerJoin('application', 'application.id', 'applicationId')
    .where('roundId', '=', roundId)
    .where('undoneAt', 'is', null)
    .where('kind', '<>', 'merged-answers')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  const kept = await db
    .selectFrom('duplicateVerdict')
    .innerJoin('application', 'application.id', 'firstId')
    .where('roundId', '=', roundId)
    .where('verdict', '=', 'keep-both')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return fixes.count + kept.count
}

/** The mends of one application, newest first. */
export const mendsOf = (db: Db, applicationId: string) =>
  db
    .selectFrom('applicationFix')
    .leftJoin('person', 'person.id', 'madeBy')
    .where('applicationId', '=', applicationId)
    .select(['batchId', 'kind', 'before', 'after', 'madeAt', 'undoneAt', 'person.name as madeBy'])
    .orderBy('number', 'desc')
    .execute()

/** Names and addresses that applications of a round had before they were mended, by their ids: for finding them. */
export async function wordsBefore(db: Db, roundId: string): Promise<Map<string, string[]>> {
  const before = (key: string) => sql<string | null>`before ->> ${key}`
  const rows = await db
    .selectFrom('applicationFix')
    .innerJoin('application', 'application.id', 'applicationId')
    .where('roundId', '=', roundId)
    .where('undoneAt', 'is', null)
    .where(sql<boolean>`before ?| array['givenName', 'familyName', 'email']`)
    .select((eb) => [
      'applicationId',
      eb.fn.coalesce(before('givenName'), 'givenName').as('givenName'),
      eb.fn.coalesce(before('familyName'), 'familyName').as('familyName'),
      eb.fn.coalesce(before('email'), 'email').as('email'),
    ])
    .execute()
  const words = new Map<string, string[]>()
  for (const { applicationId, givenName, familyName, email } of rows) {
    const known = words.get(applicationId) ?? []
    words.set(applicationId, [...known, `${givenName} ${familyName} ${email}`])
  }
  return words
}
