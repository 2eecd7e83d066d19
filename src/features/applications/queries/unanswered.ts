import type { Db } from '../../../db/index.ts'
import type { Actor } from '../../people/index.ts'
import { fullName, type State } from '../application.ts'
import type { Desk } from '../desk.ts'
import { answerCounts, deskFor } from './applications.ts'

/** Why someone has no place yet: something is to be cleaned, nobody has answered, or the cap makes them wait. */
export const unansweredStates = ['problem', 'ready', 'waiting'] as const satisfies readonly State[]
export type UnansweredState = (typeof unansweredStates)[number]

export type Unanswered = Record<UnansweredState, { id: string; name: string }[]>

/** Who asks for a place in a round and has none, in the order in which they came. */
export async function unansweredIn(db: Db, actor: Actor, roundId: string): Promise<Unanswered> {
  // The desk of a large round takes its time, and is not needed when everyone has a place.
  const { applications, accepted } = await answerCounts(db, roundId)
  return applications > accepted
    ? unansweredOn(await deskFor(db, actor, roundId))
    : { problem: [], ready: [], waiting: [] }
}

function unansweredOn({ applications, states }: Desk): Unanswered {
  const inState = (state: State) =>
    applications
      .filter(({ id }) => states.get(id) === state)
      .map((one) => ({ id: one.id, name: fullName(one) }))
  return { problem: inState('problem'), ready: inState('ready'), waiting: inState('waiting') }
}
