import pg from 'pg'
import { wayTo } from './hosts.ts'

/** What else uses a pooler meanwhile may hide it from a single look. */
const looks = 5

/**
 * Whether a pooler lends us another connection for each transaction, as PgBouncer does with `pool_mode=transaction`:
 * nothing that lasts longer than one holds there, such as listening or a lock of a session.
 */
export async function lendsByTransaction(url: string): Promise<boolean> {
  const one = await opened(url)
  try {
    // A pooler makes up the number by which a connection is known. Without one, that is all it takes.
    return (await serverOf(one)) !== one.processID && (await changesHands(one, url))
  } finally {
    await one.end()
  }
}

async function changesHands(one: pg.Client, url: string): Promise<boolean> {
  const other = await opened(url)
  try {
    for (let look = 0; look < looks; look += 1) {
      const before = await serverOf(one)
      await other.query('begin')
      const taken = await serverOf(other)
      const after = await serverOf(one)
      await other.query('commit')
      if (taken === before || after !== before) return true
    }
    return false
  } finally {
    await other.end()
  }
}

/** The process of PostgreSQL that serves us now. */
async function serverOf(client: pg.Client): Promise<number | undefined> {
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid')
  return rows[0]?.pid
}

/** Without any setting that a pooler could refuse. */
async function opened(url: string): Promise<pg.Client & { processID?: number }> {
  const client = new pg.Client({
    ...wayTo(url),
    application_name: 'twinleaf',
    connectionTimeoutMillis: 10_000,
  })
  client.on('error', () => {})
  await client.connect()
  return client
}
