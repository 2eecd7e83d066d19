import type { Db } from '../../../db/index.ts'
import type { Round } from '../../rounds/index.ts'
import { type Bound, boundsFor } from '../scenario/prices.ts'
import { isLarge, type Proof } from '../scenario/propose.ts'
import { type Inputs, isStale, type Proposal, staleness } from '../scenario/scenario.ts'
import { certificateOf } from './kept.ts'
import { inputsOf, proposalOfRound, type Scenario } from './scenarios.ts'
import { type Standing, standingProposal } from './standing.ts'

/**
 * What prices are told against: not the plan as it stands, which changes by hand may have moved, but the best
 * plan for today's people and rules, by the settings of the plan. So the price of a pin is that pin's alone.
 */
export type Baseline = {
  scenario: Scenario
  standing: Standing
  inputs: Inputs
  /** Whether there are so many people that prices are told as bounds alone. */
  isMany: boolean
  /** Lower bounds for a person's possible partners; empty when no certificate speaks of today. */
  bounds: (id: string) => Bound[]
}

/**
 * Milliseconds to wait for exact figures before bounds are shown instead: a page at first, the part of it that is
 * asked for again, and anyone who has said to wait.
 */
export const patience = { page: 300, part: 3_000, asLongAsItTakes: Number.POSITIVE_INFINITY }

/** @throws NotFound `no-proposal` */
export async function baselineOf(db: Db, round: Round): Promise<Baseline> {
  const scenario = await proposalOfRound(db, round.id)
  const standing = await standingProposal(db, round, scenario)
  const ran = await inputsOf(db, scenario.id)
  // The pairs that were to be kept are those the plan itself was made to keep, not those it has.
  const inputs = { ...standing.inputs, keep: ran.keep }
  const certificate = isUnchanged(ran, inputs) ? await certificateOf(db, scenario.id) : null
  return { scenario, standing, inputs, isMany: isLarge(inputs), bounds: boundsBy(ran, scenario, certificate) }
}

/** A certificate speaks of what the engine was asked. With a keep bonus its points are not those of the pairs. */
function boundsBy(inputs: Inputs, { priceOfFairness }: Scenario, certificate: Proof | null) {
  if (certificate === null || inputs.settings.keepBonus > 0) return () => []
  return (id: string) => boundsFor({ inputs, certificate, priceOfFairness: priceOfFairness ?? 0 }, id)
}

function isUnchanged(then: Inputs, now: Inputs): boolean {
  const free = { pins: [], bans: [], held: [] }
  return !isStale(staleness(then, { ...now, ...free }, [])) && rulesIn(then) === rulesIn(now)
}

const rulesIn = ({ pins, bans, held }: Inputs) =>
  JSON.stringify([pins, bans, held.map((id) => [id])].map((list) => list.map(keyOf).sort()))

const keyOf = (ids: readonly string[]) => [...ids].sort().join(' ')

export const partnersOf = ({ groups }: Proposal, id: string): string[] =>
  groups.find(({ members }) => members.includes(id))?.members.filter((one) => one !== id) ?? []

/** How well someone is served in the plan as it stands, by the partner who suits less; null in reserve. */
export function servedNow({ proposal, by }: Standing, id: string): number | null {
  const partners = partnersOf(proposal, id)
  return partners.length === 0 ? null : Math.min(...partners.map((one) => by.served(id, one)))
}
