import type { Tx } from '../../../db/index.ts'
import type { App } from '../../../platform/app.ts'
import { note } from '../../../platform/journal.ts'
import { allow, Conflict } from '../../../platform/refusals.ts'
import type { Actor } from '../../people/index.ts'
import { mayMatch } from '../policy.ts'
import { type ChangeKind, lastChange } from '../queries/changes.ts'
import { reasonsOf } from '../queries/scenarios.ts'
import type { Arrangement } from '../scenario/as-found.ts'
import { proposing } from '../scenario/propose.ts'
import { whyInReserve } from '../scenario/reserve.ts'
import type { Group, Two } from '../scenario/scenario.ts'
import { type AskedRule, insertRule, type Lifting, liftRules, unliftRules } from './rules.ts'
import { type Open, openProposal } from './standing.ts'
import { insertGroups, insertReserve } from './storing.ts'

/** What a change by hand does: to the proposal, and to the rules, so that it outlasts the next run. */
export type Change = {
  kind: ChangeKind
  /** Groups taken apart and groups made, members in a row; everyone in the one is in the other, or in reserve. */
  removed: readonly Group[]
  added: readonly Group[]
  toReserve: readonly string[]
  /** Pins to make, and people to hold. */
  pins?: readonly Two[]
  hold?: string
  /** Rules of these people are lifted first: pins within a group taken apart, holds of people placed. */
  lift?: Lifting
}

/** Changes the proposal and the rules, and keeps both so that it can be undone. */
export async function applyChange(app: App, tx: Tx, standing: Open, actor: Actor, change: Change) {
  const { round, scenario, proposal } = standing
  const moved = [...change.added.flatMap(({ members }) => members), ...change.toReserve]
  const before: Arrangement = {
    groups: change.removed.map(({ members }) => members),
    reserve: proposal.reserve.filter((id) => moved.includes(id)),
    reasons: await reasonsOf(tx, scenario.id, moved),
  }
  const after: Arrangement = {
    groups: change.added.map(({ members }) => members),
    reserve: change.toReserve,
  }
  await arrange(tx, standing, before, after)

  const lifted = await liftRules(tx, round.id, change.lift ?? {}, app.now())
  const made = await Promise.all(
    rulesFor(change, standing).map((rule) => insertRule(app, tx, round, actor, rule)),
  )
  const number = ((await lastChange(tx, scenario.id, { undone: true }))?.number ?? 0) + 1
  await tx
    .insertInto('scenarioChange')
    .values({
      scenarioId: scenario.id,
      number,
      kind: change.kind,
      before: JSON.stringify(before),
      after: JSON.stringify(after),
      rulesMade: made,
      rulesLifted: lifted,
      madeBy: actor.id,
      madeAt: app.now(),
    })
    .execute()
}

/** The rules that make a change last; a pin that stood before, and was not lifted, still does. */
function rulesFor({ pins = [], hold, lift }: Change, { inputs }: Open): AskedRule[] {
  const isPinned = ([a, b]: Two) => inputs.pins.some((pin) => pin.includes(a) && pin.includes(b))
  const isLifted = (two: Two) => two.every((id) => lift?.pinsOf?.includes(id))
  return [
    ...pins.filter((two) => !isPinned(two) || isLifted(two)).map((two): AskedRule => ({ kind: 'pin', two })),
    ...(hold ? [{ kind: 'hold' as const, two: [hold, null] as const }] : []),
  ]
}

/**
 * Takes back the last change by hand that still stands: the proposal and the rules are as they were before it.
 *
 * @throws Forbidden unless a coordinator asks
 * @throws NotFound `no-such-round`, `no-proposal`
 * @throws Conflict `already-released`, `nothing-to-undo`
 */
export async function undoChange(app: App, actor: Actor, code: string): Promise<void> {
  allow(mayMatch(actor))
  await app.db.transaction().execute(async (tx) => {
    const standing = await openProposal(tx, actor, code)
    const last = await lastChange(tx, standing.scenario.id)
    if (!last) throw new Conflict('nothing-to-undo')
    await arrange(tx, standing, last.after, last.before)
    await liftRules(tx, standing.round.id, { ids: last.rulesMade }, app.now())
    await unliftRules(tx, last.rulesLifted)
    await tx
      .updateTable('scenarioChange')
      .set({ undoneAt: app.now(), undoneBy: actor.id })
      .where('id', '=', last.id)
      .execute()
    const detail = { scenario: standing.scenario.id, change: last.number, kind: last.kind }
    await note(tx, app.now(), actor.id, 'matching.undone', standing.round.id, detail)
  })
}

/** Takes groups apart and makes others of the same people and of people in reserve. */
async function arrange(tx: Tx, standing: Open, from: Arrangement, to: Arrangement) {
  const { scenario, rows } = standing
  const key = (members: readonly string[]) => members.toSorted().join()
  const pairIdOf = new Map([...rows].map(([group, id]) => [key(group.members), id]))
  const pairIds = from.groups.flatMap((members) => pairIdOf.get(key(members)) ?? [])
  const moved = [...to.groups.flat(), ...to.reserve]
  await tx
    .deleteFrom('scenarioMember')
    .where('scenarioId', '=', scenario.id)
    .where('applicationId', 'in', moved)
    .execute()
  if (pairIds.length > 0) await tx.deleteFrom('scenarioPair').where('id', 'in', pairIds).execute()
  const propose = proposing(standing)
  const groups = to.groups.map((members) => propose({ members, pinned: false }))
  await insertGroups(tx, scenario.id, groups, { byHand: true })
  const reserve = to.reserve.map((id) => ({
    id,
    reason: to.reasons?.[id] ?? whyInReserve(id, null, standing),
  }))
  await insertReserve(tx, scenario.id, reserve)
}
