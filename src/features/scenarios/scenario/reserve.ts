import type { Obstacle } from '../score/score.ts'
import { type Group, type Judge, type Judged, worstOf } from './scenario.ts'

/** Why someone has no partner, with the numbers that show it. */
export type ReserveReason =
  | { kind: 'nobody-allowed'; obstacles: Partial<Record<Obstacle | 'banned', number>> }
  /** Everyone else is paired, and one is over. */
  | { kind: 'odd-number'; possible: number }
  /** `rivals` people could be paired with no more than `partners` others: some of them have to wait. */
  | { kind: 'too-few-partners'; possible: number; rivals: number; partners: number }
  /** Everyone who could be a partner is pinned to someone else. */
  | { kind: 'partners-pinned'; possible: number }
  /** A coordinator took this person out of a pair by hand. */
  | { kind: 'by-hand'; possible: number }

/** @see Unplaced of the engine */
export type Proof = { rivals: number; partners: number; isOnlyOne: boolean }

/**
 * @param proof how the engine shows that someone had to be left over: people who compete, and the only
 *   partners there are for them; and whether nobody else is left over of an odd number. Null when a coordinator took this person out of a pair by hand
 */
export function whyInReserve(
  id: string,
  proof: Proof | null,
  { inputs: { applicants, bans }, scores }: Judged,
): ReserveReason {
  const own = applicants.findIndex((one) => one.id === id)
  const apart = new Set(bans.filter((ban) => ban.includes(id)).flat())
  const obstacles: Partial<Record<Obstacle | 'banned', number>> = {}
  let possible = 0
  // By position: of a large round, very many are asked about for each who waits.
  for (const [at, other] of applicants.entries()) {
    if (at === own) continue
    const obstacle = apart.has(other.id) ? 'banned' : scores.obstacle(own, at)
    if (obstacle === null) possible++
    else obstacles[obstacle] = (obstacles[obstacle] ?? 0) + 1
  }
  if (possible === 0) return { kind: 'nobody-allowed', obstacles }
  if (proof === null) return { kind: 'by-hand', possible }
  if (proof.partners === 0 || proof.isOnlyOne) return { kind: 'odd-number', possible }
  if (proof.partners >= proof.rivals) return { kind: 'partners-pinned', possible }
  return { kind: 'too-few-partners', possible, rivals: proof.rivals, partners: proof.partners }
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
