import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { startEmbedded } from './index.ts'
import { forNow } from './owner.ts'

const start = 'scratch-'

/**
 * A server of its own with an empty database, for as long as `use` runs; nothing of it stays.
 *
 * @param parent a folder with room for all that will be put in
 */
export async function withScratchServer<Result>(
  parent: string,
  use: (url: string) => Promise<Result>,
): Promise<Result> {
  await sweep(parent)
  const folder = await mkdtemp(join(parent, start))
  try {
    const server = await startEmbedded({ dataDir: join(folder, 'postgres'), settings: forNow })
    try {
      return await use(server.url)
    } finally {
      await server.stop()
    }
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

/** None lives for a day. */
const abandonedAfterMs = 86_400_000

/** What a killed process left behind. */
async function sweep(parent: string): Promise<void> {
  for (const name of await readdir(parent)) {
    const path = join(parent, name)
    if (!name.startsWith(start)) continue
    const { mtimeMs } = await stat(path)
    if (Date.now() - mtimeMs > abandonedAfterMs) await rm(path, { recursive: true, force: true })
  }
}
