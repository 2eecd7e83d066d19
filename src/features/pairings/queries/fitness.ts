import type { Db, Tx } from '../../../db/index.ts'
import { phaseOf } from '../../rounds/index.ts'
import {
  countsOf,
  inputsThenAndNow,
  isUnderway,
  latestScenarios,
  type Open,
  staleness,
  violations,
} from '../../scenarios/index.ts'
import type { Fitness } from '../obstacle.ts'

/**
 * What decides whether the proposal of a scenario may go out as things stand.
 *
 * @param lookedAt number of the scenario that someone wants to release; null for whichever stands
 */
export async function fitnessOf(
  db: Db | Tx,
  { round, scenario, inputs, proposal, by }: Open,
  { lookedAt, now }: { lookedAt: number | null; now: Date },
): Promise<Fitness> {
  const { newest } = await latestScenarios(db, round.id)
  const { before, today } = await inputsThenAndNow(db, round, scenario)
  return {
    standing: scenario.number,
    lookedAt,
    isRunning: newest !== null && isUnderway(newest, now),
    // The first release may come late; new partners are found only while there is a round to spend together.
    isOver: scenario.pool === 'rematch' && phaseOf(round, now) === 'ended',
    stale: staleness(before, today, proposal.groups),
    violations: violations(proposal, inputs.applicants, by),
    pairs: (await countsOf(db, scenario.id)).pairs,
  }
}
