import type { PgBoss } from 'pg-boss'
import type { Tx } from '../db/index.ts'

/** Where jobs are sent; opened by a shell and handed on in `App`. */
export type Queue = {
  send(tx: Tx, name: string, payload: object): Promise<void>
  /** What is behind it, for tests and for whoever takes the waiting jobs by hand. */
  boss(): Promise<PgBoss>
  /** Where the queue lives. */
  url: string
  close(): Promise<void>
}
