import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './root.ts'

const described: { version: string; dependencies: Record<string, string> } = JSON.parse(
  readFileSync(join(root, 'package.json'), 'utf8'),
)

/** Of the software, and of each package that it is made of. */
export const { version, dependencies } = described

export const migrationsFolder = join(root, 'migrations')

/** What pages are drawn by: the sources, what they read, the packages, and Node with its languages and zones. */
const drawnBy = ['src', 'public', 'docs/handbook', 'package-lock.json']

/** Another value for any other program. To read all its files takes a tenth of a second. */
export function stateOfProgram(): string {
  const state = createHash('sha256').update(JSON.stringify(process.versions))
  for (const path of drawnBy.flatMap((name) => filesIn(name)))
    state.update(`\0${path}\0`).update(readFileSync(join(root, path)))
  return state.digest('base64url')
}

function filesIn(path: string): string[] {
  if (/\.\w+$/.test(path)) return [path]
  return readdirSync(join(root, path), { withFileTypes: true })
    .flatMap((one) => (one.isDirectory() ? filesIn(`${path}/${one.name}`) : [`${path}/${one.name}`]))
    .toSorted()
}
