import { createReadStream, type Dirent } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { NotFound } from '../../refusals.ts'
import type { Kept, Place } from './place.ts'

/** A folder of this machine, or one that is mounted. What is in it only its owner may read. */
export const folderPlace = (folder: string): Place => ({
  where: folder,
  async put(name, file) {
    const path = join(folder, name)
    await mkdir(dirname(path), { recursive: true, mode: 0o700 })
    await sweep(dirname(path))
    const aside = join(dirname(path), `.${basename(path)}.${process.pid}.part`)
    try {
      await pipeline(file, (await open(aside, 'wx', 0o600)).createWriteStream({ flush: true }))
      await rename(aside, path)
    } catch (error) {
      await rm(aside, { force: true })
      throw error
    }
    await syncFolder(dirname(path))
    return (await stat(path)).size
  },
  async get(name) {
    const handle = await open(join(folder, name)).catch((error) => {
      if (error.code === 'ENOENT') throw new NotFound('no-such-backup', { name })
      throw error
    })
    return handle.createReadStream()
  },
  async list(start) {
    const inside = join(folder, dirname(`${start}.`))
    const files = (await entriesOf(inside)).filter((one) => one.isFile() && !one.name.startsWith('.'))
    const kept = files.map(async ({ name }): Promise<Kept> => {
      const { size } = await stat(join(inside, name))
      return { name: join(dirname(`${start}.`), name), bytes: size }
    })
    return (await Promise.all(kept)).filter(({ name }) => name.startsWith(start)).sort(byName)
  },
  remove: (name) => rm(join(folder, name), { force: true }),
})

export const byName = (a: Kept, b: Kept) => (a.name < b.name ? -1 : 1)

async function entriesOf(folder: string): Promise<Dirent[]> {
  try {
    return await readdir(folder, { withFileTypes: true })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}

/** One that is still written to is younger. */
const abandonedAfterMs = 3_600_000

/** What a killed process had begun. */
async function sweep(folder: string): Promise<void> {
  for (const { name } of await entriesOf(folder)) {
    if (!/^\..+\.part$/.test(name)) continue
    const { mtimeMs } = await stat(join(folder, name))
    if (Date.now() - mtimeMs > abandonedAfterMs) await rm(join(folder, name), { force: true })
  }
}

async function syncFolder(folder: string): Promise<void> {
  const opened = await open(folder)
  await opened.sync()
  await opened.close()
}

/** A file given by its path, wherever it lies. */
export const fileAt = (path: string) => createReadStream(path)
