import type { App } from '../../../platform/app.ts'
import { allow, Conflict, NotFound } from '../../../platform/refusals.ts'
import type { Actor } from '../../people/index.ts'
import { roundByCode } from '../../rounds/index.ts'
import { addressKey, isAddress } from '../addresses.ts'
import { type Application, isLiving, lacksAnswer, type Sector } from '../application.ts'
import { type Change, problemKinds, problemsOf } from '../checks.ts'
import { pairKey } from '../duplicates.ts'
import { faultsIn } from '../faults.ts'
import { type DropReason, keepBothPlan, mendOf, mergePlan, mergeProblem, type Plan } from '../mends.ts'
import { mayCleanApplications } from '../policy.ts'
import { applicationsOf, settledPairs } from '../queries/applications.ts'
import { sectorGroups } from '../sectors.ts'
import { tellDropped } from './dropped.ts'
import { type Done, inDesk, livingApplication, roundOf } from './in-desk.ts'

/**
 * Changes answers of one application.
 *
 * @param kind which problem it settles; `edited` when someone just corrects something
 * @throws Forbidden unless a coordinator asks
 * @throws NotFound `no-such-application`
 * @throws Conflict `application-settled` when it was merged, dropped or withdrawn, `place-needs-answer` when it has a
 *   place, and would lack an answer without which nobody has one, `still-wrong` for an answer that `faultsIn` finds,
 *   `problem-settled` when somebody has settled the problem otherwise meanwhile
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
    const mended = mendOf(application, mend.kind, mend.change)
    if (mended && isAnswered(application, mend.kind)) throw new Conflict('problem-settled')
    return { mends: mended ? [mended] : [], verdicts: [] }
  })
}

/** Whether a problem is none any more, so that an answer to it would undo what somebody else said. */
const isAnswered = (application: Application, kind: string) =>
  seenAlone.some((known) => known === kind) &&
  !problemsOf(application).some((problem) => problem.kind === kind)

/** All that an application shows by itself: the others are known by the file, or by the names of others. */
const seenAlone = problemKinds.filter((kind) => kind !== 'corrected-row' && kind !== 'swapped-fields')

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
 *   `pair-kept` when somebody has kept both meanwhile, `same-address` when both are to be kept though mail for both would reach one person
 */
export async function settleDuplicate(
  app: App,
  actor: Actor,
  ids: readonly [string, string],
  verdict: DuplicateVerdict,
): Promise<Done> {
  allow(mayCleanApplications(actor))
  const round = await roundOf(app, actor, ids[0])
  return inDesk(
    app,
    actor,
    round,
    verdict === 'merge' || verdict === 'keep-both' ? `duplicate.${verdict}` : 'duplicate.drop',
    async (tx) => {
      const two = [
        await livingApplication(tx, actor, ids[0]),
        await livingApplication(tx, actor, ids[1]),
      ] as const
      const [earlier, later] = two[0].submittedAt <= two[1].submittedAt ? two : [two[1], two[0]]
      const isKept = (await settledPairs(tx, round.id)).has(pairKey(...ids))
      if (isKept && verdict !== 'keep-both') throw new Conflict('pair-kept')
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
