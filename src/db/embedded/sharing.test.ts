import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { DataDirBusy, shareEmbedded, startEmbedded } from './index.ts'
import {
  aDatabase,
  aDirectory,
  aGuest,
  ask,
  end,
  keeper,
  launchGuest,
  pidOf,
  processesIn,
  urlElsewhere,
} from './trial-owner.ts'

/** What still runs for the directory: PostgreSQL's processes, and the process that keeps it. */
async function whatRunsOn(dataDir: string): Promise<string[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name))
  const commands = await Promise.all(
    pids.map((pid) => readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')),
  )
  const keepers = commands.filter((command) => command.includes(keeper) && command.includes(dataDir))
  return [...keepers, ...(await processesIn(join(dataDir, 'cluster')))]
}

/** PostgreSQL is gone at once; its keeper may take a moment to go. */
async function untilNothingRunsOn(dataDir: string) {
  while ((await whatRunsOn(dataDir)).length > 0) await pause(20)
}

const answer = (url: string | null | undefined) => ask(url ?? '', 'select 1 as one')
const one = [{ one: 1 }]

test('whoever came first may leave first, and whoever came second stays', async () => {
  const dataDir = await aDatabase()
  const first = await aGuest(dataDir)
  const second = await aGuest(dataDir)
  const server = await pidOf(join(dataDir, 'cluster'))

  await end(first.child, 'SIGTERM')

  expect(second.url).toBe(first.url)
  expect(await answer(second.url)).toEqual(one)
  expect(await pidOf(join(dataDir, 'cluster'))).toBe(server)
  await end(second.child, 'SIGTERM')
  expect(await processesIn(join(dataDir, 'cluster'))).toEqual([])
  await untilNothingRunsOn(dataDir)
  const left = (await readdir(dataDir)).filter((name) => !name.startsWith('ballast-'))
  expect(left).toEqual(['cluster'])
})

test('whoever came second may leave first', async () => {
  const dataDir = await aDatabase()
  const first = await aGuest(dataDir)
  const second = await aGuest(dataDir)
  const server = await pidOf(join(dataDir, 'cluster'))

  await end(second.child, 'SIGTERM')

  expect(await answer(first.url)).toEqual(one)
  expect(await pidOf(join(dataDir, 'cluster'))).toBe(server)
  await end(first.child, 'SIGTERM')
  expect(await processesIn(join(dataDir, 'cluster'))).toEqual([])
  await untilNothingRunsOn(dataDir)
})

test('whoever is killed takes the database from nobody, and the last one takes it along', async () => {
  const dataDir = await aDatabase()
  const guests = [await aGuest(dataDir), await aGuest(dataDir), await aGuest(dataDir)]
  const server = await pidOf(join(dataDir, 'cluster'))

  for (const [index, guest] of guests.entries()) {
    await end(guest.child, 'SIGKILL')
    await pause(300)
    if (index === guests.length - 1) break
    expect(await answer(guest.url)).toEqual(one)
    expect(await pidOf(join(dataDir, 'cluster'))).toBe(server)
  }

  await untilNothingRunsOn(dataDir)
  expect(await urlElsewhere(dataDir)).toBe(null)
})

test('of many that start at once on a new directory, one starts the database, and all use it', async () => {
  const dataDir = await aDirectory()

  const guests = await Promise.all(Array.from({ length: 8 }, () => aGuest(dataDir)))
  const [last, ...others] = guests
  await Promise.all(others.map(({ child }, index) => end(child, index % 2 ? 'SIGKILL' : 'SIGTERM')))

  expect(guests.map(({ url }) => url)).toEqual(new Array(8).fill(last?.url))
  expect(await answer(last?.url)).toEqual(one)
  if (last) await end(last.child, 'SIGTERM')
  await untilNothingRunsOn(dataDir)
})

test('those who come while the last one leaves get a database, too', async () => {
  const dataDir = await aDatabase()
  let last = await aGuest(dataDir)
  for (const afterMs of [0, 1, 5, 20, 50, 100]) {
    const leaving = end(last.child, afterMs % 2 === 0 ? 'SIGTERM' : 'SIGKILL')
    await pause(afterMs)

    const next = await aGuest(dataDir)

    await leaving
    expect(await answer(next.url)).toEqual(one)
    last = next
  }
})

test('one that is killed while it starts the database leaves nothing running', async () => {
  const dataDir = await aDirectory()
  for (const afterMs of [200, 500, 900]) {
    const { child } = launchGuest(dataDir)
    await pause(afterMs)

    await end(child, 'SIGKILL')

    await untilNothingRunsOn(dataDir)
  }
})

test('a site does not start beside commands, learns whose they are, and starts once they have ended', async () => {
  const dataDir = await aDatabase()
  const guest = await aGuest(dataDir)

  const refusal = await startEmbedded({ dataDir }).catch((error) => error)
  await end(guest.child, 'SIGKILL')
  const server = await startEmbedded({ dataDir })
  onTestFinished(() => server.stop())

  expect(refusal).toEqual(new DataDirBusy(dataDir, String(guest.child.pid)))
  expect(await answer(server.url)).toEqual(one)
})

test('a command joins a running site, which does not wait for it', async () => {
  const dataDir = await aDatabase()
  const site = await startEmbedded({ dataDir })

  const command = await shareEmbedded({ dataDir, keeper })

  expect(command.url).toBe(site.url)
  await command.stop()
  expect(await answer(site.url)).toEqual(one)
  const another = await shareEmbedded({ dataDir, keeper })
  await site.stop()
  await another.stop()
  expect(await whatRunsOn(dataDir)).toEqual([])
})

test('whoever cannot start it learns why, as if they did it themselves', async () => {
  const dataDir = join(await aDirectory(), 'a-file')
  await writeFile(dataDir, '')

  const alone = await startEmbedded({ dataDir }).catch((error) => error)
  const shared = await shareEmbedded({ dataDir, keeper }).catch((error) => error)

  expect({ ...shared, message: shared.message }).toMatchObject({
    code: alone.code,
    path: alone.path,
    message: alone.message,
  })
})
