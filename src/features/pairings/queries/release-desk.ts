import type { Db } from '../../../db/index.ts'
import { answersWaiting, unansweredIn, unreachableIn } from '../../applications/index.ts'
import type { Actor } from '../../people/index.ts'
import type { Round } from '../../rounds/index.ts'
import { countsOf, latestScenarios, violationsOf } from '../../scenarios/index.ts'
import { obstacleTo } from '../obstacle.ts'
import { fitnessOf } from './fitness.ts'
import { lastRehearsal } from './rehearsal.ts'

/** What the release page asks before it offers the act; null while there is nothing to release. */
export async function releaseDesk(db: Db, actor: Actor, round: Round, now: Date) {
  const { proposed } = await latestScenarios(db, round.id)
  if (!proposed) return null
  const violations = await violationsOf(db, round, proposed)
  const looked = { round, scenario: proposed, violations }
  return {
    scenario: proposed,
    rehearsal: await lastRehearsal(db, round.id),
    unanswered: await unansweredIn(db, actor, round.id),
    unreachable: await unreachableIn(db, round.id),
    waiting: await answersWaiting(db, round.id),
    counted: await countsOf(db, proposed.id),
    obstacle: obstacleTo(await fitnessOf(db, looked, { lookedAt: null, now })),
  }
}
