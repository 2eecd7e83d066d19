import { sql } from 'kysely'
import type { Tx } from '../../../db/index.ts'
import type { App } from '../../../platform/app.ts'
import { note } from '../../../platform/journal.ts'
import { allow, Conflict } from '../../../platform/refusals.ts'
import { giveShortAddress } from '../../calls/index.ts'
import type { Actor } from '../../people/index.ts'
import type { ContactWish } from '../contact.ts'
import { mayFollowCountry } from '../policy.ts'
import { contactById } from '../queries/contacts.ts'

/**
 * Writes down a library or a group to be asked.
 *
 * @throws Forbidden unless they follow the country
 * @throws Conflict `contact-exists` when one of that name is on the list
 */
export async function addContact(
  app: App,
  actor: Actor,
  country: string,
  wish: ContactWish,
): Promise<string> {
  allow(mayFollowCountry(actor, country))
  return app.db.transaction().execute(async (tx) => {
    const at = app.now()
    const added = await tx
      .insertInto('countryContact')
      .values({ ...wish, country, addedBy: actor.id, addedAt: at, changedAt: at })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst()
    if (!added) throw new Conflict('contact-exists')
    await note(tx, at, actor.id, 'contact.added', added.id, { country })
    return added.id
  })
}

/**
 * Writes down how it went.
 *
 * @param revision of the one that was before the writer
 * @throws Forbidden unless they follow the country
 * @throws NotFound `no-such-contact`
 * @throws Conflict `changed-meanwhile` when somebody else has written since; `contact-exists`
 */
export async function changeContact(
  app: App,
  actor: Actor,
  country: string,
  { id, revision, ...wish }: ContactWish & { id: string; revision: number },
): Promise<void> {
  allow(mayFollowCountry(actor, country))
  await app.db.transaction().execute(async (tx) => {
    await contactById(tx, country, id)
    if (await hasTwin(tx, country, { id, name: wish.name })) throw new Conflict('contact-exists')
    const { numUpdatedRows } = await tx
      .updateTable('countryContact')
      .set({ ...wish, changedAt: app.now(), revision: revision + 1 })
      .where('id', '=', id)
      .where('revision', '=', revision)
      .executeTakeFirst()
    if (numUpdatedRows === 0n) throw new Conflict('changed-meanwhile')
    await note(tx, app.now(), actor.id, 'contact.changed', id, { country })
  })
}

/** Whether another one of that name is on the list. */
const hasTwin = async (tx: Tx, country: string, { id, name }: { id: string; name: string }) =>
  (await tx
    .selectFrom('countryContact')
    .select('id')
    .where('country', '=', country)
    .where(sql`lower(name)`, '=', sql`lower(${name})`)
    .where('id', '<>', id)
    .executeTakeFirst()) !== undefined

/** @throws Forbidden unless they follow the country @throws NotFound `no-such-contact` */
export async function removeContact(app: App, actor: Actor, country: string, id: string): Promise<void> {
  allow(mayFollowCountry(actor, country))
  await app.db.transaction().execute(async (tx) => {
    await contactById(tx, country, id)
    await tx.deleteFrom('countryContact').where('id', '=', id).execute()
    await note(tx, app.now(), actor.id, 'contact.removed', id, { country })
  })
}

/**
 * Keeps the notes of a country.
 *
 * @param revision of the notes that were before the writer; 0 where there were none
 * @throws Forbidden unless they follow the country
 * @throws Conflict `changed-meanwhile` when somebody else has written since
 */
export async function writeNote(
  app: App,
  actor: Actor,
  country: string,
  { body, revision }: { body: string; revision: number },
): Promise<void> {
  allow(mayFollowCountry(actor, country))
  await app.db.transaction().execute(async (tx) => {
    const row = { body, revision: revision + 1, writtenBy: actor.id, writtenAt: app.now() }
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto('countryNote')
      .values({ country, ...row })
      .onConflict((conflict) =>
        conflict.column('country').doUpdateSet(row).where('countryNote.revision', '=', revision),
      )
      .executeTakeFirst()
    if (numInsertedOrUpdatedRows === 0n) throw new Conflict('changed-meanwhile')
    await note(tx, app.now(), actor.id, 'country-note.written', null, { country })
  })
}

/** Gives a country its short address, which stays. @throws Forbidden unless they follow the country */
export async function shortenFor(app: App, actor: Actor, country: string): Promise<void> {
  allow(mayFollowCountry(actor, country))
  await app.db.transaction().execute((tx) => giveShortAddress(app, tx, country))
}
