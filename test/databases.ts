import { CompiledQuery } from 'kysely'
import { connect } from '../src/db/index.ts'

export const templateName = 'twinleaf_template'

/** The same server, another database. */
export function databaseAt(serverUrl: string, name: string): string {
  const url = new URL(serverUrl)
  url.pathname = `/${name}`
  return url.href
}

/** One with nothing in it. */
export async function emptyDatabase(serverUrl: string, name: string): Promise<string> {
  const db = connect(serverUrl, { connections: 1, statementTimeoutMs: 0 })
  await db.executeQuery(CompiledQuery.raw(`create database ${name}`))
  await db.destroy()
  return databaseAt(serverUrl, name)
}

/** Clones the migrated template. */
export async function cloneTemplate(serverUrl: string, name: string): Promise<string> {
  const db = connect(serverUrl, { connections: 1, statementTimeoutMs: 0 })
  await db.executeQuery(CompiledQuery.raw(`create database ${name} template ${templateName}`))
  await db.destroy()
  return databaseAt(serverUrl, name)
}
