import type { Db } from '../../../db/index.ts'
import { type Named, peopleLike } from './people.ts'

/** More people of a name than can be chosen from at a glance. */
const mostFound = 20

/** What became of a name that someone typed. */
export type Found =
  | { kind: 'nobody-asked' }
  | { kind: 'one'; person: Named }
  /** In the order of their names. */
  | { kind: 'several'; people: Named[] }
  | { kind: 'none' | 'too-many' }

/**
 * A participant by what a coordinator would type: a part of their name, or the id that a link has.
 *
 * @param typed may be empty
 */
export async function findParticipant(db: Db, roundId: string, typed: string): Promise<Found> {
  if (typed === '') return { kind: 'nobody-asked' }
  const people = await peopleLike(db, roundId, typed, mostFound + 1)
  const [person, ...more] = people
  if (!person) return { kind: 'none' }
  if (more.length === 0) return { kind: 'one', person }
  return people.length > mostFound ? { kind: 'too-many' } : { kind: 'several', people }
}
