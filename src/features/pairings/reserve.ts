import type { Applicant } from './applicant.ts'
import { type Group, type Judge, worstOf } from './scenario.ts'
import type { Obstacle } from './score.ts'

/** Why someone has no partner, with the numbers that show it. */
export type ReserveReason =
  | { kind: 'nobody-allowed'; obstacles: Partial<Record<Obstacle | 'banned', number>> }
  /** Everyone else is paired, and one is over. */
  | { kind: 'odd-number'; possible: number }
  /** `rivals` people could be paired with no more than `partners` others: some of them have to wait. */
  | { kind: 'too-few-partners'; possible: number; rivals: number; partners: number }
  /** A coordinator took this person out of a pair by hand. */
  | { kind: 'by-hand'; possible: number }

/**
 * @param proof how the engine shows that someone had to be left over: people who compete, and the only
 *   partners there are for them; null when a coordinator took this person out of a pair by hand
 */
export function whyInReserve(
  id: string,
  {
    applicants,
    proof,
  }: { applicants: readonly Applicant[]; proof: { rivals: number; partners: number } | null },
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
  if (proof === null) return { kind: 'by-hand', possible }
  return proof.partners === 0
    ? { kind: 'odd-number', possible }
    : { kind: 'too-few-partners', possible, ...proof }
}

/** A pair that could take someone in, and the score of the worst two of the three. */
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
