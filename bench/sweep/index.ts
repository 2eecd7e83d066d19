/**
 * What looking after the pairs costs the worker: `node bench/sweep/index.ts [people ...]` (1000 10000).
 *
 * For a round of so many people, in a database of its own: asking everyone on the fourth day, the hourly sweep that finds one in
 * five silent, opens their cases and asks them once more, the next sweep, which finds nothing new, and a sweep once everyone has
 * been asked for fourteen weeks. Prints the time of each, and how it grows from the first size to the last. Fails when one takes
 * longer than 10 s.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../../src/platform/root.ts'
import { bundled } from '../../test/bundled.ts'

const asked = process.argv.slice(2).map(Number)
const sizes = asked.length > 0 ? asked : [1_000, 10_000]
const mostMs = 10_000

// Beside the packages, some of which have machine code and stay outside.
const folder = mkdtempSync(join(root, 'node_modules/.cache/sweep-'))
try {
  const program = await bundled('bench/sweep/measure.ts', folder, [
    'esbuild',
    'lightningcss',
    'pg-native',
    'sharp',
  ])
  const all = sizes.map((people) => {
    const said = execFileSync(process.execPath, [program, String(people)], { cwd: root, encoding: 'utf8' })
    const times = new Map<string, number>(JSON.parse(said))
    console.log(`${people} people`)
    for (const [what, ms] of times)
      console.log(`  ${what.padEnd(30)} ${(ms / 1000).toFixed(2).padStart(7)} s`)
    return times
  })
  const [first, last] = [all[0], all.at(-1)]
  if (first && last && first !== last) {
    console.log(`from ${sizes[0]} to ${sizes.at(-1)} people`)
    for (const [what, ms] of last)
      console.log(`  ${what.padEnd(30)} ${(ms / (first.get(what) ?? ms)).toFixed(1).padStart(7)} times`)
  }
  if (all.some((times) => [...times.values()].some((ms) => ms > mostMs))) process.exitCode = 1
} finally {
  rmSync(folder, { recursive: true })
}
