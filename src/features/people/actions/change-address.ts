import type { Tx } from '../../../db/index.ts'
import type { App } from '../../../platform/app.ts'
import { emailKey } from '../../../platform/email-key.ts'
import { note } from '../../../platform/journal.ts'
import { readdressMails, sendOnce } from '../../../platform/mail/index.ts'
import { networkIn } from '../../../platform/network/index.ts'
import { allow, Conflict } from '../../../platform/refusals.ts'
import { hashOf, newSecret } from '../../../platform/secret.ts'
import type { Actor } from '../actor.ts'
import { changedEmailEmail, enteredEmailEmail } from '../emails.ts'
import { mayChangeAddress } from '../policy.ts'
import { endSessions, lockPerson } from './standing.ts'

type Person = Awaited<ReturnType<typeof lockPerson>>

/**
 * Gives someone another address, for instance when their mailbox is gone. Both addresses are told, the one before with a
 * link that takes it back; they sign in anew.
 *
 * @throws Forbidden unless a director asks, of someone else
 * @throws NotFound `no-such-person`
 * @throws Conflict `same-address`, `email-taken`
 */
export async function changePersonAddress(
  app: App,
  actor: Actor,
  personId: string,
  email: string,
): Promise<void> {
  allow(mayChangeAddress(actor, personId))
  await app.db.transaction().execute(async (tx) => {
    const person = await lockPerson(tx, personId)
    const changeId = await replaceAddress(app, tx, actor, { person, email })
    await endSessions(tx, personId)
    const to = { ...person, personId, email }
    await sendOnce(
      app,
      tx,
      `email-entered:${changeId}`,
      enteredEmailEmail(to, actor.name, await networkIn(app, tx)),
    )
  })
}

/**
 * Puts an address in the place of the one before. What waits to be sent goes to the new one; the one before is told, with a
 * link by which it takes the change back. The caller ends sessions and links.
 *
 * @returns the id of the change
 * @throws Conflict `same-address`, `email-taken`
 */
export async function replaceAddress(
  app: App,
  tx: Tx,
  actor: Actor,
  { person, email }: { person: Person; email: string },
): Promise<number> {
  if (person.email === email) throw new Conflict('same-address')
  await setAddress(tx, person, email)
  const secret = newSecret()
  const { id } = await tx
    .insertInto('addressChange')
    .values(({ selectFrom }) => ({
      personId: person.id,
      fromEmail: person.email,
      toEmail: email,
      changedAt: app.now(),
      tokenHash: hashOf(secret),
      secondFactorId: selectFrom('secondFactor')
        .select('secondFactor.id')
        .where('secondFactor.personId', '=', person.id)
        .where('verified', '=', true),
    }))
    .returning('id')
    .executeTakeFirstOrThrow()
  await note(tx, app.now(), actor.id, 'person.email-changed', person.id)
  const by = actor.id === person.id ? null : actor.name
  const told = changedEmailEmail(
    { ...person, personId: person.id },
    { email, by, secret },
    await networkIn(app, tx),
  )
  await sendOnce(app, tx, `email-changed:${id}`, told)
  return id
}

/** @throws Conflict `email-taken` */
export async function setAddress(tx: Tx, person: Person, email: string): Promise<void> {
  if (await ownerOf(tx, email, person.id)) throw new Conflict('email-taken')
  await tx
    .updateTable('person')
    .set({ email, emailKey: emailKey(email) })
    .where('id', '=', person.id)
    .execute()
  await readdressMails(tx, person.id, { from: person.email, to: email })
}

/** Who has an address, other than this person. */
export const ownerOf = (tx: Tx, email: string, personId: string) =>
  tx
    .selectFrom('person')
    .select(['id as personId', 'name', 'givenName', 'email', 'locale'])
    .where('emailKey', '=', emailKey(email))
    .where('id', '<>', personId)
    .executeTakeFirst()
