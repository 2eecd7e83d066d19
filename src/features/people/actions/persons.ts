import type { Tx } from '../../../db/index.ts'
import type { App } from '../../../platform/app.ts'
import { emailKey } from '../../../platform/email-key.ts'
import { note } from '../../../platform/journal.ts'
import { settingsIn } from '../../../platform/network/index.ts'
import { allow, Conflict } from '../../../platform/refusals.ts'
import type { Locale } from '../../../platform/words.ts'
import type { Actor } from '../actor.ts'
import { mayGrantRoles, mayRemoveSecondFactor } from '../policy.ts'
import { endSessions, keepingDirectors, lockPerson } from './standing.ts'

export type NewPerson = {
  name: string
  /** What mails call them; the first word of the name by default. */
  givenName?: string
  familyName?: string
  email: string
  locale?: Locale | string
  zone?: string
}

/** Makes the persons whose addresses we do not know yet. What we know of someone is left as it is. */
export async function knowPersons(tx: Tx, now: Date, wishes: readonly NewPerson[]): Promise<void> {
  await tx
    .insertInto('person')
    .values(wishes.map((wish) => rowOf(wish, now)))
    .onConflict((conflict) => conflict.column('emailKey').doNothing())
    .execute()
}

function rowOf(wish: NewPerson, now: Date) {
  const [first = wish.name, ...rest] = wish.name.split(' ')
  return {
    name: wish.name,
    givenName: wish.givenName ?? first,
    familyName: wish.familyName ?? rest.join(' '),
    email: wish.email,
    emailKey: emailKey(wish.email),
    locale: wish.locale ?? 'en',
    zone: wish.zone ?? 'UTC',
    createdAt: now,
  }
}

/**
 * The person with an address, made when there is none yet.
 *
 * @returns the id of the person
 */
export async function knowPerson(tx: Tx, now: Date, wish: NewPerson): Promise<string> {
  await knowPersons(tx, now, [wish])
  const known = await tx
    .selectFrom('person')
    .select('id')
    .where('emailKey', '=', emailKey(wish.email))
    .executeTakeFirstOrThrow()
  return known.id
}

/**
 * Adds someone who did not apply, for instance a new volunteer; they can sign in from then on.
 *
 * @throws Forbidden unless a director asks
 * @throws Conflict `person-exists`
 */
export async function createPerson(app: App, actor: Actor, wish: NewPerson): Promise<string> {
  allow(mayGrantRoles(actor))
  return app.db.transaction().execute(async (tx) => {
    const known = await tx
      .selectFrom('person')
      .select('id')
      .where('emailKey', '=', emailKey(wish.email))
      .executeTakeFirst()
    if (known) throw new Conflict('person-exists', { email: wish.email })
    const { zone, locales } = await settingsIn(tx)
    const id = await knowPerson(tx, app.now(), { zone, locale: locales[0], ...wish })
    await note(tx, app.now(), actor.id, 'person.created', id)
    return id
  })
}

/**
 * Shuts someone out: they can no longer sign in, and wherever they are signed in, that ends now.
 *
 * @throws Forbidden unless a director asks
 * @throws NotFound `no-such-person`
 * @throws Conflict `already-disabled`, `last-director`
 */
export async function disablePerson(app: App, actor: Actor, personId: string): Promise<void> {
  allow(mayGrantRoles(actor))
  await app.db.transaction().execute(async (tx) => {
    const person = await lockPerson(tx, personId)
    if (person.disabledAt) throw new Conflict('already-disabled')
    await keepingDirectors(tx, actor, app.now(), () =>
      tx.updateTable('person').set({ disabledAt: app.now() }).where('id', '=', personId).execute(),
    )
    await endSessions(tx, personId)
    await note(tx, app.now(), actor.id, 'person.disabled', personId)
  })
}

/**
 * Lets someone sign in again, with the roles that still hold.
 *
 * @throws Forbidden unless a director asks
 * @throws NotFound `no-such-person`
 * @throws Conflict `not-disabled`, `erased-already`
 */
export async function enablePerson(app: App, actor: Actor, personId: string): Promise<void> {
  allow(mayGrantRoles(actor))
  await app.db.transaction().execute(async (tx) => {
    const person = await lockPerson(tx, personId)
    if (person.erasedAt) throw new Conflict('erased-already')
    if (!person.disabledAt) throw new Conflict('not-disabled')
    await tx.updateTable('person').set({ disabledAt: null }).where('id', '=', personId).execute()
    await note(tx, app.now(), actor.id, 'person.enabled', personId)
  })
}

/**
 * Takes away the second factor of someone who lost it; a new one can be set up after the next sign-in.
 *
 * @throws Forbidden unless another director asks
 * @throws NotFound `no-such-person`
 * @throws Conflict `no-second-factor`
 */
export async function removeSecondFactor(app: App, actor: Actor, personId: string): Promise<void> {
  allow(mayRemoveSecondFactor(actor, personId))
  await app.db.transaction().execute(async (tx) => {
    await lockPerson(tx, personId)
    const { numDeletedRows } = await tx
      .deleteFrom('secondFactor')
      .where('personId', '=', personId)
      .executeTakeFirst()
    if (numDeletedRows === 0n) throw new Conflict('no-second-factor')
    await endSessions(tx, personId)
    await note(tx, app.now(), actor.id, 'second-factor.removed', personId)
  })
}
