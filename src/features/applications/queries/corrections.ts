import type { Db, Tx } from '../../../db/index.ts'
import type { Change } from '../checks.ts'

/** Kinds of mends that decide about a correction: it was taken over, or the answers stay as they are. */
export const correctionKinds = ['corrected-row', 'correction-kept'] as const

/** What later rows of files say otherwise than the earlier ones, oldest first, where nobody has decided since. */
export async function openCorrections(db: Db | Tx, roundId: string): Promise<Map<string, Change[]>> {
  const rows = await db
    .selectFrom('importRow')
    .innerJoin('importFile', 'importFile.id', 'importFileId')
    .where('roundId', '=', roundId)
    .where('correction', 'is not', null)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('applicationFix')
            .whereRef('applicationFix.applicationId', '=', 'importRow.applicationId')
            .where('kind', 'in', correctionKinds)
            .where('undoneAt', 'is', null)
            .whereRef('madeAt', '>=', 'importedAt'),
        ),
      ),
    )
    .select(['applicationId', 'correction'])
    .orderBy('importedAt')
    .execute()
  const byApplication = Map.groupBy(rows, ({ applicationId }) => applicationId ?? '')
  return new Map(
    [...byApplication].map(([id, of]) => [id, of.map(({ correction }) => correction as unknown as Change)]),
  )
}
