import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { aSmallDisk, mayMount } from '../../test/small-disk.ts'
import { levelOf, reserveOf, watchDisk } from './space.ts'

const mega = 1024 * 1024

test.each([
  ['a small volume keeps a quarter', 120, null, 30],
  ['a usual disk keeps half a gigabyte', 8_000, null, 512],
  ['a large one keeps a twentieth', 40_000, null, 2_000],
  ['a huge one keeps four gigabytes', 4_000_000, null, 4_096],
  ['what the operator chose is kept', 8_000, 100, 100],
])('%s', (_name, disk, chosen, reserve) => {
  expect(reserveOf(disk * mega, chosen && chosen * mega)).toBe(reserve * mega)
})

test.each([
  ['enough', 100, 'enough'],
  ['enough', 99, 'short'],
  ['short', 124, 'short'],
  ['short', 125, 'enough'],
  ['short', 24, 'none'],
  ['none', 31, 'none'],
  ['none', 32, 'short'],
  ['none', 200, 'enough'],
] as const)('of a reserve of 100, after %s with %d free: %s', (before, free, level) => {
  expect(levelOf(free, 100, before)).toBe(level)
})

test.skipIf(!mayMount)(
  'a real disk that fills up and is emptied (skipped where no disk may be mounted)',
  async () => {
    const folder = aSmallDisk(40)
    // A watch of its own each time looks at once; what it remembers is the rule's to prove.
    const after = async (megabytes: number) => {
      writeFileSync(join(folder, 'neighbour'), Buffer.alloc(megabytes * mega))
      return (await watchDisk(join(folder, 'data'), null, true).look()).level
    }

    expect([await after(0), await after(33), await after(39), await after(0)]).toEqual([
      'enough',
      'short',
      'none',
      'enough',
    ])
  },
)
