import type { Db } from '../../../db/index.ts'
import { emailKey } from '../../../platform/email-key.ts'
import type { Example } from '../../../platform/worded.ts'
import { type Actor, peopleVisibleTo } from '../../people/index.ts'
import { invented } from './example.ts'

const mostSuggested = 50

const seen = (db: Db, actor: Actor) =>
  db
    .selectFrom('person')
    .where(peopleVisibleTo(actor))
    .where('person.erasedAt', 'is', null)
    .select(['id as personId', 'name', 'givenName', 'email', 'zone'])

/** People an email may be looked at for: those who came last. */
export const suggestedPeople = (db: Db, actor: Actor) =>
  seen(db, actor).orderBy('createdAt', 'desc').orderBy('id').limit(mostSuggested).execute()

/**
 * Somebody by their address or a part of their name.
 *
 * @param sought empty for somebody made up
 * @returns a code where nobody, or more than one, is called so
 */
export async function exampleFor(
  db: Db,
  actor: Actor,
  sought: string,
  locale: string,
): Promise<Example | 'nobody-called' | 'several-called'> {
  if (sought === '') return { ...invented(locale).people[0], personId: null, locale }
  const found = await seen(db, actor)
    .where((eb) =>
      eb.or([
        eb('emailKey', '=', emailKey(sought)),
        eb(eb.fn<number>('strpos', [eb.fn('lower', ['name']), eb.val(sought.toLowerCase())]), '>', 0),
      ]),
    )
    .orderBy((eb) => eb('emailKey', '=', emailKey(sought)), 'desc')
    .limit(2)
    .execute()
  const [first, second] = found
  if (!first) return 'nobody-called'
  if (second && first.email.toLowerCase() !== sought.toLowerCase()) return 'several-called'
  return { ...first, locale }
}
