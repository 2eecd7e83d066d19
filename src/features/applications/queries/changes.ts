import { sql } from 'kysely'
import type { Db } from '../../../db/index.ts'
import type { Patch } from '../mends.ts'
import type { Batch } from './batches.ts'

/** One thing that was done in the desk, with what one needs to tell of it. */
export type MadeChange = {
  batchId: string
  applicationId: string
  /** Whose application it is: the name, or the address where there is none. */
  name: string
  kind: string
  before: Patch
  after: Patch
  /** The other of two applications: the one it was merged into, or that was kept as well. */
  other: string | null
  /** What was written, for answers that were not understood. */
  written: { countryWritten: string; sectorWritten: string; sharesEmailWritten: string }
}

/** A batch with what was done in it, or the first of that, so that it can be told, and what its undo would take back. */
export type ToldBatch = Batch & { changes: readonly MadeChange[] }

/** These batches with what was done in them. @param most no fewer of each batch, where it has as many */
export async function withChanges(
  db: Db,
  batches: readonly Batch[],
  most: number | null = null,
): Promise<ToldBatch[]> {
  const changes = Map.groupBy(
    await changesOf(
      db,
      batches.map(({ id }) => id),
      most,
    ),
    ({ batchId }) => batchId,
  )
  return batches.map((batch) => ({ ...batch, changes: changes.get(batch.id) ?? [] }))
}

/** In the order in which it was done. @param most so many mends of each batch, null for all */
export async function changesOf(
  db: Db,
  batchIds: readonly string[],
  most: number | null = null,
): Promise<MadeChange[]> {
  if (batchIds.length === 0) return []
  const mends = await db
    .selectFrom('applicationFix')
    .innerJoin('application', 'application.id', 'applicationId')
    .leftJoin('application as standing', (join) =>
      join.on('standing.id', '=', sql<string>`(application_fix.after ->> 'mergedInto')::uuid`),
    )
    .where('batchId', 'in', batchIds)
    .where('kind', '<>', 'merged-answers')
    .$if(most !== null, (query) => query.where('number', 'in', firstMends(batchIds, most ?? 0)))
    .select(['batchId', 'applicationId', 'kind', 'before', 'after', 'standing.name as other'])
    .select(writtenColumns)
    .orderBy('number')
    .execute()
  const kept = await db
    .selectFrom('duplicateVerdict')
    .innerJoin('application', 'application.id', 'firstId')
    .innerJoin('application as standing', 'standing.id', 'secondId')
    .where('batchId', 'in', batchIds)
    .where('verdict', '=', 'keep-both')
    .select(['batchId', 'firstId as applicationId', 'verdict as kind', 'standing.name as other'])
    .select(writtenColumns)
    .execute()
  return [...mends, ...kept.map((one) => ({ ...one, before: {}, after: {} }))].map(asChange)
}

/** The numbers of the first so many mends of each batch. */
const firstMends = (batchIds: readonly string[], most: number) => sql<number>`(
  select mend.number from (
    select number, row_number() over (partition by batch_id order by number) as place from application_fix
    where batch_id = any(${batchIds}::uuid[]) and kind <> 'merged-answers') mend
  where place <= ${most})`

const writtenColumns = [
  'application.name',
  'application.email',
  'application.countryWritten',
  'application.sectorWritten',
  'application.sharesEmailWritten',
] as const

type Row = Omit<MadeChange, 'written' | 'before' | 'after'> &
  MadeChange['written'] & { email: string; before: unknown; after: unknown }

function asChange({ email, countryWritten, sectorWritten, sharesEmailWritten, ...row }: Row): MadeChange {
  return {
    ...row,
    name: row.name || email,
    before: row.before as Patch,
    after: row.after as Patch,
    written: { countryWritten, sectorWritten, sharesEmailWritten },
  }
}
