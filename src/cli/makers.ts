import { spawnSync } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Command as Program } from 'commander'
import { sql } from 'kysely'
import type { Db } from '../db/index.ts'
import { root } from '../platform/root.ts'
import { withScratchDatabase } from './scratch.ts'

/** Commands for anyone who changes the code: what is generated, and whether it is up to date. */
export function addMakers(program: Program): void {
  program
    .command('docs')
    .description('Write the pages under docs/generated; with --check only say whether they are up to date.')
    .option('--check', 'write nothing; exit with 1 when a page is stale')
    .action(async (typed: { check?: boolean }) => {
      const { writeDocs } = await import('./docs/write.ts')
      const stale = await writeDocs(program, typed.check === true)
      console.log(
        stale.length === 0
          ? 'All pages are up to date.'
          : `${typed.check ? 'Stale' : 'Written'}: ${stale.join(', ')}`,
      )
      if (typed.check && stale.length > 0) process.exitCode = 1
    })

  program
    .command('db-types')
    .description('Write src/db/tables.ts, the types of the tables, from the migrations.')
    .action(() => withScratchDatabase(writeTypes))
}

async function writeTypes(db: Db, url: string): Promise<void> {
  const file = join(root, 'src/db/tables.ts')
  const flags = [
    '--dialect',
    'postgres',
    '--camel-case',
    '--date-parser',
    'string',
    '--numeric-parser',
    'number',
  ]
  const tables = [
    '--default-schema',
    'public',
    '--include-pattern',
    'public.*',
    '--exclude-pattern',
    '*kysely*',
  ]
  runTool('kysely-codegen', [...flags, ...tables, '--out-file', file, '--url', url])
  // Our connection reads int8 as numbers: see src/db/connection.ts.
  const text = await readFile(file, 'utf8')
  const views = await viewsOf(db)
  await writeFile(
    file,
    text
      .replace(/export type Int8 = .*/, 'export type Int8 = number;')
      // PostgreSQL does not say of a view's columns whether they may be null; ours never are.
      .replace(/export interface (\w+) \{[^}]*\}/g, (table, name) =>
        views.has(name.toLowerCase()) ? table.replaceAll(' | null', '') : table,
      ),
  )
  runTool('biome', ['check', '--write', file])
}

/** Names of our views, in lower case and without their underscores. */
async function viewsOf(db: Db): Promise<Set<string>> {
  const { rows } = await sql<{ name: string }>`
    select replace(relname, '_', '') as name from pg_class
    where relkind = 'v' and relnamespace = 'public'::regnamespace`.execute(db)
  return new Set(rows.map(({ name }) => name))
}

function runTool(name: string, args: string[]): void {
  const { status } = spawnSync(join(root, 'node_modules/.bin', name), args, { stdio: 'inherit' })
  if (status !== 0) throw new Error(`${name} failed`)
}
