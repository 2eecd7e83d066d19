import type { Db, Tx } from '../../../db/index.ts'
import type { Round } from '../../rounds/index.ts'
import { type Group, type Inputs, type Judge, judge, type Proposal } from '../scenario/scenario.ts'
import { type Scoring, scoring } from '../score/score.ts'
import { currentInputs } from './inputs.ts'
import { groupsOf, type Scenario } from './scenarios.ts'

/** The proposal of a scenario as it stands, with everything to judge it, or a change of it, by. */
export type Standing = {
  /** As they are now, not as they were when the scenario was run. */
  inputs: Inputs
  scores: Scoring
  by: Judge
  proposal: Proposal
  /** The row of each group. */
  rows: Map<Group, string>
}

export async function standingProposal(db: Db | Tx, round: Round, scenario: Scenario): Promise<Standing> {
  const inputs = await currentInputs(db, round, scenario)
  const scores = scoring(inputs)
  const pinned = new Set(inputs.pins.map((two) => [...two].sort().join()))
  const { groups, reserve } = await groupsOf(db, scenario.id)
  const rows = new Map(
    groups.map(({ pairId, members }) => {
      const group: Group = { members, pinned: pinned.has([...members].sort().join()) }
      return [group, pairId]
    }),
  )
  return {
    inputs,
    scores,
    by: judge(inputs.applicants, scores, inputs.bans),
    proposal: { groups: [...rows.keys()], reserve },
    rows,
  }
}
