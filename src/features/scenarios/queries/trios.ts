import type { Db, Tx } from '../../../db/index.ts'
import type { Round } from '../../rounds/index.ts'
import { type ProposedGroup, proposing } from '../scenario/propose.ts'
import { trioOffers } from '../scenario/reserve.ts'
import { judged } from '../scenario/scenario.ts'
import { currentInputs } from './inputs.ts'
import { proposalOfRound } from './scenarios.ts'

/**
 * Pairs that go on, each with somebody who waits in it as a third, best first: as people and rules are now, by the
 * weights of the plan that was released. Pairs in which the third may not be anyone's partner are left out.
 *
 * @param id of the application of whoever waits
 * @param pairs ids of applications
 * @throws NotFound `no-proposal` before a release
 */
export async function triosWith(
  db: Db | Tx,
  round: Round,
  { id, pairs, most }: { id: string; pairs: readonly (readonly string[])[]; most: number },
): Promise<ProposedGroup[]> {
  const released = await proposalOfRound(db, round.id)
  const all = judged(await currentInputs(db, round, { ...released, pool: 'round' }))
  const here = new Set(all.inputs.applicants.map((one) => one.id))
  if (!here.has(id)) return []
  const groups = pairs
    .filter((members) => members.every((one) => here.has(one)))
    .map((members) => ({ members, pinned: false }))
  const offers = trioOffers(id, groups, all.by, most)
  return offers.map(({ members }) => proposing(all)({ members, pinned: false }))
}
