import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ClientBase } from 'pg'
import { DatabaseError } from 'pg'
import { from } from 'pg-copy-streams'
import { connected } from './read.ts'
import { copied, named, type Part, partsOf } from './shape.ts'

/** Rows that the tables do not take, or that do not fit one another. */
export class UnfitRows extends Error {
  /** What they are of: the name of a table. */
  readonly table: string

  constructor(table: string, reason: string) {
    super(reason)
    this.table = table
  }
}

export type Filling = {
  /** Puts the rows of a table in. @returns how many they were. @throws UnfitRows */
  put(part: Part, bytes: Readable): Promise<number>
}

/**
 * Puts rows into a migrated database in which nobody is, in one transaction: all of them, or none. Foreign keys are
 * taken off first and put on again, which no role needs rights for, leaves the order of the tables free, and looks at
 * every reference.
 *
 * @throws UnfitRows when a row breaks a rule of the database, or a table is not there
 */
export async function fill(url: string, use: (filling: Filling) => Promise<void>): Promise<void> {
  const client = await connected(url)
  try {
    await client.query('begin')
    const keys = await foreignKeys(client)
    const tables = await partsOf(client, [])
    for (const { table, name } of keys)
      await client.query(`alter table ${table} drop constraint ${named(name)}`)
    await setTriggers(client, tables, 'disable')
    await client.query(`truncate ${tables.map(({ table }) => `public.${named(table)}`).join(', ')}`)
    await use({ put: (part, bytes) => put(client, tables, part, bytes) })
    for (const key of keys) await addKey(client, key)
    await setTriggers(client, tables, 'enable')
    await setSequences(client)
    await client.query('commit')
  } finally {
    await client.end()
  }
}

type Key = { table: string; name: string; definition: string }

async function foreignKeys(client: ClientBase): Promise<Key[]> {
  const { rows } = await client.query<Key>(
    `select conrelid::regclass::text as table, conname::text as name, pg_get_constraintdef(oid) as definition
       from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace and conparentid = 0
      order by 1, 2`,
  )
  return rows
}

const addKey = (client: ClientBase, { table, name, definition }: Key) =>
  told(table, () => client.query(`alter table ${table} add constraint ${named(name)} ${definition}`))

/** What a trigger would add is among the rows already. */
async function setTriggers(
  client: ClientBase,
  tables: readonly Part[],
  to: 'disable' | 'enable',
): Promise<void> {
  for (const { table } of tables) await client.query(`alter table public.${named(table)} ${to} trigger user`)
}

async function put(
  client: ClientBase,
  tables: readonly Part[],
  part: Part,
  bytes: Readable,
): Promise<number> {
  if (!tables.some(({ table }) => table === part.table))
    throw new UnfitRows(part.table, 'there is no such table')
  return told(part.table, async () => {
    const into = client.query(from(`copy ${copied(part)} from stdin (format ${part.format})`))
    await pipeline(bytes, into)
    return into.rowCount
  })
}

/** The next number of each table comes after the highest that is there. */
async function setSequences(client: ClientBase): Promise<void> {
  const { rows } = await client.query<{ sequence: string; table: string; column: string }>(
    `select d.objid::regclass::text as sequence, d.refobjid::regclass::text as table, a.attname::text as column
       from pg_depend d
       join pg_class s on s.oid = d.objid and s.relkind = 'S' and s.relnamespace = 'public'::regnamespace
       join pg_attribute a on a.attrelid = d.refobjid and a.attnum = d.refobjsubid
      where d.classid = 'pg_class'::regclass and d.deptype in ('a', 'i')`,
  )
  for (const { sequence, table, column } of rows) {
    await client.query(
      `select setval($1::regclass, coalesce(max(${named(column)}), 0) + 1, false) from ${table}`,
      [sequence],
    )
  }
}

/** Classes of PostgreSQL's codes that say something about rows: their shape, the rules they break, names they use. */
const aboutRows = /^(22|23|42)/

async function told<Result>(table: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof DatabaseError && aboutRows.test(error.code ?? ''))
      throw new UnfitRows(error.table ?? table, error.constraint ?? error.code ?? '')
    throw error
  }
}
