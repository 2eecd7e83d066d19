import type { sql } from 'kysely'
import type { Db, Tx } from '../../../db/index.ts'
import type { App } from '../../../platform/app.ts'
import { note } from '../../../platform/journal.ts'
import { emptyMailsNaming } from '../../../platform/mail/index.ts'
import { settingsIn } from '../../../platform/network/index.ts'
import type { TableData } from '../../../platform/own-tables.ts'
import { dropPerson, markErased } from '../../people/index.ts'
import { dueErasures } from '../queries/erasures.ts'
import { traitsOf } from '../queries/traits.ts'
import { words } from '../words.ts'

/** Erases those whose week is over, each in a transaction of their own. */
export async function eraseWhoIsDue(app: App): Promise<void> {
  for (const { id, personId } of await dueErasures(app.db, app.now()))
    await app.db.transaction().execute(async (tx) => {
      const done = await tx
        .updateTable('erasure')
        .set({ erasedAt: app.now(), tokenHash: null })
        .where('id', '=', id)
        .where('erasedAt', 'is', null)
        .where('takenBackAt', 'is', null)
        .executeTakeFirst()
      if (done.numUpdatedRows > 0n) await erasePerson(app, tx, personId)
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
  const { name, ...traits } = await traitsOf(tx, personId)
  await markErased(tx, personId, now)
  for (const leave of app.ownData.leaving) await leave(app, tx, personId)
  await emptyMailsNaming(tx, traits)
  const neutral = await neutralName(tx)
  // What refers to rows goes before them.
  for (const [table, data] of Object.entries(app.ownData.tables).reverse())
    if (data.rows) await eraseRows(tx, table, data, { rows: data.rows(personId), neutral, personId })
  await note(tx, now, null, 'person.erased', personId)
  await dropUnlessCounted(tx, personId)
}

type Going = { rows: ReturnType<typeof sql<boolean>>; neutral: string; personId: string | null }

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
