import { randomUUID } from 'node:crypto'
import type { Tx } from '../../../db/index.ts'
import type { App } from '../../../platform/app.ts'
import { chunks } from '../../../platform/chunks.ts'
import { note } from '../../../platform/journal.ts'
import { Conflict } from '../../../platform/refusals.ts'
import type { Actor } from '../../people/index.ts'
import { lockRound, type Round } from '../../rounds/index.ts'
import { isLiving } from '../application.ts'
import { type Plan, settledBy } from '../mends.ts'
import { applicationById } from '../queries/applications.ts'
import { keepAddressesOf } from './addresses.ts'
import { writePatches } from './patching.ts'

export const roundOf = async (app: App, actor: Actor, applicationId: string) => ({
  id: (await applicationById(app.db, actor, applicationId)).roundId,
})

export async function livingApplication(tx: Tx, actor: Actor, id: string) {
  const application = await applicationById(tx, actor, id)
  if (!isLiving(application)) throw new Conflict('application-settled')
  return application
}

/** What was done, by how many of each kind, and the name under which it can be taken back; null when nothing was. */
export type Done = { batchId: string | null; mends: number; verdicts: number; kinds: Record<string, number> }

type DeskAct =
  | 'application.mended'
  | 'application.dropped'
  | 'desk.obvious-accepted'
  | `duplicate.${'merge' | 'keep-both' | 'drop'}`
  | 'sector.mapped'
  | `correction.${'accept' | 'keep'}`

/** One change of the desk: the round is locked, so that two coordinators take turns. */
export async function inDesk(
  app: App,
  actor: Actor,
  round: Pick<Round, 'id'>,
  act: DeskAct,
  plan: (tx: Tx) => Promise<Plan>,
): Promise<Done> {
  return app.db.transaction().execute(async (tx) => {
    await lockRound(tx, round.id)
    const planned = await plan(tx)
    const done = await carryOut(app, tx, actor, planned)
    const { batchId } = done
    const noted = { batchId, count: settledBy(planned), people: peopleOf(planned) }
    if (batchId) await note(tx, app.now(), actor.id, act, round.id, noted)
    return done
  })
}

/** The applications of one person or of two; of more, none is named. */
function peopleOf({ mends, verdicts }: Plan): string[] {
  const ids = new Set([
    ...mends.map(({ applicationId }) => applicationId),
    ...verdicts.flatMap(({ first, second }) => [first, second]),
  ])
  return ids.size > 2 ? [] : [...ids]
}

async function carryOut(app: App, tx: Tx, actor: Actor, { mends, verdicts }: Plan): Promise<Done> {
  const kept = verdicts.filter(({ verdict }) => verdict === 'keep-both').length
  const kinds = countBy([...mends.map(({ kind }) => kind), ...Array<string>(kept).fill('keep-both')])
  if (mends.length + verdicts.length === 0) return { batchId: null, mends: 0, verdicts: 0, kinds }
  const batchId = randomUUID()
  const made = { batchId, madeBy: actor.id, madeAt: app.now() }
  await writePatches(
    tx,
    mends.map(({ applicationId, after }) => ({ applicationId, patch: after })),
  )
  for (const part of chunks(mends)) {
    const rows = part.map((mend) => ({
      ...mend,
      ...made,
      before: JSON.stringify(mend.before),
      after: JSON.stringify(mend.after),
    }))
    await tx.insertInto('applicationFix').values(rows).execute()
  }
  const decided = { batchId, decidedBy: actor.id, decidedAt: app.now() }
  for (const part of chunks(verdicts)) {
    const rows = part.map(({ first, second, verdict }) => ({
      firstId: first,
      secondId: second,
      verdict,
      ...decided,
    }))
    await tx
      .insertInto('duplicateVerdict')
      .values(rows)
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }
  await keepAddressesTouched(tx, { mends, verdicts })
  return { batchId, mends: mends.length, verdicts: verdicts.length, kinds }
}

/** Of people who have been answered; those of the others are kept when they are. */
async function keepAddressesTouched(tx: Tx, { mends, verdicts }: Plan): Promise<void> {
  const touched = [
    ...mends.flatMap(({ applicationId, after }) => [applicationId, after.mergedInto ?? applicationId]),
    ...verdicts.flatMap(({ first, second }) => [first, second]),
  ]
  const answered: [string, string][] = []
  for (const ids of chunks([...new Set(touched)])) {
    const rows = await tx
      .selectFrom('application')
      .where('id', 'in', ids)
      .where('personId', 'is not', null)
      .select(['id', 'personId'])
      .execute()
    answered.push(...rows.map(({ id, personId }): [string, string] => [id, personId ?? '']))
  }
  if (answered.length > 0) await keepAddressesOf(tx, new Map(answered))
}

function countBy(kinds: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const kind of kinds) counts[kind] = (counts[kind] ?? 0) + 1
  return counts
}
