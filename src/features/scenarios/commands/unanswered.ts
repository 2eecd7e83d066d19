import type { App } from '../../../platform/app.ts'
import { type Unanswered, unansweredIn } from '../../applications/index.ts'
import { terminal } from '../../people/index.ts'

const said = {
  problem: 'still to be cleaned',
  ready: 'ready, but nobody has answered',
  waiting: 'waiting because of the country cap',
}

const namedOfEach = 5

/** Who asks for a place in a round and has none, in a line for each reason. */
export async function unansweredLines(app: App, roundId: string) {
  const unanswered = await unansweredIn(app.db, terminal, roundId)
  const lines = Object.entries(unanswered).flatMap(([state, people]) =>
    people.length === 0
      ? []
      : [`No answer yet, ${said[state as keyof Unanswered]}: ${people.length} (${named(people)}).`],
  )
  return { unanswered, lines }
}

function named(people: Unanswered['ready']): string {
  const names = people.slice(0, namedOfEach).map(({ name }) => name)
  const more = people.length - names.length
  return [...names, ...(more > 0 ? [`and ${more} more`] : [])].join(', ')
}
