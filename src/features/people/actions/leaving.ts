import { sql } from 'kysely'
import type { Tx } from '../../../db/index.ts'
import { Conflict } from '../../../platform/refusals.ts'
import type { Actor } from '../actor.ts'
import { endSessions, keepingDirectors, lockPerson } from './standing.ts'

/**
 * Closes an account for someone who is going: they can no longer sign in, and wherever they are signed in, that ends now.
 *
 * @returns the person, as they were
 * @throws NotFound `no-such-person`
 * @throws Conflict `erased-already`, `last-director`
 */
export async function closeAccount(tx: Tx, actor: Actor, personId: string, now: Date) {
  const person = await lockPerson(tx, personId)
  if (person.erasedAt) throw new Conflict('erased-already')
  await keepingDirectors(tx, actor, now, async () => {
    if (!person.disabledAt)
      await tx.updateTable('person').set({ disabledAt: now }).where('id', '=', personId).execute()
  })
  await endSessions(tx, personId)
  return person
}

/** Opens the account again that was closed at that instant; one that a director closed before stays closed. */
export async function reopenAccount(tx: Tx, personId: string, closedAt: Date): Promise<void> {
  await tx
    .updateTable('person')
    .set({ disabledAt: null })
    .where('id', '=', personId)
    .where('disabledAt', '=', closedAt)
    .execute()
}

/** From here on nothing about them is kept. The row itself stays as long as something refers to it. */
export async function markErased(tx: Tx, personId: string, now: Date): Promise<void> {
  await tx
    .updateTable('person')
    .set({ erasedAt: now, disabledAt: sql`coalesce(disabled_at, ${now})` })
    .where('id', '=', personId)
    .execute()
}

/** Lets go of the row of someone who was erased and whom nothing counts. */
export async function dropPerson(tx: Tx, personId: string): Promise<void> {
  await tx.deleteFrom('person').where('id', '=', personId).where('erasedAt', 'is not', null).execute()
}
