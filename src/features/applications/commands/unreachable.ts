import type { App } from '../../../platform/app.ts'
import type { Round } from '../../rounds/index.ts'
import { answersWaiting, unreachableIn } from '../queries/unreachable.ts'

const namedAtMost = 10

/** Whom introductions of a round would not reach, and which emails must go first that would tell, in a line each. */
export async function unreachableLines(app: App, round: Pick<Round, 'id'>) {
  const unreachable = (await unreachableIn(app.db, round.id)).filter(({ isPlaced }) => isPlaced)
  const { count } = await answersWaiting(app.db, round.id)
  const names = unreachable.slice(0, namedAtMost).map(({ name, address }) => `${name} <${address}>`)
  const more = unreachable.length - names.length
  const named = [...names, ...(more > 0 ? [`and ${more} more`] : [])].join(', ')
  const lines = [
    ...(unreachable.length > 0
      ? [`Emails do not reach ${unreachable.length} with a place: ${named}. Correct their addresses first.`]
      : []),
    ...(count > 0
      ? [
          `${count} emails that say “you are in” have not left yet, so nobody knows whether these addresses work.`,
        ]
      : []),
  ]
  return { unreachable, answersWaiting: count, lines }
}
