import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { DataDirBusy, startEmbedded } from './index.ts'
import { aDatabase, aDirectory, anOwner, ask, end, pidOf, processesIn, urlElsewhere } from './trial-owner.ts'

async function aServer(dataDir: string, log?: (line: string) => void) {
  const server = await startEmbedded({ dataDir, ...(log && { log }) })
  onTestFinished(() => server.stop())
  return server
}

test('a first start makes a database that keeps its promises and its secrets', async () => {
  const dataDir = join(await aDirectory(), 'new', 'data')

  const { url } = await aServer(dataDir)

  const settings = `name in ('data_checksums', 'fsync', 'full_page_writes', 'synchronous_commit', 'listen_addresses',
    'max_connections', 'shared_buffers', 'server_encoding', 'TimeZone')`
  expect(await ask(url, `select name, setting from pg_settings where ${settings} order by 1`)).toEqual([
    { name: 'TimeZone', setting: 'UTC' },
    { name: 'data_checksums', setting: 'on' },
    { name: 'fsync', setting: 'on' },
    { name: 'full_page_writes', setting: 'on' },
    { name: 'listen_addresses', setting: '' },
    { name: 'max_connections', setting: '60' },
    { name: 'server_encoding', setting: 'UTF8' },
    { name: 'shared_buffers', setting: '8192' },
    { name: 'synchronous_commit', setting: 'on' },
  ])
  expect(
    await ask(
      url,
      `select datlocprovider provider, datlocale locale, rolsuper super, rolcreatedb "mayMake"
         from pg_database join pg_roles on rolname = current_user where datname = current_database()`,
    ),
  ).toEqual([{ provider: 'b', locale: 'C.UTF-8', super: false, mayMake: true }])
  const wrong = url.replace(/:[^:@]+@/, ':wrong@')
  await expect(ask(wrong, 'select 1')).rejects.toThrow('password authentication failed')
  await expect(ask(url.replace('//twinleaf:', '//postgres:'), 'select 1')).rejects.toThrow(
    'no pg_hba.conf entry',
  )
})

test('what was stored is there at the next start, at the same address', async () => {
  const dataDir = await aDatabase()
  const first = await startEmbedded({ dataDir })
  await ask(first.url, "create table kept as select 'a word' as word")
  await first.stop()

  const second = await aServer(dataDir)

  expect(second.url).toBe(first.url)
  expect(await ask(second.url, 'select * from kept')).toEqual([{ word: 'a word' }])
})

test('a stopped database leaves no process and no lock behind', async () => {
  const dataDir = await aDatabase()
  const server = await startEmbedded({ dataDir })

  await server.stop()
  await server.stop()

  expect(await processesIn(join(dataDir, 'cluster'))).toEqual([])
  expect(await urlElsewhere(dataDir)).toBe(null)
  expect(await readdir(dataDir)).toEqual(['cluster'])
})

test('a second start on the same directory is refused and touches nothing', async () => {
  const dataDir = await aDatabase()
  const owner = await anOwner(dataDir)
  const pidFile = await readFile(join(dataDir, 'cluster', 'postmaster.pid'), 'utf8')

  const refusal = await startEmbedded({ dataDir: `${dataDir}/../${dataDir.split('/').at(-1)}` }).catch(
    (error) => error,
  )

  expect(refusal).toBeInstanceOf(DataDirBusy)
  expect(refusal.message).toBe(
    `Twinleaf is already running on ${dataDir} (process ${owner.child.pid}). Stop it before you start another here.`,
  )
  expect(await readFile(join(dataDir, 'cluster', 'postmaster.pid'), 'utf8')).toBe(pidFile)
  expect(await urlElsewhere(dataDir)).toBe(owner.url)
})

test('another process finds the running database, and none when it has ended', async () => {
  const dataDir = await aDatabase()

  const before = await urlElsewhere(dataDir)
  const owner = await anOwner(dataDir)
  const during = await urlElsewhere(dataDir)
  await end(owner.child, 'SIGTERM')
  const after = await urlElsewhere(dataDir)

  expect({ before, during, after }).toEqual({ before: null, during: owner.url, after: null })
})

test('a path too long for a socket is no obstacle', async () => {
  const dataDir = join(await aDirectory(), 'a-very-long-name-of-a-directory'.repeat(4))

  const { url } = await aServer(dataDir)

  expect(await ask(url, 'select 1 as one')).toEqual([{ one: 1 }])
  expect(await urlElsewhere(dataDir)).toBe(url)
})

test('PostgreSQL’s log holds no statement and no value', async () => {
  const lines: string[] = []
  const { url } = await aServer(await aDatabase(), (line) => lines.push(line))

  await ask(url, 'create table secret (word text unique)')
  await ask(url, "insert into secret values ('hush'), ('hush')").catch(() => {})

  expect(lines.join('\n')).toContain('ready to accept connections')
  expect(lines.join('\n')).not.toContain('hush')
})

test('a start that cannot work says why in PostgreSQL’s words, and lets go of the directory', async () => {
  const dataDir = await aDatabase()
  const first = await startEmbedded({ dataDir })
  await first.stop()
  const conf = join(dataDir, 'cluster', 'postgresql.conf')
  const sound = await readFile(conf, 'utf8')
  await writeFile(conf, `${sound}\nno_such_setting = on\n`)

  await expect(startEmbedded({ dataDir })).rejects.toThrow('unrecognized configuration parameter')

  await writeFile(conf, sound)
  const second = await aServer(dataDir)
  expect(await pidOf(join(dataDir, 'cluster'))).toBeGreaterThan(0)
  expect(second.url).toBe(first.url)
})
