import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbedded } from '../db/embedded/index.ts'
import { connect, type Db } from '../db/index.ts'
import { migrate } from './open.ts'

/** A migrated database for as long as `use` runs, for what is generated from the migrations. */
export async function withScratchDatabase<Result>(
  use: (db: Db, url: string) => Promise<Result>,
): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'twinleaf-scratch-'))
  const server = await startEmbedded({ dataDir: join(folder, 'postgres') })
  const db = connect(server.url)
  try {
    await migrate(db, server.url)
    return await use(db, server.url)
  } finally {
    await db.destroy()
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
}
