import { globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { defineConfig } from 'vitest/config'
import base from './vitest.config.ts'

/** What only a test with a server, a browser or another process leans on. */
const slow = /test\/(harness|databases|journeys)|node:child_process|hasChromium|fast-check/

/** Whether a file, or what it shares with others (a builder, or what lies in `test`), leans on such a thing. */
function isSlow(file: string): boolean {
  const text = readFileSync(file, 'utf8')
  const imported = [...text.matchAll(/from '(\.[^']*)'/g)].map(([, path = '']) => join(dirname(file), path))
  const shared = imported.filter((path) => path.startsWith('test/') || path.includes('.builder.'))
  return slow.test(text) || shared.some((path) => slow.test(path) || isSlow(path))
}

/** Rules, policies, schemas, words: the tests that need no server, in one process, for an answer while one writes. */
export default defineConfig({
  oxc: base.oxc,
  test: {
    include: globSync('src/{features,platform,ui}/**/*.test.{ts,tsx}').filter((file) => !isSlow(file)),
    pool: 'threads',
    isolate: false,
    testTimeout: 20_000,
    maxWorkers: 2,
  },
})
