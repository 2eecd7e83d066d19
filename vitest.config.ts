import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** What walks through pages or starts processes of ours takes a minute: begun last, it would end long after all others. */
const long = /\/(src\/db\/embedded|test\/(backups|journeys|main-job|outbox))\/[^/]+$/

class LongOnesFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    const [first, rest] = [true, false].map((isLong) =>
      sorted.filter(({ moduleId }) => long.test(moduleId) === isLong),
    )
    return [...(first ?? []), ...(rest ?? [])]
  }
}

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
  test: {
    include: ['{src,test}/**/*.test.{ts,tsx}'],
    pool: 'forks',
    // To read all code anew for each file took more time than the tests.
    isolate: false,
    // One more than there are processors at least: what starts processes mostly waits for them.
    maxWorkers: 3,
    // What breaks them all is told by the first ones, and soon.
    bail: 50,
    sequence: { sequencer: LongOnesFirst },
    hookTimeout: 120_000,
    // What takes a quarter of a minute alone takes a whole one on a slow machine that runs three at once.
    testTimeout: 120_000,
    // One server for all files, each of which clones a database on it.
    globalSetup: 'test/global-setup.ts',
    setupFiles: ['test/closing.ts', 'test/properties.ts'],
    env: { NODE_COMPILE_CACHE: 'node_modules/.cache/twinleaf/compiled' },
  },
})
