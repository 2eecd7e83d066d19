import type { Tx } from '../../../db/index.ts'
import { dayIn } from '../../../platform/days.ts'
import { isUuid } from '../../../platform/ids.ts'
import { Conflict, NotFound } from '../../../platform/refusals.ts'
import { forgetLinks } from '../../../platform/sign-in/index.ts'
import type { Actor } from '../actor.ts'
import { heldOn } from '../queries/grants.ts'

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
 * The office keeps someone who can appoint others. Call it after the change. The terminal may do without:
 * it can appoint at any time.
 *
 * @throws Conflict `last-director` when no director is left whose role holds today
 */
export async function refuseWithoutDirector(tx: Tx, actor: Actor, now: Date): Promise<void> {
  if (actor.id === null) return
  if ((await directors(tx, now)).length === 0) throw new Conflict('last-director')
}

/** Ids of those who hold the role today. */
export async function directors(tx: Tx, now: Date): Promise<string[]> {
  const today = dayIn(now)
  const rows = await tx
    .selectFrom('roleGrant')
    .innerJoin('person', 'person.id', 'roleGrant.personId')
    .select('personId')
    .distinct()
    .where('role', '=', 'director')
    .where('person.disabledAt', 'is', null)
    .where(heldOn(today))
    .execute()
  return rows.map(({ personId }) => personId)
}
