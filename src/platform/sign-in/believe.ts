import { sql } from 'kysely'
import type { App } from '../app.ts'

/**
 * To the library a database that is away looks like a secret that is wrong. Before its no is believed, the database is
 * asked whether it is there.
 */
export async function believe(app: App, reply: Response): Promise<void> {
  if (reply.ok) return
  await sql`select 1`.execute(app.db)
  if (reply.status >= 500) throw new Error(`the sign-in library answered ${reply.status}`)
}
