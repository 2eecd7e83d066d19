import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CompiledQuery } from 'kysely'
import type { TestProject } from 'vitest/node'
import { migrate } from '../src/cli/open.ts'
import { startEmbedded } from '../src/db/embedded/index.ts'
import { connect } from '../src/db/index.ts'
import { databaseAt, templateName } from './databases.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** URL of the server that all test files share. */
    serverUrl: string
  }
}

/** One embedded server for the whole run, with a migrated database that each test file clones. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'twinleaf-test-'))
  // Passable, so that PostgreSQL may run under an account without rights.
  await chmod(folder, 0o711)
  const server = await startEmbedded({ dataDir: join(folder, 'postgres'), lasts: false })
  const db = connect(server.url)
  await db.executeQuery(CompiledQuery.raw(`create database ${templateName}`))
  await db.destroy()
  const url = databaseAt(server.url, templateName)
  const template = connect(url)
  await migrate(template, url)
  await template.destroy()
  project.provide('serverUrl', server.url)
  return async () => {
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
}
