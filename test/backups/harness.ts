import { randomBytes } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { inject } from 'vitest'
import { type Config, readConfig } from '../../src/platform/config.ts'
import { emptyDatabase } from '../databases.ts'

/** Settings for a place in which nothing is yet: an empty database of its own, and an empty folder. */
export async function anEmptyPlace(
  env: Record<string, string> = {},
): Promise<Config & { databaseUrl: string }> {
  const name = `empty_${randomBytes(6).toString('hex')}`
  const databaseUrl = await emptyDatabase(inject('serverUrl'), name)
  const config = readConfig({
    DATABASE_URL: databaseUrl,
    DATA_DIR: mkdtempSync(join(tmpdir(), 'twinleaf-data-')),
    MAIL_TRANSPORT: 'spool',
    SECRET: 'a secret for tests, thirty-two characters or more',
    LOG_LEVEL: 'silent',
    ...env,
  })
  return { ...config, databaseUrl }
}

export async function asked(url: string, statement: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    return (await client.query(statement)).rows
  } finally {
    await client.end()
  }
}

/** What there is in a database of ours or anyone's: tables, views, functions and schemas. */
export const thingsIn = (url: string) =>
  asked(
    url,
    `select relname::text as name from pg_class where relnamespace = 'public'::regnamespace
     union all select proname::text from pg_proc where pronamespace = 'public'::regnamespace
       -- What an extension brought is the database's, and stays with it.
       and not exists (select from pg_depend where objid = pg_proc.oid and deptype = 'e')
     union all select nspname::text from pg_namespace where nspname = 'pgboss'`,
  )

/** All rows of a table, in the order of their text, as JSON. */
export async function rowsOf(url: string, table: string): Promise<string[]> {
  const rows = await asked(url, `select to_jsonb(t)::text as row from ${table} t order by 1`)
  return rows.map(({ row }) => String(row))
}
