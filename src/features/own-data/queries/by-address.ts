import { sql } from 'kysely'
import type { Db, Tx } from '../../../db/index.ts'
import { daysBefore } from '../../../platform/days.ts'
import type { OwnTables } from '../../../platform/own-tables.ts'
import { NotFound } from '../../../platform/refusals.ts'
import { hashOf } from '../../../platform/secret.ts'
import { linkDays } from '../erasure.ts'

/** An address that a link opens. */
export type AddressLink = { email: string; emailKey: string; locale: string }

/** @throws NotFound `no-such-address-link` for a link that is not ours, too old, used for erasing, or followed by a newer one */
export async function openLink(db: Db | Tx, secret: string, now: Date): Promise<AddressLink> {
  const link = await db
    .selectFrom('addressLink')
    .where('tokenHash', '=', hashOf(secret))
    .where('askedAt', '>', daysBefore(now, linkDays))
    .select(['email', 'emailKey', 'locale'])
    .executeTakeFirst()
  if (!link || (await hasAccount(db, link.emailKey))) throw new NotFound('no-such-address-link')
  return link
}

/** Whether an address belongs to an account, where its owner signs in to see all this. */
export async function hasAccount(db: Db | Tx, key: string): Promise<boolean> {
  const person = await db
    .selectFrom('person')
    .where('emailKey', '=', key)
    .where('erasedAt', 'is', null)
    .select('id')
    .executeTakeFirst()
  return person !== undefined
}

/** Whether anything is kept under an address, but that somebody asked. */
export async function isKept(db: Db | Tx, tables: OwnTables, key: string): Promise<boolean> {
  const somewhere = Object.entries(tables).flatMap(([table, { ofAddress }]) =>
    ofAddress && table !== 'addressLink'
      ? [sql<boolean>`exists (select from ${sql.table(inSql(table))} where ${ofAddress(key)})`]
      : [],
  )
  const { rows } = await sql<{ isKept: boolean }>`
    select (${sql.join(somewhere, sql` or `)}) as "isKept"`.execute(db)
  return rows[0]?.isKept ?? false
}

const inSql = (table: string) => table.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
