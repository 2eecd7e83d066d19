import { defineConfig } from 'vitest/config'

/** What starts, kills or outlives processes of ours: a process for each file. */
const alone = [
  'src/db/embedded',
  'test/{backups,main-job,outbox}',
  'test/journeys/{access,first-topic,joining,lab,pictures,sunday-night}',
]

const tests = (folders: string[]) => folders.map((folder) => `${folder}{.,/**/*.}test.{ts,tsx}`)

const shared = {
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
  test: {
    pool: 'forks',
    hookTimeout: 60_000,
    testTimeout: 60_000,
    setupFiles: 'test/closing.ts',
    env: { NODE_COMPILE_CACHE: 'node_modules/.cache/twinleaf/compiled' },
  },
} as const

export default defineConfig({
  ...shared,
  test: {
    // One server for all files, each of which clones a database on it.
    globalSetup: 'test/global-setup.ts',
    // One more than there are processors at least: what starts processes mostly waits for them.
    maxWorkers: 3,
    // What breaks them all is told by the first ones, and soon.
    bail: 50,
    projects: [
      { ...shared, test: { ...shared.test, name: 'alone', include: tests(alone) } },
      {
        ...shared,
        test: {
          ...shared.test,
          name: 'together',
          // To read all code anew for each file took more time than the tests.
          isolate: false,
          include: ['{src,test}/**/*.test.{ts,tsx}'],
          exclude: tests(alone),
        },
      },
    ],
  },
})
