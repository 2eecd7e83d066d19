import { spawn } from 'node:child_process'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { expect, onTestFinished, test } from 'vitest'
import { stateOf } from './directory-lock.ts'
import { startEmbedded } from './index.ts'
import { clearRemains } from './remains.ts'
import {
  aDatabase,
  aDirectory,
  anOwner,
  ask,
  askPatiently,
  end,
  launchOwner,
  pidOf,
  processesIn,
} from './trial-owner.ts'

async function aServer(dataDir: string) {
  const server = await startEmbedded({ dataDir })
  onTestFinished(() => server.stop())
  return server
}

/**
 * Inserts one row after the other until the connection breaks.
 *
 * @returns once the first is acknowledged: how many are in the end
 */
async function insertUntilBroken(url: string): Promise<{ acknowledged: Promise<number> }> {
  const client = new pg.Client(url)
  client.on('error', () => {})
  await client.connect()
  const insert = (n: number) => client.query('insert into kept values ($1)', [n])
  await insert(1)
  const goOn = async () => {
    for (let n = 2; ; n += 1) {
      const stored = await insert(n).catch(() => null)
      if (!stored) return n - 1
    }
  }
  return { acknowledged: goOn() }
}

test('a killed owner takes PostgreSQL with it and loses no acknowledged row', async () => {
  const dataDir = await aDatabase()
  for (const round of [1, 2, 3]) {
    const owner = await anOwner(dataDir)
    const url = owner.url ?? ''
    await ask(url, 'drop table if exists kept')
    await ask(url, 'create table kept (n integer primary key)')
    const inserting = await insertUntilBroken(url)
    await pause(100 * round)

    await end(owner.child, 'SIGKILL')
    const acknowledged = await inserting.acknowledged
    const next = await startEmbedded({ dataDir })
    const kept = await ask(next.url, 'select count(*)::int as rows from kept')
    await next.stop()

    expect(kept[0]?.rows).toBeGreaterThanOrEqual(acknowledged)
  }
  expect(await processesIn(join(dataDir, 'cluster'))).toEqual([])
})

test('PostgreSQL killed alone is started again, at the same address, with every acknowledged row', async () => {
  const dataDir = await aDatabase()
  const { url } = await aServer(dataDir)
  await ask(url, 'create table kept (n integer primary key)')

  for (const signal of ['SIGKILL', 'SIGQUIT', 'SIGINT'] as const) {
    await ask(url, 'truncate kept')
    const inserting = await insertUntilBroken(url)
    await pause(100)
    process.kill(await pidOf(join(dataDir, 'cluster')), signal)
    const acknowledged = await inserting.acknowledged

    const kept = await askPatiently(url, 'select count(*)::int as rows from kept')

    expect(kept[0]?.rows).toBeGreaterThanOrEqual(acknowledged)
  }
})

test('a first start killed half-way leaves nothing that a later one would use', async () => {
  const dataDir = await aDirectory()
  for (const afterMs of [150, 350, 600]) {
    const { child } = launchOwner(dataDir)
    await pause(afterMs)
    await end(child, 'SIGKILL')
  }

  const { url } = await aServer(dataDir)

  expect(await ask(url, 'select 1 as one')).toEqual([{ one: 1 }])
  expect(await readdir(dataDir)).toEqual(['cluster'])
})

test('an old process number that a stranger has now does not stop the start', async () => {
  const dataDir = await aDatabase()
  const first = await startEmbedded({ dataDir })
  const pidFile = await readFile(join(dataDir, 'cluster', 'postmaster.pid'), 'utf8')
  await first.stop()
  await writeFile(join(dataDir, 'cluster', 'postmaster.pid'), pidFile.replace(/^\d+/, String(process.pid)))

  const second = await aServer(dataDir)

  expect(await ask(second.url, 'select 1 as one')).toEqual([{ one: 1 }])
})

test('a database that another container runs, on a volume shared with it, is not touched', async () => {
  const cluster = await aDirectory()
  const stranger = spawn('flock', ['--no-fork', cluster, 'sleep', '60'])
  onTestFinished(() => end(stranger, 'SIGKILL'))
  await writeFile(join(cluster, 'postmaster.pid'), '7\n')
  while ((await stateOf(cluster)) === 'free') await pause(20)

  const refused = await clearRemains(cluster, cluster, 100).catch((error: Error) => error.message)

  expect(refused).toBe(
    `Another PostgreSQL still uses ${cluster} (in another container). Stop it and start again.`,
  )
  expect(await readdir(cluster)).toEqual(['postmaster.pid'])
})

test('the cluster is locked while one process of its server lives', async () => {
  const dataDir = await aDatabase()
  const cluster = join(dataDir, 'cluster')
  const states: string[] = []

  const owner = await anOwner(dataDir)
  states.push(await stateOf(cluster))
  await end(owner.child, 'SIGKILL')
  while ((await processesIn(cluster)).length > 0) await pause(20)
  states.push(await stateOf(cluster))

  expect(states).toEqual(['held', 'free'])
})

test('what stands beside the database is left alone', async () => {
  const dataDir = await aDirectory()
  await mkdir(join(dataDir, 'spool'))

  await aServer(dataDir)

  expect((await readdir(dataDir)).sort()).toEqual(['cluster', 'spool'])
})
