import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Command as Program } from 'commander'
import { all } from '../../features/all.ts'
import { root } from '../../platform/root.ts'
import { withScratchDatabase } from '../scratch.ts'
import { addressesPage, jobsPage } from './addresses.ts'
import { commandsPage } from './commands.ts'
import { limitsPage } from './limits.ts'
import { matrixPage } from './matrix.ts'
import { tablesPage } from './tables.ts'

const folder = join(root, 'docs/generated')
const warning = '<!-- Written by `npm run docs`. Do not edit. -->\n\n'

/** Writes the pages under docs/generated. With `check` nothing is written. @returns names of pages that differ. */
export async function writeDocs(program: Program, check: boolean): Promise<string[]> {
  const pages = new Map([
    ['tables.md', await withScratchDatabase(tablesPage)],
    ['commands.md', commandsPage(program)],
    ['addresses.md', addressesPage(all)],
    ['jobs.md', jobsPage(all)],
    ['limits.md', limitsPage(all)],
    ['who-may-what.md', matrixPage(all)],
  ])
  await mkdir(folder, { recursive: true })
  const stale: string[] = []
  for (const [name, text] of pages) {
    const file = join(folder, name)
    const wanted = `${warning}${text.trimEnd()}\n`
    if (wanted === (await readFile(file, 'utf8').catch(() => ''))) continue
    stale.push(name)
    if (!check) await writeFile(file, wanted)
  }
  return stale
}
