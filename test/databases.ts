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
  await tell(serverUrl, `create database ${name}`)
  return databaseAt(serverUrl, name)
}

/** Clones the migrated template. */
export async function cloneTemplate(serverUrl: string, name: string): Promise<string> {
  await tell(serverUrl, `create database ${name} template ${templateName} strategy file_copy`)
  return databaseAt(serverUrl, name)
}

/** Hundreds of them would take the memory of the machine. */
export const dropDatabase = (serverUrl: string, name: string): Promise<void> =>
  tell(serverUrl, `drop database ${name} with (force)`)

async function tell(serverUrl: string, statement: string): Promise<void> {
  const db = connect(serverUrl, { connections: 1, statementTimeoutMs: 0 })
  await db.executeQuery(CompiledQuery.raw(statement))
  await db.destroy()
}
