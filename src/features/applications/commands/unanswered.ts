import type { App } from '../../../platform/app.ts'
import { terminal } from '../../people/index.ts'
import type { Round } from '../../rounds/index.ts'
import { type Unanswered, unansweredReasons } from '../desk.ts'
import { unansweredIn } from '../queries/unanswered.ts'

type Reason = keyof Unanswered

const said: Record<Reason, string> = {
  problem: 'still to be cleaned',
  asked: 'asked something, and no reply',
  ready: 'ready, but nobody has answered',
  waiting: 'waiting because of the country cap',
}

const seenWith: Record<Reason, string> = {
  problem: 'applications problems',
  asked: 'applications list --state problem',
  ready: 'applications list --state ready',
  waiting: 'applications list --state waiting',
}

const namedOfEach = 5

/** Who asks for a place in a round and has none, in a line for each reason, with the command that shows them all. @param reasons which of them matter here */
export async function unansweredLines(
  app: App,
  round: Pick<Round, 'id' | 'code'>,
  reasons = unansweredReasons as readonly Reason[],
) {
  const unanswered = await unansweredIn(app.db, terminal, round.id)
  const lines = reasons
    .map((reason) => ({ reason, people: unanswered[reason] }))
    .filter(({ people }) => people.length > 0)
    .map(
      ({ reason, people }) =>
        `No place yet, ${said[reason]}: ${people.length} (${named(people)}). See \`twinleaf ${seenWith[reason]} --round ${round.code}\`.`,
    )
  return { unanswered, lines }
}

function named(people: Unanswered['ready']): string {
  const names = people.slice(0, namedOfEach).map(({ name }) => name)
  const more = people.length - names.length
  return [...names, ...(more > 0 ? [`and ${more} more`] : [])].join(', ')
}
