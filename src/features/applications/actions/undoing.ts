import type { Tx } from '../../../db/index.ts'
import type { App } from '../../../platform/app.ts'
import { chunks } from '../../../platform/chunks.ts'
import { note } from '../../../platform/journal.ts'
import { allow, Conflict, NotFound } from '../../../platform/refusals.ts'
import type { Actor } from '../../people/index.ts'
import { lockRound } from '../../rounds/index.ts'
import { type Patch, sameValue } from '../mends.ts'
import { mayCleanApplications } from '../policy.ts'
import { recallDropped } from './dropped.ts'
import { writePatches } from './patching.ts'

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
    const round = await roundOfBatch(tx, batchId)
    await lockRound(tx, round)
    const mends = await standingMends(tx, batchId)
    await takeBack(tx, mends)
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
    await note(tx, app.now(), actor.id, 'desk.undone', batchId, { round, count })
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

type StandingMend = { applicationId: string; kind: string; before: Patch; after: Patch }

/** Latest first, as one application may have been mended twice in a batch. */
async function standingMends(tx: Tx, batchId: string): Promise<StandingMend[]> {
  const rows = await tx
    .selectFrom('applicationFix')
    .where('batchId', '=', batchId)
    .where('undoneAt', 'is', null)
    .select(['applicationId', 'kind', 'before', 'after'])
    .orderBy('number', 'desc')
    .execute()
  return rows.map((row) => ({ ...row, before: row.before as Patch, after: row.after as Patch }))
}

/** Puts back what stood there before, if each application is still as these mends left it. */
async function takeBack(tx: Tx, mends: readonly StandingMend[]): Promise<void> {
  const now = await applicationsNow(tx, [...new Set(mends.map(({ applicationId }) => applicationId))])
  for (const { applicationId, before, after } of mends) {
    const current = now.get(applicationId) ?? {}
    const isAsLeft = Object.entries(after).every(([key, value]) => sameValue(current[key], value))
    if (!isAsLeft) throw new Conflict('changed-since')
    Object.assign(current, before)
  }
  await recallDropped(
    tx,
    mends.flatMap(({ applicationId, after: { dropReason } }) =>
      dropReason ? [{ applicationId, reason: dropReason }] : [],
    ),
  )
  await writePatches(
    tx,
    mends.map(({ applicationId, before }) => ({ applicationId, patch: before })),
  )
}

/** @throws Conflict `accepted-since` when one of them has had an answer */
async function applicationsNow(
  tx: Tx,
  ids: readonly string[],
): Promise<Map<string, Record<string, unknown>>> {
  const now = new Map<string, Record<string, unknown>>()
  for (const some of chunks(ids)) {
    const rows = await tx.selectFrom('application').selectAll().where('id', 'in', some).execute()
    for (const row of rows) {
      if (row.acceptedAt || row.waitlistedAt) throw new Conflict('accepted-since')
      now.set(row.id, row)
    }
  }
  return now
}
