import type { App } from '../../../platform/app.ts'
import { note } from '../../../platform/journal.ts'
import { allow, Conflict, NotFound } from '../../../platform/refusals.ts'
import { branch, type NotedOf } from '../../../platform/words.ts'
import type { Actor } from '../../people/index.ts'
import { mayMatch } from '../policy.ts'
import { chain, type Group, type Two } from '../scenario/scenario.ts'
import { swap } from '../scenario/swap.ts'
import { applyChange, type Change } from './changes.ts'
import { type Open, openProposal, refuseUnlessIn } from './standing.ts'

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
  let cost = 0
  await changeByHand(app, actor, code, two, (standing) => {
    const done = swap(standing.proposal, two, standing.by)
    if (!done.allowed) throw refusalOf(done, two)
    cost = done.cost
    const { removed, added, toReserve } = done
    const [first, second] = two
    return {
      act: 'matching.swapped',
      detail: { scenario: standing.scenario.id, first, second, cost },
      change: { kind: 'swap', removed, added, toReserve, pins: [two], lift: { holdsOf: two } },
    }
  })
  return cost
}

function refusalOf(no: { reason: string; between: Two }, two: Two): Conflict {
  if (no.reason === 'in-a-trio' || no.reason === 'partners-already') return new Conflict(no.reason)
  if (no.reason === 'pinned') return new Conflict('pair-is-pinned')
  const isTheTwo = no.between.every((id) => two.includes(id))
  return new Conflict(isTheTwo ? 'may-not-be-partners' : 'may-not-be-left', { why: branch(no.reason) })
}

/**
 * Takes someone from the reserve into a pair, which becomes a trio; its two halves are pinned, so that it
 * outlasts the next run. A coordinator does it who has asked the pair.
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
  await changeByHand(app, actor, code, [id], ({ proposal, by }) => {
    if (!proposal.reserve.includes(id)) throw new Conflict('not-in-reserve')
    const pair = groupOf(proposal.groups, middle)
    if (pair.members.length > 2) throw new Conflict('in-a-trio')
    for (const member of pair.members) {
      const why = by.obstacle(id, member)
      if (why) throw new Conflict('may-not-be-partners', { why: branch(why) })
    }
    const members = inARow([id, ...pair.members], middle)
    return {
      act: 'matching.trio',
      detail: { first: id, middle },
      change: {
        kind: 'trio',
        removed: [pair],
        added: [{ members, pinned: true }],
        toReserve: [],
        pins: chain(members),
        lift: { pinsOf: pair.members, holdsOf: members },
      },
    }
  })
}

/**
 * Puts another member of a trio in the middle, where the one is who meets both others.
 *
 * @param middle id of their application
 * @throws as `swapPartners`, and Conflict `not-in-a-trio`, `in-the-middle-already`
 */
export async function chooseMiddle(app: App, actor: Actor, code: string, middle: string): Promise<void> {
  await changeByHand(app, actor, code, [middle], ({ proposal }) => {
    const trio = groupOf(proposal.groups, middle)
    if (trio.members.length < 3) throw new Conflict('not-in-a-trio')
    if (trio.members[1] === middle) throw new Conflict('in-the-middle-already')
    const members = inARow(trio.members, middle)
    return {
      act: 'matching.middle',
      detail: { middle },
      change: {
        kind: 'middle',
        removed: [trio],
        added: [{ members, pinned: true }],
        toReserve: [],
        pins: chain(members),
        lift: { pinsOf: members },
      },
    }
  })
}

/**
 * Moves someone to the reserve and holds them there in every run, until the hold ends. A partner they leave
 * waits as well, for the next run or a swap; of a trio the other two stay partners.
 *
 * @param id of their application
 * @throws as `swapPartners`, and Conflict `is-held` when they wait by a hold already
 */
export async function moveToReserve(app: App, actor: Actor, code: string, id: string): Promise<void> {
  await changeByHand(app, actor, code, [id], ({ inputs, proposal }) => {
    if (inputs.held.includes(id)) throw new Conflict('is-held')
    const group = proposal.groups.find(({ members }) => members.includes(id))
    const rest = (group?.members ?? []).filter((member) => member !== id)
    if (group?.pinned) throw new Conflict('pair-is-pinned')
    const staysPaired = rest.length > 1
    return {
      act: 'matching.held',
      detail: { first: id },
      change: {
        kind: 'hold',
        removed: group ? [group] : [],
        added: staysPaired ? [{ members: rest, pinned: false }] : [],
        toReserve: staysPaired ? [id] : [id, ...rest],
        hold: id,
        lift: { pinsOf: staysPaired ? (group?.members ?? []) : [] },
      },
    }
  })
}

type ByHand = 'swapped' | 'trio' | 'middle' | 'held'
type Decided = { change: Change } & {
  [One in ByHand]: { act: `matching.${One}`; detail: NotedOf<`matching.${One}`> }
}[ByHand]

/** The steps of every change by hand: look at the proposal under lock, decide, apply, note. */
async function changeByHand(
  app: App,
  actor: Actor,
  code: string,
  ids: readonly string[],
  decide: (standing: Open) => Decided,
): Promise<void> {
  allow(mayMatch(actor))
  await app.db.transaction().execute(async (tx) => {
    const standing = await openProposal(tx, actor, code)
    refuseUnlessIn(standing.inputs, ids)
    const { act, detail, change } = decide(standing)
    await applyChange(app, tx, standing, actor, change)
    await note(tx, app.now(), actor.id, act, standing.round.id, detail)
  })
}

function groupOf(groups: readonly Group[], id: string): Group {
  const group = groups.find(({ members }) => members.includes(id))
  if (!group) throw new NotFound('no-such-participant')
  return group
}

/** Three people with this one in the middle. */
function inARow(members: readonly string[], middle: string): string[] {
  const [first, ...rest] = members.filter((member) => member !== middle)
  return [...(first === undefined ? [] : [first]), middle, ...rest]
}
