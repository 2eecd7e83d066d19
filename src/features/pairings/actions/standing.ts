import type { Tx } from '../../../db/index.ts'
import type { Actor } from '../../people/index.ts'
import { lockRound, type Round, roundByCode } from '../../rounds/index.ts'
import { currentInputs } from '../queries/inputs.ts'
import { groupsOf, proposalOfRound, type Scenario } from '../queries/scenarios.ts'
import { type Group, type Inputs, type Judge, judge, type Proposal } from '../scenario.ts'
import { type Scoring, scoring } from '../score.ts'
import { refuseAfterRelease } from './run.ts'

/** A proposal that may be changed, with everything to judge a change by. The round is locked. */
export type Standing = {
  round: Round
  scenario: Scenario
  /** As they are now, not as they were when the scenario was run. */
  inputs: Inputs
  scores: Scoring
  by: Judge
  proposal: Proposal
  /** The row of each group. */
  rows: Map<Group, string>
}

/**
 * The proposal of a round, locked until the transaction ends.
 *
 * @throws NotFound `no-such-round`, `no-proposal`
 * @throws Conflict `already-released`
 */
export async function standingOf(tx: Tx, actor: Actor, code: string): Promise<Standing> {
  const round = await lockRound(tx, (await roundByCode(tx, actor, code)).id)
  await refuseAfterRelease(tx, round.id)
  const scenario = await proposalOfRound(tx, round.id)
  const inputs = await currentInputs(tx, round, scenario.seed)
  const scores = scoring(inputs)
  const pinned = new Set(inputs.pins.map((two) => [...two].sort().join()))
  const rows = new Map(
    (await groupsOf(tx, scenario.id)).map(({ pairId, members }) => [
      { members, pinned: pinned.has([...members].sort().join()) } satisfies Group,
      pairId,
    ]),
  )
  const reserve = await tx
    .selectFrom('scenarioMember')
    .where('scenarioId', '=', scenario.id)
    .where('scenarioPairId', 'is', null)
    .select('applicationId')
    .orderBy('applicationId')
    .execute()
  return {
    round,
    scenario,
    inputs,
    scores,
    by: judge(inputs.applicants, scores, inputs.bans),
    proposal: { groups: [...rows.keys()], reserve: reserve.map((one) => one.applicationId) },
    rows,
  }
}
