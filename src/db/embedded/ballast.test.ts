import { readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { aSmallDisk, mayMount } from '../../../test/small-disk.ts'
import { letGoForStart, tendWhileRunning } from './ballast.ts'

const mega = 1024 * 1024

test.skipIf(!mayMount)(
  'room is kept for starts, given up piece by piece, and kept again (skipped where no disk may be mounted)',
  async () => {
    const dataDir = aSmallDisk(80)
    const place = { dataDir, cluster: join(dataDir, 'cluster'), log: () => {} }
    const pieces = () => readdirSync(dataDir).filter((name) => name.startsWith('ballast')).length
    const neighbour = (megabytes: number) =>
      writeFileSync(join(dataDir, `neighbour-${megabytes}`), Buffer.alloc(megabytes * mega))

    await tendWhileRunning(place)
    const laid = pieces()
    neighbour(64)
    await tendWhileRunning(place)
    const whileRunning = [pieces()]
    neighbour(4)
    await tendWhileRunning(place)
    whileRunning.push(pieces())
    neighbour(3)
    await letGoForStart(place)
    const started = pieces()
    for (const size of [64, 4, 3]) rmSync(join(dataDir, `neighbour-${size}`))
    await tendWhileRunning(place)

    expect([laid, whileRunning, started, pieces()]).toEqual([4, [3, 2], 1, 4])
  },
)
