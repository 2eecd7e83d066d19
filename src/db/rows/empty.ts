import { CompiledQuery } from 'kysely'
import type { ClientBase } from 'pg'
import type { Db } from '../connection.ts'
import { connected } from './read.ts'
import { named } from './shape.ts'

/** A table without columns that stands in a database into which rows are being put, until all is done. */
const unfinished = 'unfinished_restore'

/** Whether rows were being put into this database when that was cut off. */
export async function isCutOff(db: Db): Promise<boolean> {
  const { rows } = await db.executeQuery<Mark>(CompiledQuery.raw(findMark))
  return rows[0]?.found === true
}

/**
 * Whether there is anything in the database that someone could miss: a row in any of these tables, or a table that we
 * know nothing of. One that was being filled holds nothing of its own.
 *
 * @param tables names as they are in SQL
 */
export const isInUse = (url: string, tables: readonly string[]): Promise<boolean> =>
  asked(url, async (client) => {
    if (await hasMark(client)) return false
    const { rows } = await client.query<{ name: string }>(
      `select relname::text as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')`,
    )
    const isOurs = rows.some(({ name }) => name === 'kysely_migration')
    if (!isOurs) return rows.length > 0
    for (const { name } of rows.filter((row) => tables.includes(row.name))) {
      const { rowCount } = await client.query(`select from public.${named(name)} limit 1`)
      if (rowCount) return true
    }
    return false
  })

/** Empties the database, and has it say of itself that it is not whole, until `endFilling`. */
export const beginFilling = (url: string): Promise<void> =>
  asked(url, async (client) => {
    await client.query('begin')
    await clear(client)
    await client.query(`create table public.${unfinished} ()`)
    await client.query('commit')
  })

/** Gives up: nothing of what was put in is left. */
export const abandonFilling = (url: string): Promise<void> => asked(url, clear)

/** The database is whole. */
export const endFilling = (url: string): Promise<void> =>
  asked(url, async (client) => void (await client.query(`drop table public.${unfinished}`)))

type Mark = { found: boolean }
const findMark = `select to_regclass('public.${unfinished}') is not null as found`

async function hasMark(client: ClientBase): Promise<boolean> {
  const { rows } = await client.query<Mark>(findMark)
  return rows[0]?.found === true
}

async function asked<Result>(url: string, use: (client: ClientBase) => Promise<Result>): Promise<Result> {
  const client = await connected(url)
  try {
    return await use(client)
  } finally {
    await client.end()
  }
}

/** Takes everything of ours out of the database. What extensions made stays. */
async function clear(client: ClientBase): Promise<void> {
  await client.query('drop schema if exists pgboss cascade')
  await client.query(`do $$
    declare statement text;
    begin
      for statement in
        select format('drop %s if exists public.%I cascade', case relkind when 'v' then 'view' else 'table' end, relname)
          from pg_class c
         where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v') and not exists
           (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
      loop execute statement; end loop;
      for statement in
        select format('drop routine if exists %s cascade', oid::regprocedure) from pg_proc p
         where pronamespace = 'public'::regnamespace and not exists
           (select from pg_depend d where d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'e')
      loop execute statement; end loop;
    end $$`)
}
