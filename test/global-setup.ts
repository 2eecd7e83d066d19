import { spawnSync } from 'node:child_process'
import { chmod, mkdir, mkdtemp, readdir, rm, stat, statfs, writeFile } from 'node:fs/promises'
import { freemem, tmpdir } from 'node:os'
import { join } from 'node:path'
import { CompiledQuery } from 'kysely'
import type { TestProject } from 'vitest/node'
import { migrate } from '../src/cli/open.ts'
import { copyCluster } from '../src/db/embedded/cluster.builder.ts'
import { clusterIn } from '../src/db/embedded/cluster.ts'
import { startEmbedded } from '../src/db/embedded/index.ts'
import { connect } from '../src/db/index.ts'
import { databaseAt, templateName } from './databases.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** URL of the server that all test files share. */
    serverUrl: string
    /** Files of a database that was made and stopped in order, to be copied: to make one takes PostgreSQL a second. */
    madeCluster: string
  }
}

const prefix = 'twinleaf-test-'

/** What a whole run may take, in bytes, and as much again for whoever else is there. */
const room = 4e9

/** In memory where there is plenty, so that no test waits for the disk while the server keeps all its promises. */
async function folderForIt(): Promise<string> {
  const memory = '/dev/shm'
  const { bavail, bsize } = await statfs(memory).catch(() => ({ bavail: 0, bsize: 0 }))
  if (Math.min(bavail * bsize, freemem()) < room) return mkdtemp(join(tmpdir(), prefix))
  await sweep(memory)
  const folder = await mkdtemp(join(memory, prefix))
  if (await runsFrom(folder)) return folder
  await rm(folder, { recursive: true })
  return mkdtemp(join(tmpdir(), prefix))
}

/** Containers often forbid it for what is in memory, and a test writes programs. */
async function runsFrom(folder: string): Promise<boolean> {
  const program = join(folder, 'program')
  await writeFile(program, '#!/bin/sh\n', { mode: 0o700 })
  return spawnSync(program).status === 0
}

/** What a run that was killed left in memory; none lasts for two hours. */
async function sweep(folder: string): Promise<void> {
  const abandoned = Date.now() - 7_200_000
  for (const name of (await readdir(folder)).filter((one) => one.startsWith(prefix))) {
    const path = join(folder, name)
    const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: Date.now() }))
    if (mtimeMs < abandoned) await rm(path, { recursive: true, force: true })
  }
}

/**
 * One embedded server for the whole run, with a migrated database that each test file clones. Beside it is what tests and
 * their processes put aside: a disk takes longer to make the thousand files of a database than PostgreSQL to fill them.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await folderForIt()
  const aside = join(folder, 'tmp')
  await mkdir(aside)
  // Passable, so that PostgreSQL may run under an account without rights.
  await chmod(folder, 0o711)
  await chmod(aside, 0o1777)
  process.env.TMPDIR = aside
  const [made, dataDir] = [join(folder, 'made'), join(folder, 'postgres')]
  await (await startEmbedded({ dataDir: made })).stop()
  await mkdir(dataDir)
  copyCluster(clusterIn(made), dataDir)
  const server = await startEmbedded({
    dataDir,
    settings: {
      // With many databases it would look into several of them each second.
      autovacuum: 'off',
      // A checkpoint for every few databases, and not for each.
      max_wal_size: '1GB',
    },
  })
  // Nobody else waits for it, and a busy machine may take as long as it takes.
  const db = connect(server.url, { isAlone: true })
  await db.executeQuery(CompiledQuery.raw(`create database ${templateName}`))
  await db.destroy()
  const url = databaseAt(server.url, templateName)
  const template = connect(url, { isAlone: true })
  await migrate(template, url)
  await template.destroy()
  project.provide('serverUrl', server.url)
  project.provide('madeCluster', clusterIn(made))
  return async () => {
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
}
