import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './root.ts'

const described: { version: string; dependencies: Record<string, string> } = JSON.parse(
  readFileSync(join(root, 'package.json'), 'utf8'),
)

/** Of the software, and of each package that it is made of. */
export const { version, dependencies } = described

export const migrationsFolder = join(root, 'migrations')
