import { spawnSync } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Command as Program } from 'commander'
import { root } from '../platform/root.ts'
import { writeDocs } from './docs/write.ts'
import { withScratchDatabase } from './scratch.ts'

/** Commands for whoever changes the code: what is generated, and whether it is up to date. */
export function addMakers(program: Program): void {
  program
    .command('docs')
    .description('Write the pages under docs/generated; with --check only say whether they are up to date.')
    .option('--check', 'write nothing; exit with 1 when a page is stale')
    .action(async (typed: { check?: boolean }) => {
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
    .action(() => withScratchDatabase((_db, url) => writeTypes(url)))
}

async function writeTypes(url: string): Promise<void> {
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
  await writeFile(file, text.replace(/export type Int8 = .*/, 'export type Int8 = number;'))
  runTool('biome', ['check', '--write', file])
}

function runTool(name: string, args: string[]): void {
  const { status } = spawnSync(join(root, 'node_modules/.bin', name), args, { stdio: 'inherit' })
  if (status !== 0) throw new Error(`${name} failed`)
}
