import { mkdir, mkdtemp, readdir, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { sharedRoom } from './index.ts'

test('what a killed process left behind goes at the next start, what another still receives stays', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'room-'))
  const folder = join(dataDir, 'incoming')
  await mkdir(folder)
  await writeFile(join(folder, 'left'), 'name,email\n')
  await writeFile(join(folder, 'arriving'), 'name,email\n')
  const anHourAgo = new Date(Date.now() - 60 * 60_000)
  await utimes(join(folder, 'left'), anHourAgo, anHourAgo)

  sharedRoom(1_000, dataDir)

  expect(await readdir(folder)).toEqual(['arriving'])
})
