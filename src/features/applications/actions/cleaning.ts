import { randomUUID } from 'node:crypto'
import type { Tx } from '../../../db/index.ts'
import type { App } from '../../../platform/app.ts'
import { chunks } from '../../../platform/chunks.ts'
import { note } from '../../../platform/journal.ts'
import { allow, Conflict, NotFound } from '../../../platform/refusals.ts'
import type { Act } from '../../../platform/words.ts'
import type { Actor } from '../../people/index.ts'
import { lockRound, type Round, roundByCode } from '../../rounds/index.ts'
import { addressKey, isAddress } from '../addresses.ts'
import { type Application, isLiving, lacksAnswer, type Sector } from '../application.ts'
import type { Change } from '../checks.ts'
import { faultsIn } from '../faults.ts'
import {
  type DropReason,
  keepBothPlan,
  mendOf,
  mergePlan,
  mergeProblem,
  obviousPlan,
  type Plan,
} from '../mends.ts'
import { mayCleanApplications } from '../policy.ts'
import { applicationById, applicationsOf, settledPairs } from '../queries/applications.ts'
import { sectorGroups } from '../sectors.ts'
import { keepAddressesOf } from './addresses.ts'
import { tellDropped } from './dropped.ts'

/** What was done, by how many of each kind, and the name under which it can be taken back; null when nothing was. */
export type Done = { batchId: string | null; mends: number; verdicts: number; kinds: Record<string, number> }

/**
 * Changes answers of one application.
 *
 * @param kind which problem it settles; `edited` when someone just corrects something
 * @throws Forbidden unless a coordinator asks
 * @throws NotFound `no-such-application`
 * @throws Conflict `application-settled` when it was merged, dropped or withdrawn, `place-needs-answer` when it has a
 *   place, and would lack an answer without which nobody has one, `still-wrong` for an answer that `faultsIn` finds
 */
export async function mendApplication(
  app: App,
  actor: Actor,
  id: string,
  mend: { kind: string; change: Change },
): Promise<Done> {
  allow(mayCleanApplications(actor))
  return inDesk(app, actor, await roundOf(app, actor, id), 'application.mended', async (tx) => {
    const application = await livingApplication(tx, actor, id)
    if (application.acceptedAt && lacksAnswer({ ...application, ...mend.change }))
      throw new Conflict('place-needs-answer')
    if (Object.keys(faultsIn(application, mend)).length > 0) throw new Conflict('still-wrong')
    return {
      mends: [mendOf(application, mend.kind, mend.change)].filter((one) => one !== null),
      verdicts: [],
    }
  })
}

/**
 * Takes an application out, because nobody can be paired through it. It is kept, with the reason, and can be put back.
 * Its sender is told, but not before one could have taken it back.
 *
 * @throws Forbidden unless a coordinator asks
 * @throws NotFound `no-such-application`
 * @throws Conflict `application-settled`, `already-accepted`
 */
export async function dropApplication(app: App, actor: Actor, id: string, reason: DropReason): Promise<Done> {
  allow(mayCleanApplications(actor))
  return inDesk(app, actor, await roundOf(app, actor, id), 'application.dropped', async (tx) => {
    const application = await livingApplication(tx, actor, id)
    if (application.acceptedAt) throw new Conflict('already-accepted')
    const mend = mendOf(application, 'dropped', {
      droppedAt: app.now(),
      dropReason: reason,
      waitlistedAt: null,
    })
    await tellDropped(app, tx, application, reason)
    return { mends: mend ? [mend] : [], verdicts: [] }
  })
}

export type DuplicateVerdict = 'merge' | 'keep-both' | 'drop-earlier' | 'drop-later'

/**
 * Decides about two applications that look like one person's: merges them, keeps both, or drops one.
 *
 * @throws Forbidden unless a coordinator asks
 * @throws NotFound `no-such-application`
 * @throws Conflict `application-settled`, `already-accepted` when the one to go has a place, `merge-unclear` when the
 *   one that stays has a place and the other does not clearly accept the code or say whether the address may be given,
 *   `same-address` when both are to be kept though mail for both would reach one person
 */
export async function settleDuplicate(
  app: App,
  actor: Actor,
  ids: readonly [string, string],
  verdict: DuplicateVerdict,
): Promise<Done> {
  allow(mayCleanApplications(actor))
  return inDesk(
    app,
    actor,
    await roundOf(app, actor, ids[0]),
    verdict === 'merge' || verdict === 'keep-both' ? `duplicate.${verdict}` : 'duplicate.drop',
    async (tx) => {
      const two = [
        await livingApplication(tx, actor, ids[0]),
        await livingApplication(tx, actor, ids[1]),
      ] as const
      const [earlier, later] = two[0].submittedAt <= two[1].submittedAt ? two : [two[1], two[0]]
      if (verdict === 'merge') return mergeOf(earlier, later)
      if (verdict === 'keep-both') return keepBothOf(earlier, later)
      const [gone, stays] = verdict === 'drop-later' ? [later, earlier] : [earlier, later]
      if (gone.acceptedAt) throw new Conflict('already-accepted')
      const mend = mendOf(gone, 'dropped', {
        droppedAt: app.now(),
        dropReason: 'duplicate',
        waitlistedAt: null,
      })
      return {
        mends: mend ? [mend] : [],
        verdicts: keepBothPlan(gone.id, stays.id).verdicts.map((one) => ({ ...one, verdict: 'drop' })),
      }
    },
  )
}

function mergeOf(earlier: Application, later: Application): Plan {
  const problem = mergeProblem([earlier, later])
  if (problem) throw new Conflict(problem)
  return mergePlan([earlier, later])
}

function keepBothOf(earlier: Application, later: Application): Plan {
  const key = addressKey(earlier.email)
  if (isAddress(key) && key === addressKey(later.email)) throw new Conflict('same-address')
  return keepBothPlan(earlier.id, later.id)
}

/**
 * Does everything that nobody would doubt, in one step that can be taken back in one.
 *
 * @throws Forbidden unless a coordinator asks
 * @throws NotFound `no-such-round`
 */
export async function acceptObvious(app: App, actor: Actor, roundCode: string): Promise<Done> {
  allow(mayCleanApplications(actor))
  const round = await roundByCode(app.db, actor, roundCode)
  return inDesk(app, actor, round, 'desk.obvious-accepted', async (tx) =>
    obviousPlan(await applicationsOf(tx, actor, round.id), await settledPairs(tx, round.id)),
  )
}

/**
 * Puts all free answers of one group into a sector.
 *
 * @param group its key, as `sectorGroups` names it
 * @throws Forbidden unless a coordinator asks
 * @throws NotFound `no-such-round`, `no-such-group` when nobody of the group is left
 */
export async function mapSectorGroup(
  app: App,
  actor: Actor,
  roundCode: string,
  map: { group: string; sector: Sector },
): Promise<Done> {
  allow(mayCleanApplications(actor))
  const round = await roundByCode(app.db, actor, roundCode)
  return inDesk(app, actor, round, 'sector.mapped', async (tx) => {
    const open = (await applicationsOf(tx, actor, round.id)).filter(
      (one) => isLiving(one) && one.sector === null,
    )
    const group = sectorGroups(open.map(({ sectorWritten }) => sectorWritten)).find(
      ({ key }) => key === map.group,
    )
    if (!group) throw new NotFound('no-such-group')
    const members = open.filter(({ sectorWritten }) => group.spellings.includes(sectorWritten))
    const mends = members.map((one) => mendOf(one, 'unknown-sector', { sector: map.sector }))
    return { mends: mends.filter((mend) => mend !== null), verdicts: [] }
  })
}

export const roundOf = async (app: App, actor: Actor, applicationId: string) => ({
  id: (await applicationById(app.db, actor, applicationId)).roundId,
})

export async function livingApplication(tx: Tx, actor: Actor, id: string) {
  const application = await applicationById(tx, actor, id)
  if (!isLiving(application)) throw new Conflict('application-settled')
  return application
}

/** One change of the desk: the round is locked, so that two coordinators take turns. */
export async function inDesk(
  app: App,
  actor: Actor,
  round: Pick<Round, 'id'>,
  act: Act,
  plan: (tx: Tx) => Promise<Plan>,
): Promise<Done> {
  return app.db.transaction().execute(async (tx) => {
    await lockRound(tx, round.id)
    const done = await carryOut(app, tx, actor, await plan(tx))
    if (done.batchId)
      await note(tx, app.now(), actor.id, act, round.id, { batchId: done.batchId, ...done.kinds })
    return done
  })
}

async function carryOut(app: App, tx: Tx, actor: Actor, { mends, verdicts }: Plan): Promise<Done> {
  const kept = verdicts.filter(({ verdict }) => verdict === 'keep-both').length
  const kinds = countBy([...mends.map(({ kind }) => kind), ...Array<string>(kept).fill('keep-both')])
  if (mends.length + verdicts.length === 0) return { batchId: null, mends: 0, verdicts: 0, kinds }
  const batchId = randomUUID()
  const made = { batchId, madeBy: actor.id, madeAt: app.now() }
  for (const { applicationId, after } of mends) {
    await tx.updateTable('application').set(after).where('id', '=', applicationId).execute()
  }
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
