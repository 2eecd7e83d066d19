import { existsSync } from 'node:fs'
import { defineConfig } from 'vitest/config'

const globalSetup = ['test/global-setup.ts'].filter((file) => existsSync(file))

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
  test: {
    include: ['{src,test}/**/*.test.{ts,tsx}'],
    globalSetup,
    // Files run in processes of their own: the tests kill and are killed.
    pool: 'forks',
    maxWorkers: 2,
    hookTimeout: 60_000,
    testTimeout: 20_000,
  },
})
