import type { Db } from '../../../db/index.ts'
import type { Actor } from '../../people/index.ts'
import { type Unanswered, unanswered } from '../desk.ts'
import { answerCounts } from './applications.ts'
import { deskFor } from './desk.ts'

/** Who asks for a place in a round and has none, in the order in which they came. */
export async function unansweredIn(db: Db, actor: Actor, roundId: string): Promise<Unanswered> {
  // The desk of a large round takes its time, and is not needed when everyone has a place.
  const { applications, accepted } = await answerCounts(db, roundId)
  return applications > accepted
    ? unanswered(await deskFor(db, actor, roundId))
    : { problem: [], asked: [], ready: [], waiting: [] }
}
