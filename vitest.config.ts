import { defineConfig } from 'vitest/config'

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
  test: {
    include: ['{src,test}/**/*.test.{ts,tsx}'],
    // One server for all files, each of which clones a database on it.
    globalSetup: 'test/global-setup.ts',
    // Files run in processes of their own: the tests kill and are killed.
    pool: 'forks',
    maxWorkers: 2,
    hookTimeout: 60_000,
    testTimeout: 20_000,
  },
})
