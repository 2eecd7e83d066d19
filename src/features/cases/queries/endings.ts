import type { Db } from '../../../db/index.ts'
import { type MemberStanding, standingsOf } from '../../checkins/index.ts'
import type { Actor } from '../../people/index.ts'
import type { Round } from '../../rounds/index.ts'
import { leaversOf } from '../ending.ts'
import { type CaseLine, dueCases } from './queue.ts'

/** A pairing that is ready to be ended, by its case: who leaves, and who stays and waits. */
export type Ending = { one: CaseLine; leaving: MemberStanding[]; staying: MemberStanding[] }

/** All pairings of some rounds in whose cases nothing is left but to end them, those that are due first before the others. */
export async function endingsDue(
  db: Db,
  actor: Actor,
  rounds: readonly Round[],
  now: Date,
): Promise<Ending[]> {
  const found = await Promise.all(
    rounds.map(async (round) => {
      const pairs = new Map((await standingsOf(db, round, now)).map((pair) => [pair.id, pair]))
      return (await dueCases(db, actor, { roundId: round.id, now })).flatMap((one) => {
        const pair = pairs.get(one.pairingId)
        const leaving = pair && leaversOf(one, pair)
        if (!leaving) return []
        return [{ one, leaving, staying: pair.members.filter((member) => !leaving.includes(member)) }]
      })
    }),
  )
  // A pairing may have several cases; it ends once.
  const all = found.flat().toSorted((a, b) => a.one.dueAt.getTime() - b.one.dueAt.getTime())
  return [...new Map(all.toReversed().map((ending) => [ending.one.pairingId, ending])).values()].reverse()
}
