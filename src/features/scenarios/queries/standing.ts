import type { Db, Tx } from '../../../db/index.ts'
import type { Round } from '../../rounds/index.ts'
import { type Group, type Judged, judged, type Proposal } from '../scenario/scenario.ts'
import { currentInputs } from './inputs.ts'
import { groupsOf, type Scenario } from './scenarios.ts'

/**
 * The proposal of a scenario as it stands, with everything to judge it, or a change of it, by: people and rules as they
 * are now, not as they were when the scenario was run.
 */
export type Standing = Judged & {
  proposal: Proposal
  /** The row of each group. */
  rows: Map<Group, string>
}

export async function standingProposal(db: Db | Tx, round: Round, scenario: Scenario): Promise<Standing> {
  const inputs = await currentInputs(db, round, scenario)
  const pinned = new Set(inputs.pins.map((two) => [...two].sort().join()))
  const { groups, reserve } = await groupsOf(db, scenario.id)
  const rows = new Map(
    groups.map(({ pairId, members }) => {
      const group: Group = { members, pinned: pinned.has([...members].sort().join()) }
      return [group, pairId]
    }),
  )
  return {
    ...judged(inputs),
    proposal: { groups: [...rows.keys()], reserve },
    rows,
  }
}
