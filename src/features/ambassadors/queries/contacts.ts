import { sql } from 'kysely'
import type { Db, Tx } from '../../../db/index.ts'
import { isUuid } from '../../../platform/ids.ts'
import { NotFound } from '../../../platform/refusals.ts'
import type { Contact, ContactKind, Standing } from '../contact.ts'

const columns = ['id', 'name', 'kind', 'standing', 'contactedOn', 'notes', 'revision'] as const

/** Everyone whom the ambassadors of a country have asked or mean to ask: planned ones first, then by name. */
export async function contactsOf(db: Db | Tx, country: string): Promise<Contact[]> {
  const rows = await db
    .selectFrom('countryContact')
    .select(columns)
    .where('country', '=', country)
    .orderBy(sql`standing <> 'planned'`)
    .orderBy(sql`lower(name)`)
    .orderBy('id')
    .execute()
  return rows.map(asContact)
}

/** @throws NotFound `no-such-contact`, also for one of another country */
export async function contactById(db: Db | Tx, country: string, id: string): Promise<Contact> {
  const row = isUuid(id)
    ? await db
        .selectFrom('countryContact')
        .select(columns)
        .where('country', '=', country)
        .where('id', '=', id)
        .executeTakeFirst()
    : undefined
  if (!row) throw new NotFound('no-such-contact')
  return asContact(row)
}

/** The table's constraints promise these codes. */
const asContact = <Row extends { kind: string; standing: string }>(row: Row) => ({
  ...row,
  kind: row.kind as ContactKind,
  standing: row.standing as Standing,
})

export type CountryNote = { body: string; revision: number; writtenAt: Date | null; writer: string | null }

/** What those who speak for a country have written down for the next; empty where nobody has. */
export async function noteOf(db: Db | Tx, country: string): Promise<CountryNote> {
  const note = await db
    .selectFrom('countryNote')
    .leftJoin('person', 'person.id', 'writtenBy')
    .where('country', '=', country)
    .select(['body', 'revision', 'writtenAt', 'person.name as writer'])
    .executeTakeFirst()
  return note ?? { body: '', revision: 0, writtenAt: null, writer: null }
}
