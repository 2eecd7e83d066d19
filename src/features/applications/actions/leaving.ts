import type { Tx } from '../../../db/index.ts'

/**
 * Marks participants as having left their round. They keep no place in it, and the mails of the round no longer
 * reach them; their answers and what they were part of stay.
 *
 * @param ids of their applications
 */
export async function withdrawParticipants(tx: Tx, ids: readonly string[], at: Date): Promise<void> {
  if (ids.length === 0) return
  await tx
    .updateTable('application')
    .set({ withdrawnAt: at })
    .where('id', 'in', ids)
    .where('acceptedAt', 'is not', null)
    .where('withdrawnAt', 'is', null)
    .execute()
}

/** Takes back that participants left, for those of them who left at that instant. */
export async function readmitParticipants(tx: Tx, ids: readonly string[], leftAt: Date): Promise<void> {
  if (ids.length === 0) return
  await tx
    .updateTable('application')
    .set({ withdrawnAt: null })
    .where('id', 'in', ids)
    .where('withdrawnAt', '=', leftAt)
    .execute()
}
