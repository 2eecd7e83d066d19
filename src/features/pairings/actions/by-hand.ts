import type { Tx } from '../../../db/index.ts'
import type { App } from '../../../platform/app.ts'
import { note } from '../../../platform/journal.ts'
import { allow, Conflict, NotFound } from '../../../platform/refusals.ts'
import type { Actor } from '../../people/index.ts'
import { branch } from '../pages/telling.ts'
import { mayMatch } from '../policy.ts'
import { proposedGroup } from '../propose.ts'
import { whyInReserve } from '../reserve.ts'
import type { Group, Two } from '../scenario.ts'
import { swap } from '../swap.ts'
import { insertRule } from './rules.ts'
import { type Open, openProposal } from './standing.ts'
import { insertGroups, insertReserve } from './storing.ts'

/**
 * Makes partners of two people in the proposal, by hand, and pins them. The partners they leave behind
 * become partners of each other.
 *
 * @param two ids of their applications
 * @returns what it costs in points; negative when the proposal gets better
 * @throws Forbidden unless a coordinator asks
 * @throws NotFound `no-such-round`, `no-proposal`, `no-such-participant`
 * @throws Conflict `already-released`, `may-not-be-partners`, `may-not-be-left`, `in-a-trio`,
 *   `partners-already`, `pair-is-pinned`
 */
export async function swapPartners(app: App, actor: Actor, code: string, two: Two): Promise<number> {
  allow(mayMatch(actor))
  return app.db.transaction().execute(async (tx) => {
    const standing = await openProposal(tx, actor, code)
    for (const id of two) refuseStranger(standing, id)
    const change = swap(standing.proposal, two, standing.by)
    if (!change.allowed) throw refusalOf(change, two)

    await replaceGroups(tx, standing, change.removed, change.added, change.toReserve)
    await insertRule(app, tx, standing.round, actor, 'pin', two)
    await note(tx, app.now(), actor.id, 'matching.swapped', standing.round.id, {
      scenario: standing.scenario.id,
      first: two[0],
      second: two[1],
      cost: change.cost,
    })
    return change.cost
  })
}

function refusalOf(no: { reason: string; between: Two }, two: Two): Conflict {
  if (no.reason === 'in-a-trio' || no.reason === 'partners-already') return new Conflict(no.reason)
  if (no.reason === 'pinned') return new Conflict('pair-is-pinned')
  const isTheTwo = no.between.every((id) => two.includes(id))
  return new Conflict(isTheTwo ? 'may-not-be-partners' : 'may-not-be-left', { why: branch(no.reason) })
}

/**
 * Takes someone from the reserve into a pair, which becomes a trio. A coordinator does it who has asked
 * the pair.
 *
 * @param joins who comes from the reserve, and who will be in the middle; ids of applications
 * @throws as `swapPartners`, and Conflict `not-in-reserve`
 */
export async function makeTrio(
  app: App,
  actor: Actor,
  code: string,
  { id, middle }: { id: string; middle: string },
): Promise<void> {
  allow(mayMatch(actor))
  await app.db.transaction().execute(async (tx) => {
    const standing = await openProposal(tx, actor, code)
    refuseStranger(standing, id)
    if (!standing.proposal.reserve.includes(id)) throw new Conflict('not-in-reserve')
    const pair = standing.proposal.groups.find((group) => group.members.includes(middle))
    if (!pair) throw new NotFound('no-such-participant')
    if (pair.members.length > 2) throw new Conflict('in-a-trio')
    for (const member of pair.members) {
      const why = standing.by.obstacle(id, member)
      if (why) throw new Conflict('may-not-be-partners', { why: branch(why) })
    }
    const end = pair.members.filter((member) => member !== middle)
    await replaceGroups(tx, standing, [pair], [{ members: [id, middle, ...end], pinned: false }], [])
    await note(tx, app.now(), actor.id, 'matching.trio', standing.round.id, { joins: id, middle })
  })
}

/**
 * Takes someone out of a trio, back to the reserve; the other two stay partners.
 *
 * @throws as `makeTrio`, and Conflict `not-in-a-trio`
 */
export async function leaveTrio(app: App, actor: Actor, code: string, id: string): Promise<void> {
  allow(mayMatch(actor))
  await app.db.transaction().execute(async (tx) => {
    const standing = await openProposal(tx, actor, code)
    const trio = standing.proposal.groups.find((group) => group.members.includes(id))
    if (!trio || trio.members.length < 3) throw new Conflict('not-in-a-trio')
    const two = trio.members.filter((member) => member !== id)
    await replaceGroups(tx, standing, [trio], [{ members: two, pinned: false }], [id])
    await note(tx, app.now(), actor.id, 'matching.trio-left', standing.round.id, { left: id })
  })
}

/** @throws NotFound `no-such-participant` when someone is not, or no longer, in the round */
function refuseStranger({ inputs }: Open, id: string): void {
  if (!inputs.applicants.some((one) => one.id === id)) throw new NotFound('no-such-participant')
}

async function replaceGroups(
  tx: Tx,
  { scenario, rows, inputs, scores, by }: Open,
  removed: readonly Group[],
  added: readonly Group[],
  toReserve: readonly string[],
): Promise<void> {
  const pairIds = removed.flatMap((group) => rows.get(group) ?? [])
  const moved = [...added.flatMap((group) => group.members), ...toReserve]
  await tx
    .deleteFrom('scenarioMember')
    .where('scenarioId', '=', scenario.id)
    .where('applicationId', 'in', moved)
    .execute()
  if (pairIds.length > 0) await tx.deleteFrom('scenarioPair').where('id', 'in', pairIds).execute()
  const groups = added.map((group) => proposedGroup(group, inputs, scores))
  await insertGroups(tx, scenario.id, groups, { byHand: true })
  const about = { applicants: inputs.applicants, proof: null }
  await insertReserve(
    tx,
    scenario.id,
    toReserve.map((id) => ({ id, reason: whyInReserve(id, about, by) })),
  )
}
