import { sql } from 'kysely'
import type { Tx } from '../../../db/index.ts'
import type { App } from '../../../platform/app.ts'
import { note } from '../../../platform/journal.ts'
import { addressHash, sendOnce } from '../../../platform/mail/index.ts'
import { networkIn } from '../../../platform/network/index.ts'
import { allow, Conflict } from '../../../platform/refusals.ts'
import { hashOf, newSecret } from '../../../platform/secret.ts'
import { type Actor, closeAccount, knowPerson, personIdByEmail, reopenAccount } from '../../people/index.ts'
import { askedEmail } from '../emails.ts'
import type { Why } from '../erasure.ts'
import { mayErasePeople, mayTakeData } from '../policy.ts'
import { hasLapsed, openErasure } from '../queries/erasures.ts'

/**
 * Asks for everything about oneself to go. Signing in ends at once; a week later it is done, unless the link in the email
 * takes it back.
 *
 * @throws Forbidden to a visitor
 * @throws Conflict `last-director`, `erasure-asked-already`
 * @source docs/decisions/0040-own-data.md
 */
export async function askOwnErasure(app: App, actor: Actor): Promise<void> {
  allow(mayTakeData(actor))
  await app.db.transaction().execute((tx) => ask(app, tx, actor, { personId: actor.id, why: 'own' }))
}

/**
 * The same for someone who wrote to the office. They are told, and can take it back.
 *
 * @returns the id of the person
 * @throws Forbidden unless a director asks
 * @throws NotFound `no-such-person`
 * @throws Conflict `last-director`, `erasure-asked-already`
 */
export async function askErasureFor(
  app: App,
  actor: Actor,
  { email, why }: { email: string; why: Why },
): Promise<string> {
  allow(mayErasePeople(actor))
  return app.db.transaction().execute(async (tx) => {
    const personId = await personBehind(app, tx, email)
    await ask(app, tx, actor, { personId, why })
    return personId
  })
}

/** Someone who applied and was never answered has no account yet: they get one, so that it can be closed like any other. */
async function personBehind(app: App, tx: Tx, email: string): Promise<string> {
  const sent = await tx
    .selectFrom('application')
    .where(sql<boolean>`lower(email) = lower(${email})`)
    .where('personId', 'is', null)
    .select(['email', 'name', 'locale'])
    .executeTakeFirst()
  if (!sent) return personIdByEmail(tx, email)
  return knowPerson(tx, app.now(), { ...sent, name: sent.name || sent.email })
}

type Asked = { personId: string; why: Why | 'own' }

async function ask(app: App, tx: Tx, actor: Actor, { personId, why }: Asked): Promise<void> {
  const now = app.now()
  await endLapsed(tx, personId, now)
  const person = await closeAccount(tx, actor, personId, now)
  const secret = newSecret()
  const asked = { personId, why, askedAt: now, askedBy: why === 'own' ? null : actor.id }
  const made = await tx
    .insertInto('erasure')
    .values({ ...asked, addressHash: addressHash(app, person.email), tokenHash: hashOf(secret) })
    .onConflict((open) => open.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!made) throw new Conflict('erasure-asked-already')
  await note(tx, now, actor.id, 'erasure.asked', personId, { why })
  const email = askedEmail(
    { ...person, personId },
    { secret, askedAt: now, isOwn: why === 'own' },
    await networkIn(app, tx),
  )
  await sendOnce(app, tx, `erasure-asked:${made.id}`, email)
}

/** One that lapsed, because a director let the person in again, does not stand in the way of a new one. */
async function endLapsed(tx: Tx, personId: string, now: Date): Promise<void> {
  await tx
    .updateTable('erasure')
    .set({ takenBackAt: now, tokenHash: null })
    .where('personId', '=', personId)
    .where('takenBackAt', 'is', null)
    .where('erasedAt', 'is', null)
    .where('personId', 'in', (eb) => eb.selectFrom('person').select('id').where(hasLapsed))
    .execute()
}

/**
 * Takes it back, by the link in the email: the account is open again, as it was.
 *
 * @throws NotFound `no-such-erasure`
 */
export async function takeErasureBack(app: App, secret: string): Promise<void> {
  await app.db.transaction().execute(async (tx) => {
    const { id, personId, askedAt } = await openErasure(tx, secret)
    await tx
      .updateTable('erasure')
      .set({ takenBackAt: app.now(), tokenHash: null })
      .where('id', '=', id)
      .execute()
    await reopenAccount(tx, personId, askedAt)
    await note(tx, app.now(), personId, 'erasure.taken-back', personId)
  })
}
