import type { Db, Tx } from '../../../db/index.ts'
import { phaseOf, type Round } from '../../rounds/index.ts'
import {
  isUnderway,
  latestScenarios,
  type Scenario,
  sizeOf,
  stalenessOf,
  type Violation,
} from '../../scenarios/index.ts'
import type { Fitness } from '../obstacle.ts'

type Looked = { round: Round; scenario: Scenario; violations: readonly Violation[] }

/**
 * What decides whether the proposal of a scenario may go out as things stand.
 *
 * @param lookedAt number of the scenario that someone wants to release; null for whichever stands
 */
export async function fitnessOf(
  db: Db | Tx,
  { round, scenario, violations }: Looked,
  { lookedAt, now }: { lookedAt: number | null; now: Date },
): Promise<Fitness> {
  const { newest } = await latestScenarios(db, round.id)
  return {
    standing: scenario.number,
    lookedAt,
    isRunning: newest !== null && isUnderway(newest, now),
    // The first release may come late; new partners are found only while there is a round to spend together.
    isOver: scenario.pool === 'rematch' && phaseOf(round, now) === 'ended',
    stale: await stalenessOf(db, round, scenario),
    violations,
    pairs: (await sizeOf(db, scenario.id)).pairs,
  }
}
