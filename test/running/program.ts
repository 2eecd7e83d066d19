import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../../src/platform/root.ts'

/** Where the system has its programs, or where `bin/system-packages.mjs` unpacked them; null where it is not had. */
export const programAt = (path: string): string | null =>
  ['/', join(root, 'node_modules/.cache/twinleaf/system')]
    .map((from) => join(from, path))
    .find((file) => existsSync(file)) ?? null
