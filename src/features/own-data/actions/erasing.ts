import { type RawBuilder, sql } from 'kysely'
import type { Db, Tx } from '../../../db/index.ts'
import type { App } from '../../../platform/app.ts'
import { note } from '../../../platform/journal.ts'
import { addressHash, emptyMailsNaming } from '../../../platform/mail/index.ts'
import { settingsIn } from '../../../platform/network/index.ts'
import type { TableData } from '../../../platform/own-tables.ts'
import { dropPerson, markErased } from '../../people/index.ts'
import { dueErasures } from '../queries/erasures.ts'
import { traitsOf } from '../queries/traits.ts'
import { words } from '../words.ts'

/** Erases the person of an erasure whose week is over, in one transaction; one that was taken back, or done, not again. */
export async function erase(app: App, erasureId: string): Promise<void> {
  await app.db.transaction().execute(async (tx) => {
    await sql`set local statement_timeout = '5min'`.execute(tx)
    const due = await dueErasures(tx, app.now())
      .where('erasure.id', '=', erasureId)
      .forUpdate()
      .executeTakeFirst()
    if (!due) return
    await tx
      .updateTable('erasure')
      .set({ erasedAt: app.now(), tokenHash: null })
      .where('id', '=', erasureId)
      .execute()
    await erasePerson(app, tx, due.personId)
  })
}

/**
 * Lets go of all that says who somebody is, everywhere, as each table says of itself. What a round counts stays, by a
 * number that leads nowhere; what others wrote stays theirs.
 *
 * @source docs/decisions/0040-own-data.md
 */
export async function erasePerson(app: App, tx: Tx, personId: string): Promise<void> {
  const now = app.now()
  const traits = await traitsOf(tx, personId)
  const otherHashes = traits.addresses.map((address) => addressHash(app, address))
  await tx
    .updateTable('erasure')
    .set({ otherHashes })
    .where('personId', '=', personId)
    .where('erasedAt', 'is not', null)
    // A restored backup may know fewer of them than were written down.
    .where(sql<boolean>`cardinality(other_hashes) = 0`)
    .execute()
  await markErased(tx, personId, now)
  // The slow part comes before the first note in the journal, for which everyone else who notes something waits.
  await emptyMailsNaming(tx, traits)
  for (const leave of app.ownData.leaving) await leave(app, tx, personId)
  const neutral = await neutralName(tx)
  // What refers to rows goes before them.
  for (const [table, data] of Object.entries(app.ownData.tables).reverse())
    if (data.rows) await eraseRows(tx, table, data, { rows: data.rows(personId), neutral, personId })
  await note(tx, now, null, 'person.erased', personId)
  await dropUnlessCounted(tx, personId)
}

type Going = { rows: RawBuilder<boolean>; neutral: string; personId: string | null }

/** @returns how many rows it was */
export async function eraseRows(tx: Tx, table: string, { erased }: TableData, going: Going): Promise<number> {
  if (!erased) return 0
  const name = table as 'person'
  const { rows, neutral, personId } = going
  const query =
    erased === 'delete'
      ? tx.deleteFrom(name).where(rows)
      : tx.updateTable(name).set(erased(neutral, personId)).where(rows)
  const done = await query.executeTakeFirst()
  return Number('numDeletedRows' in done ? done.numDeletedRows : done.numUpdatedRows)
}

/** What stands where a name was, in the first language of the network. */
export async function neutralName(tx: Db | Tx): Promise<string> {
  const { locales } = await settingsIn(tx)
  return words(locales[0])('erased.name')
}

async function dropUnlessCounted(tx: Tx, personId: string): Promise<void> {
  const counted = await tx
    .selectFrom('application')
    .where('personId', '=', personId)
    .select('id')
    .unionAll(tx.selectFrom('pairingMember').where('personId', '=', personId).select('pairingId as id'))
    .limit(1)
    .executeTakeFirst()
  if (!counted) await dropPerson(tx, personId)
}
