import type { Tx } from '../../../db/index.ts'
import { isUuid } from '../../../platform/ids.ts'
import { Conflict, NotFound } from '../../../platform/refusals.ts'
import { forgetLinks } from '../../../platform/sign-in/index.ts'
import type { Actor } from '../actor.ts'
import { isSooner } from '../grant.ts'
import { firstDayWithoutDirector } from '../queries/directors.ts'

/** @throws NotFound `no-such-person` */
export async function lockPerson(tx: Tx, id: string) {
  if (!isUuid(id)) throw new NotFound('no-such-person')
  const person = await tx.selectFrom('person').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  if (!person) throw new NotFound('no-such-person')
  return person
}

/** What someone may do has changed: they sign in anew, by a new link and under a new token. */
export async function endSessions(tx: Tx, personId: string): Promise<void> {
  await tx.deleteFrom('session').where('personId', '=', personId).execute()
  await forgetLinks(tx, personId)
}

/**
 * Makes a change after which the office still has someone who can appoint others, today and on each day to come: one that
 * brings the first day without a director nearer is refused. The terminal may do without: it can appoint at any time.
 *
 * @throws Conflict `last-director`
 */
export async function keepingDirectors<T>(
  tx: Tx,
  actor: Actor,
  now: Date,
  change: () => Promise<T>,
): Promise<T> {
  // All of them, lowest id first: of two who leave at the same moment, one finds that the other has gone.
  await tx
    .selectFrom('roleGrant')
    .select('id')
    .where('role', '=', 'director')
    .orderBy('id')
    .forUpdate()
    .execute()
  const before = await firstDayWithoutDirector(tx, now)
  const done = await change()
  if (actor.id !== null && isSooner(await firstDayWithoutDirector(tx, now), before))
    throw new Conflict('last-director')
  return done
}
