import { randomUUID } from 'node:crypto'
import { link, mkdir, open, readdir, stat, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import type { Answer, Parcel, Transport } from './transport.ts'

/** What a killed worker left half written is cleared away after this long, in milliseconds. */
const staleAfter = 60 * 60_000

/**
 * Puts each mail into a folder as `<id>.eml`, for another program to carry on. A file appears whole, once, and
 * stays: written aside, synced, and linked to its name. That the name is there already is success, so a mail
 * is there exactly once, however often a worker is killed.
 *
 * @param folder made when missing
 */
export async function spoolTransport(folder: string): Promise<Transport> {
  const aside = join(folder, 'unfinished')
  await mkdir(aside, { recursive: true, mode: 0o700 })
  await clearStale(aside)
  const directory = await open(folder)
  const syncNames = inTurns(() => directory.sync())
  return {
    isIdempotent: true,
    staysHere: false,
    width: { 'sign-in': 8, personal: 8, campaign: 8, list: 8 },
    deliver: (parcel) => deliver({ folder, aside, syncNames }, parcel),
    close: () => directory.close(),
  }
}

type Spool = { folder: string; aside: string; syncNames(): Promise<void> }

async function deliver({ folder, aside, syncNames }: Spool, parcel: Parcel): Promise<Answer> {
  const draft = join(aside, `${parcel.id}.${randomUUID()}`)
  try {
    await writeSynced(draft, parcel.bytes)
    await linkOnce(draft, join(folder, `${parcel.id}.eml`))
    await unlink(draft)
    await syncNames()
    return { is: 'taken' }
  } catch (error) {
    return { is: 'unreachable', words: `spool: ${(error as NodeJS.ErrnoException).code ?? error}` }
  }
}

async function writeSynced(path: string, bytes: Buffer): Promise<void> {
  const file = await open(path, 'wx', 0o600)
  try {
    await file.writeFile(bytes)
    await file.datasync()
  } finally {
    await file.close()
  }
}

async function linkOnce(from: string, to: string): Promise<void> {
  try {
    await link(from, to)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
}

/**
 * Runs `sync` for everyone who asks, together: who asks while one runs waits for the next, which began after
 * their change.
 */
function inTurns(sync: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null
  let next: Promise<void> | null = null
  const start = () => {
    running = sync().finally(() => {
      running = null
    })
    return running
  }
  return () => {
    if (!running) return start()
    next ??= running
      .catch(() => {})
      .then(() => {
        next = null
        return start()
      })
    return next
  }
}

async function clearStale(aside: string): Promise<void> {
  for (const name of await readdir(aside)) {
    const path = join(aside, name)
    const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: Date.now() }))
    if (Date.now() - mtimeMs > staleAfter) await unlink(path).catch(() => {})
  }
}
