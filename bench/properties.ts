/**
 * Looks for examples that break a property, where `npm test` tries the same few each time: `node bench/properties.ts [rounds] [runs]`.
 *
 * Runs all test files with properties so many times (3), each with a seed of its own and so many examples a property (2,000; a
 * minute and a quarter on two cores). Prints what broke, with its seed and the smallest example, and ends with 1 then. Write the
 * example into the test's `examples` when you mend it.
 */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { glob } from 'node:fs/promises'

const [rounds = '3', runs = '2000'] = process.argv.slice(2)

const files: string[] = []
for await (const file of glob('{src,test}/**/*.test.{ts,tsx}'))
  if (readFileSync(file, 'utf8').includes("from 'fast-check'")) files.push(file)

let broken = 0
for (let round = 0; round < Number(rounds); round += 1) {
  const seed = Date.now() % 2_147_483_647
  const { status } = spawnSync(
    process.execPath,
    ['node_modules/vitest/vitest.mjs', 'run', '--testTimeout', '600000', ...files],
    {
      stdio: 'inherit',
      env: { ...process.env, PROPERTIES_SEED: `${seed}`, PROPERTIES_RUNS: runs },
    },
  )
  console.log(`seed ${seed}: ${status === 0 ? 'nothing broke' : 'broken, see above'}`)
  if (status !== 0) broken += 1
}
process.exitCode = broken === 0 ? 0 : 1
