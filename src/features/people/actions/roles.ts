import type { Tx } from '../../../db/index.ts'
import type { App } from '../../../platform/app.ts'
import { dayIn } from '../../../platform/days.ts'
import { isUuid } from '../../../platform/ids.ts'
import { note } from '../../../platform/journal.ts'
import { settingsIn } from '../../../platform/network/index.ts'
import { allow, Conflict, NotFound } from '../../../platform/refusals.ts'
import type { Actor, Role } from '../actor.ts'
import type { Grant } from '../grant.ts'
import { mayGrantRoles } from '../policy.ts'
import { knowPerson, type NewPerson } from './persons.ts'
import { endSessions, keepingDirectors, lockPerson } from './standing.ts'
import { tellEnded, tellGiven } from './tell-role.ts'

/**
 * Gives someone a role of the office from its first to its last day. They sign in anew, and are told by email.
 *
 * @throws Forbidden unless a director asks
 * @throws NotFound `no-such-person`
 * @throws Conflict `person-disabled`; `already-granted` when the same role holds on one of these days
 */
export async function grantRole(
  app: App,
  actor: Actor,
  personId: string,
  wish: Omit<Grant, 'id'>,
): Promise<string> {
  allow(mayGrantRoles(actor))
  return app.db.transaction().execute(async (tx) => {
    const person = await lockPerson(tx, personId)
    if (person.disabledAt) throw new Conflict('person-disabled')
    await refuseOverlap(tx, personId, wish)
    const { id } = await tx
      .insertInto('roleGrant')
      .values({ ...wish, personId, grantedBy: actor.id, createdAt: app.now() })
      .returning('id')
      .executeTakeFirstOrThrow()
    await endSessions(tx, personId)
    await note(tx, app.now(), actor.id, 'role.granted', personId, wish)
    await tellGiven(app, tx, actor, person, { ...wish, id })
    return id
  })
}

/**
 * Makes someone the first director, whom nobody is there to appoint. Part of beginning a network, in its transaction.
 *
 * @returns the id of the person
 * @throws Conflict `person-disabled`
 */
export async function appointFirst(app: App, tx: Tx, wish: NewPerson): Promise<string> {
  const now = app.now()
  const personId = await knowPerson(tx, now, wish)
  if ((await lockPerson(tx, personId)).disabledAt) throw new Conflict('person-disabled')
  const grant = { role: 'director', country: null, startsOn: dayIn(now), endsOn: null }
  await tx
    .insertInto('roleGrant')
    .values({ ...grant, personId, createdAt: now })
    .execute()
  await note(tx, now, personId, 'role.granted', personId, grant)
  return personId
}

/**
 * Makes someone the ambassador of a country, who gets an account if we did not know them; who is that already goes on, to
 * the last day that is said now. Part of accepting an invitation, which has asked who may.
 *
 * @param by who invited them
 * @returns the id of the person
 * @throws Conflict `person-disabled`
 */
export async function appointAmbassador(
  app: App,
  tx: Tx,
  by: string | null,
  { person, country, endsOn }: { person: NewPerson; country: string; endsOn: string | null },
): Promise<string> {
  const now = app.now()
  const { zone } = await settingsIn(tx)
  const personId = await knowPerson(tx, now, { zone, ...person })
  if ((await lockPerson(tx, personId)).disabledAt) throw new Conflict('person-disabled')
  const grant = { role: 'ambassador' as const, country, startsOn: dayIn(now), endsOn }
  const same = await overlapping(tx, personId, grant)
  if (same) await tx.updateTable('roleGrant').set({ endsOn }).where('id', '=', same.id).execute()
  else
    await tx
      .insertInto('roleGrant')
      .values({ ...grant, personId, grantedBy: by, createdAt: now })
      .execute()
  await endSessions(tx, personId)
  await note(tx, now, personId, 'role.granted', personId, grant)
  return personId
}

/**
 * Ends a role with its last day. A last day before today ends it at once; one before its first day takes it
 * back as if it had not been given. They are told by email; whoever spoke for a country until then is thanked instead.
 *
 * @param endsOn `YYYY-MM-DD`, included
 * @throws Forbidden unless a director asks
 * @throws NotFound `no-such-grant`
 * @throws Conflict `last-director` when nobody could appoint anyone any more, today or on a later day
 */
export async function endGrant(app: App, actor: Actor, grantId: string, endsOn: string): Promise<void> {
  allow(mayGrantRoles(actor))
  await app.db.transaction().execute((tx) =>
    keepingDirectors(tx, actor, app.now(), async () => {
      const grant = await endIn(app, tx, actor, { grantId, endsOn })
      if (grant) await tellEnded(app, tx, actor, grant, endsOn)
    }),
  )
}

/**
 * The same for the ambassador of a country. Part of another action, which has asked who may.
 *
 * @throws NotFound `no-such-grant`, also for another role or country
 */
export const endAmbassador: (
  app: App,
  tx: Tx,
  actor: Actor,
  end: { grantId: string; country: string; endsOn: string },
) => Promise<unknown> = endIn

type End = { grantId: string; endsOn: string; country?: string }

/** @returns the role as it was before; undefined where it ended no later anyway */
async function endIn(app: App, tx: Tx, actor: Actor, { grantId, endsOn, ...of }: End) {
  if (!isUuid(grantId)) throw new NotFound('no-such-grant')
  const grant = await tx
    .selectFrom('roleGrant')
    .selectAll()
    .where('id', '=', grantId)
    .$if(of.country !== undefined, (query) =>
      query.where('role', '=', 'ambassador').where('country', '=', of.country ?? ''),
    )
    .forUpdate()
    .executeTakeFirst()
  if (!grant) throw new NotFound('no-such-grant')
  const { personId, role, country, startsOn } = grant
  // Pressed again, it ends no later.
  if (of.country !== undefined && grant.endsOn !== null && grant.endsOn <= endsOn) return
  if (endsOn < startsOn) await tx.deleteFrom('roleGrant').where('id', '=', grantId).execute()
  else await tx.updateTable('roleGrant').set({ endsOn }).where('id', '=', grantId).execute()
  await endSessions(tx, personId)
  await note(tx, app.now(), actor.id, 'role.ended', personId, { role, country, endsOn })
  return { ...grant, role: grant.role as Role }
}

async function refuseOverlap(tx: Tx, personId: string, wish: Omit<Grant, 'id'>): Promise<void> {
  if (await overlapping(tx, personId, wish)) throw new Conflict('already-granted')
}

/** A grant of the same role that holds on one of these days. */
const overlapping = (tx: Tx, personId: string, wish: Omit<Grant, 'id'>) =>
  tx
    .selectFrom('roleGrant')
    .select('id')
    .where('personId', '=', personId)
    .where('role', '=', wish.role)
    .where('country', 'is not distinct from', wish.country)
    .where((eb) => eb.or([eb('endsOn', 'is', null), eb('endsOn', '>=', wish.startsOn)]))
    .$if(wish.endsOn !== null, (query) => query.where('startsOn', '<=', wish.endsOn))
    .orderBy('startsOn')
    .executeTakeFirst()
