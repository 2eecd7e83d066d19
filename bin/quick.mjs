/** The tests that need no server, for an answer while one writes. */
import { ensureInstalled, withTools } from './install.mjs'
import { run } from './run.mjs'

ensureInstalled()
const args = ['run', '--config', 'vitest.quick.config.ts', '--reporter=dot', ...process.argv.slice(2)]
process.exitCode = await run('vitest', args, withTools())
