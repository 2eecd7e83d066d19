import type { Tx } from '../../../db/index.ts'
import type { App } from '../../../platform/app.ts'
import { note } from '../../../platform/journal.ts'
import { allow, Conflict, NotFound } from '../../../platform/refusals.ts'
import type { Actor } from '../../people/index.ts'
import { lockRound } from '../../rounds/index.ts'
import { type Patch, sameValue } from '../mends.ts'
import { mayCleanApplications } from '../policy.ts'
import { recallDropped } from './dropped.ts'

/**
 * Takes back what was done together in the desk, all of it or nothing.
 *
 * @returns how many things are unsettled again
 * @throws Forbidden unless a coordinator asks
 * @throws NotFound `no-such-batch`, also when it was taken back before
 * @throws Conflict `changed-since` when one of its applications was changed again in the same place, and
 *   `accepted-since` when one has been given a place or put on the waiting list
 */
export async function undoBatch(app: App, actor: Actor, batchId: string): Promise<number> {
  allow(mayCleanApplications(actor))
  return app.db.transaction().execute(async (tx) => {
    await lockRound(tx, await roundOfBatch(tx, batchId))
    const mends = await standingMends(tx, batchId)
    for (const mend of mends) await takeBack(tx, mend)
    await tx
      .updateTable('applicationFix')
      .set({ undoneAt: app.now() })
      .where('batchId', '=', batchId)
      .execute()
    const verdicts = await tx
      .deleteFrom('duplicateVerdict')
      .where('batchId', '=', batchId)
      .returning('verdict')
      .execute()
    const settled = mends.filter(({ kind }) => kind !== 'merged-answers')
    const count = settled.length + verdicts.filter(({ verdict }) => verdict === 'keep-both').length
    await note(tx, app.now(), actor.id, 'desk.undone', batchId, { count })
    return count
  })
}

async function roundOfBatch(tx: Tx, batchId: string): Promise<string> {
  const mended = await tx
    .selectFrom('applicationFix')
    .innerJoin('application', 'application.id', 'applicationId')
    .where('batchId', '=', batchId)
    .where('undoneAt', 'is', null)
    .select('roundId')
    .executeTakeFirst()
  const decided = await tx
    .selectFrom('duplicateVerdict')
    .innerJoin('application', 'application.id', 'firstId')
    .where('batchId', '=', batchId)
    .select('roundId')
    .executeTakeFirst()
  const roundId = mended?.roundId ?? decided?.roundId
  if (!roundId) throw new NotFound('no-such-batch')
  return roundId
}

/** Latest first, as one application may have been mended twice in a batch. */
const standingMends = (tx: Tx, batchId: string) =>
  tx
    .selectFrom('applicationFix')
    .where('batchId', '=', batchId)
    .where('undoneAt', 'is', null)
    .select(['applicationId', 'kind', 'before', 'after'])
    .orderBy('number', 'desc')
    .execute()

async function takeBack(
  tx: Tx,
  mend: { applicationId: string; before: unknown; after: unknown },
): Promise<void> {
  const now = await tx
    .selectFrom('application')
    .selectAll()
    .where('id', '=', mend.applicationId)
    .executeTakeFirstOrThrow()
  if (now.acceptedAt || now.waitlistedAt) throw new Conflict('accepted-since')
  const current: Record<string, unknown> = now
  const { dropReason } = mend.after as Patch
  if (dropReason) await recallDropped(tx, mend.applicationId, dropReason)
  const isAsLeft = Object.entries(mend.after as Patch).every(([key, value]) => sameValue(current[key], value))
  if (!isAsLeft) throw new Conflict('changed-since')
  await tx
    .updateTable('application')
    .set(mend.before as Patch)
    .where('id', '=', mend.applicationId)
    .execute()
}
