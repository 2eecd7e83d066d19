import type { Db } from '../../../db/index.ts'
import { NotFound } from '../../../platform/refusals.ts'
import { copyUntil } from '../erasure.ts'

export type Copy = { askedAt: Date; readyAt: Date | null }

/** The copy that somebody asked for last, unless its time is over. */
export async function copyOf(db: Db, personId: string, now: Date): Promise<Copy | null> {
  const copy = await db
    .selectFrom('dataExport')
    .where('personId', '=', personId)
    .select(['askedAt', 'readyAt'])
    .executeTakeFirst()
  return copy && copyUntil(copy.readyAt ?? copy.askedAt) > now ? copy : null
}

/** @throws NotFound `no-such-copy` */
export async function zipFor(db: Db, personId: string, now: Date): Promise<Buffer> {
  const copy = await copyOf(db, personId, now)
  const row = copy?.readyAt
    ? await db.selectFrom('dataExport').where('personId', '=', personId).select('zip').executeTakeFirst()
    : undefined
  if (!row?.zip) throw new NotFound('no-such-copy')
  return row.zip
}
