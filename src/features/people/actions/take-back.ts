import type { Tx } from '../../../db/index.ts'
import type { App } from '../../../platform/app.ts'
import { note } from '../../../platform/journal.ts'
import { sendOnce } from '../../../platform/mail/index.ts'
import { networkIn } from '../../../platform/network/index.ts'
import { takenBackEmail } from '../emails.ts'
import { type OpenChange, openChange } from '../queries/address-changes.ts'
import { setAddress } from './change-address.ts'
import { endSessions, lockPerson } from './standing.ts'

/**
 * Gives someone back the address they had, by the link that went there, signed in or not. All changes since are taken back
 * with it, so that whoever made several in a row has gained nothing. Every session ends, also the one in which the change was
 * made; links to the new address die, and a second factor that was set up since goes. The new address is told.
 *
 * @returns the address that is theirs again
 * @throws NotFound `no-such-take-back`
 * @throws Gone `taken-back-already`, `take-back-over`
 * @throws Conflict `email-taken` when it is someone else's by now
 */
export async function takeAddressBack(app: App, secret: string): Promise<string> {
  const { personId } = await openChange(app.db, secret, app.now())
  return app.db.transaction().execute(async (tx) => {
    const person = await lockPerson(tx, personId)
    const change = await openChange(tx, secret, app.now())
    const since = await closeChanges(tx, change, app.now())
    if (person.email !== change.fromEmail) await setAddress(tx, person, change.fromEmail)
    await endSessions(tx, personId)
    await forgetNewFactor(tx, change)
    await note(tx, app.now(), null, 'person.email-taken-back', personId, { changes: since })
    const told = takenBackEmail({ ...person, personId }, await networkIn(app, tx))
    if (person.email !== change.fromEmail) await sendOnce(app, tx, `email-taken-back:${change.id}`, told)
    return change.fromEmail
  })
}

/** @returns how many changes are taken back */
async function closeChanges(tx: Tx, { personId, id }: OpenChange, now: Date): Promise<number> {
  const { numUpdatedRows } = await tx
    .updateTable('addressChange')
    .set({ takenBackAt: now })
    .where('personId', '=', personId)
    .where('id', '>=', id)
    .where('takenBackAt', 'is', null)
    .executeTakeFirst()
  return Number(numUpdatedRows)
}

/** One that someone set up in the meantime would keep the owner out. */
const forgetNewFactor = (tx: Tx, { personId, secondFactorId }: OpenChange) =>
  tx
    .deleteFrom('secondFactor')
    .where('personId', '=', personId)
    .where('id', 'is distinct from', secondFactorId)
    .execute()
