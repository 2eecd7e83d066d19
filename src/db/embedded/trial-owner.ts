/** For the tests: other processes that own a data directory or share one, to be killed at will. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync } from 'node:fs'
import { chmod, readdir, readFile, readlink, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { inject, onTestFinished } from 'vitest'
import { copyCluster } from './cluster.builder.ts'
import * as embedded from './index.ts'

/** A new directory that every account may enter. */
export async function aDirectory(parent = '/tmp'): Promise<string> {
  const path = mkdtempSync(join(parent, 'twinleaf-embedded-'))
  await chmod(path, 0o755)
  onTestFinished(() => rm(path, { recursive: true, force: true, maxRetries: 20 }))
  return path
}

/** The same, with a database in it that was stopped in order. */
export async function aDatabase(): Promise<string> {
  const dataDir = await aDirectory()
  copyCluster(inject('madeCluster'), dataDir)
  return dataDir
}

export type Owner = {
  child: ChildProcess
  /** Null when it ended without starting. */
  url: string | null
  said(): string
}

/** Starts the database in a process of its own, and waits until it has started or ended. */
export const anOwner = (dataDir: string, prefix?: string[]) => started(launchOwner(dataDir, prefix))

/** The same, together with everyone else who uses it. */
export const aGuest = (dataDir: string) => started(launchGuest(dataDir))

async function started({ child, lines }: ReturnType<typeof launch>): Promise<Owner> {
  let url: string | null = null
  const said: string[] = []
  for await (const line of lines) {
    said.push(line)
    if (!line.startsWith('postgresql:')) continue
    url = line
    break
  }
  lines.on('line', (line) => said.push(line))
  return { child, url, said: () => said.join('\n') }
}

/** Starts it and does not wait. */
export const launchOwner = (dataDir: string, prefix?: string[]) =>
  launch('startEmbedded', { dataDir }, prefix)
export const launchGuest = (dataDir: string) => launch('shareEmbedded', { dataDir, keeper })

export const keeper = join(import.meta.dirname, 'keeper.ts')

function launch(
  how: keyof typeof embedded,
  place: { dataDir: string; keeper?: string },
  prefix: string[] = [],
) {
  const script = `
    import { ${how} } from ${JSON.stringify(new URL('./index.ts', import.meta.url).href)}
    try {
      const server = await ${how}(${JSON.stringify(place)})
      setInterval(() => {}, 60_000)
      console.log(server.url)
      process.on('SIGTERM', () => server.stop().then(() => process.exit()))
    } catch (error) {
      console.log(String(error))
    }`
  const [command = '', ...args] = [...prefix, process.execPath, '--input-type=module', '--eval', script]
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'inherit'], cwd: '/' })
  onTestFinished(() => end(child, 'SIGTERM'))
  return { child, lines: createInterface({ input: child.stdout }) }
}

export async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill(signal)
  await once(child, 'exit')
}

/** Runs one statement over a connection of its own. */
export async function ask(url: string, statement: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client(url)
  client.on('error', () => {})
  await client.connect()
  try {
    return (await client.query(statement)).rows
  } finally {
    await client.end()
  }
}

/** Asks until the database answers. */
export async function askPatiently(url: string, statement: string): Promise<Record<string, unknown>[]> {
  for (let tries = 200; ; tries -= 1) {
    try {
      return await ask(url, statement)
    } catch (error) {
      if (tries === 0) throw error
      await pause(50)
    }
  }
}

/** Where another process runs the database, or null when none does. */
export async function urlElsewhere(dataDir: string): Promise<string | null> {
  const server = await embedded.joinEmbedded(dataDir)
  await server?.stop()
  return server?.url ?? null
}

export async function pidOf(cluster: string): Promise<number> {
  return Number.parseInt(await readFile(join(cluster, 'postmaster.pid'), 'utf8'), 10)
}

/** The processes that stand in a directory, as PostgreSQL's do in their cluster. */
export async function processesIn(directory: string): Promise<string[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name))
  const places = await Promise.all(pids.map((pid) => readlink(`/proc/${pid}/cwd`).catch(() => '')))
  return pids.filter((_, index) => places[index] === directory)
}
