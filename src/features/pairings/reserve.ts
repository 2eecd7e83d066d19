import type { Applicant } from './applicant.ts'
import { type Group, type Judge, worstOf } from './scenario.ts'
import type { Obstacle } from './score.ts'

/** Why someone has no partner, with the numbers that show it. */
export type ReserveReason =
  | { kind: 'nobody-allowed'; obstacles: Partial<Record<Obstacle | 'banned', number>> }
  | { kind: 'odd-number'; possible: number }
  /** All who could be partners are needed by others, who have even fewer to choose from. */
  | { kind: 'too-few-partners'; possible: number; competing: number }
  /** A coordinator took this person out of a pair by hand. */
  | { kind: 'by-hand'; possible: number }

/**
 * @param competing how many people stand in the way, as the engine's proof names them
 * @param byHand whether the proposal as it was run had placed this person
 */
export function whyInReserve(
  id: string,
  {
    applicants,
    reserve,
    competing,
    byHand,
  }: { applicants: readonly Applicant[]; reserve: readonly string[]; competing: number; byHand: boolean },
  by: Judge,
): ReserveReason {
  const obstacles: Partial<Record<Obstacle | 'banned', number>> = {}
  let possible = 0
  for (const other of applicants) {
    if (other.id === id) continue
    const obstacle = by.obstacle(id, other.id)
    if (obstacle === null) possible++
    else obstacles[obstacle] = (obstacles[obstacle] ?? 0) + 1
  }
  if (possible === 0) return { kind: 'nobody-allowed', obstacles }
  if (byHand) return { kind: 'by-hand', possible }
  if (reserve.length === 1 && applicants.length % 2 === 1) return { kind: 'odd-number', possible }
  return { kind: 'too-few-partners', possible, competing }
}

/** A pair that could take someone in, and what the worst served of the three would get. */
export type TrioOffer = { pair: Group; members: readonly [string, string, string]; worst: number }

/**
 * The pairs that could best become a trio with someone, best first. All three may be partners of each
 * other; whether the pair is willing, a coordinator has to ask.
 */
export function trioOffers(id: string, groups: readonly Group[], by: Judge, most = 3): TrioOffer[] {
  return groups
    .flatMap((pair): TrioOffer[] => {
      const [a, b] = pair.members
      if (a === undefined || b === undefined || pair.members.length > 2) return []
      if (by.obstacle(id, a) || by.obstacle(id, b)) return []
      const members = by.score(id, a) >= by.score(id, b) ? ([id, a, b] as const) : ([id, b, a] as const)
      return [{ pair, members, worst: worstOf({ members, pinned: false }, by) }]
    })
    .sort((one, other) => other.worst - one.worst || (one.members.join() < other.members.join() ? -1 : 1))
    .slice(0, most)
}
