import type { Readable } from 'node:stream'
import pg from 'pg'
import { to } from 'pg-copy-streams'
import { wayTo } from '../hosts.ts'
import { copied, migrationsIn, type Part, partsOf } from './shape.ts'

/** A database as it stands at one instant, whatever others write meanwhile. */
export type Snapshot = {
  /** Names of the migrations it has had, in order. */
  migrations: string[]
  parts: Part[]
  /** Runs one statement of ours at that instant. */
  ask<Row extends pg.QueryResultRow>(statement: string): Promise<Row[]>
  client: pg.ClientBase
}

/**
 * Opens the database as it stands now, for as long as `use` runs. Others are not kept from anything.
 *
 * @param leftOut names of the tables that stay out, as they are in SQL
 */
export async function snapshot<Result>(
  url: string,
  leftOut: readonly string[],
  use: (seen: Snapshot) => Promise<Result>,
): Promise<Result> {
  const client = await connected(url)
  try {
    await client.query('begin isolation level repeatable read read only')
    return await use({
      migrations: await migrationsIn(client),
      parts: await partsOf(client, leftOut),
      ask: async (statement) => (await client.query(statement)).rows,
      client,
    })
  } finally {
    await client.end()
  }
}

/** The rows of a table as bytes, and how many they were once all is read. */
export function readRows({ client }: Snapshot, part: Part): { bytes: Readable; count(): number } {
  const bytes = client.query(to(`copy ${copied(part)} to stdout (format ${part.format})`))
  return { bytes, count: () => bytes.rowCount }
}

/** A connection for work that takes as long as it takes. */
export async function connected(url: string): Promise<pg.Client> {
  const client = new pg.Client({
    ...wayTo(url),
    application_name: 'twinleaf-backup',
    connectionTimeoutMillis: 10_000,
  })
  // One that is lost is told by the next statement; heard by nobody before that, it would end the process.
  client.on('error', () => {})
  await client.connect()
  await client.query('set statement_timeout = 0; set idle_in_transaction_session_timeout = 0')
  return client
}
