import { globSync, readFileSync } from 'node:fs'
import { defineConfig } from 'vitest/config'
import base from './vitest.config.ts'

/** What only a test with a server, a browser or another process leans on. */
const slow = /test\/(harness|databases|journeys)|node:child_process|hasChromium|fast-check/

/** Rules, policies, schemas, words: the tests that need no server, in one process, for an answer while one writes. */
export default defineConfig({
  oxc: base.oxc,
  test: {
    include: globSync('src/{features,platform,ui}/**/*.test.{ts,tsx}').filter(
      (file) => !slow.test(readFileSync(file, 'utf8')),
    ),
    pool: 'threads',
    isolate: false,
    testTimeout: 20_000,
    maxWorkers: 2,
  },
})
