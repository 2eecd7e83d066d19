import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { root } from '../../src/platform/root.ts'

/** A file that begins like another one and is short. @returns its path */
export function firstRows(path: string, count: number): string {
  const short = join(mkdtempSync(join(tmpdir(), 'twinleaf-rows-')), basename(path))
  const rows = readFileSync(join(root, path), 'utf8').match(/(?:[^"\n]|"[^"]*")*\n/g) ?? []
  writeFileSync(short, rows.slice(0, count + 1).join(''))
  return short
}
