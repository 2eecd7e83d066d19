/**
 * One owner per data directory. The lock is a listening socket, because the kernel takes it back at the very
 * moment its owner dies, kill -9 included: there is no stale lock to recognise.
 */
import { createHash } from 'node:crypto'
import { realpath } from 'node:fs/promises'
import { connect, createServer, type Server } from 'node:net'
import { basename, dirname, join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { hasEnded, lockFile, lockFileHolder } from './lock-file.ts'

export class DataDirBusy extends Error {
  override name = 'DataDirBusy'
  readonly dataDir: string

  constructor(dataDir: string, owner: string) {
    super(
      `Twinleaf is already running on ${dataDir} (process ${owner}). Stop it before you start another here.`,
    )
    this.dataDir = dataDir
  }
}

/** One spelling for one directory, which need not exist yet. */
export async function realPath(path: string): Promise<string> {
  const absolute = resolve(path)
  return realpath(absolute).catch(async (error) => {
    if (error.code !== 'ENOENT') throw error
    return join(await realPath(dirname(absolute)), basename(absolute))
  })
}

/** What an owner says who is on the way out, or has nobody to work for yet. */
const NOBODY = 'nobody'

/**
 * Owns the directory until the returned function is called, or this process ends. Waits for an owner who is on the
 * way out.
 *
 * @param users the processes that someone would have to end who wants the directory; none when it is about to be free
 * @throws DataDirBusy
 */
export async function lock(dataDir: string, users: () => string[]): Promise<() => Promise<void>> {
  for (let tries = 0; ; tries += 1) {
    const socket = await listen(addressOf(dataDir), users)
    if (socket === 'unsupported') {
      const file = await lockFile(dataDir)
      if (file.held) return file.release
      throw new DataDirBusy(dataDir, file.owner)
    }
    if (socket !== 'taken') return () => new Promise((closed) => socket.close(() => closed()))
    const owner = await holder(dataDir)
    const isFree = !owner || owner === NOBODY || (tries < 50 && (await haveEnded(owner)))
    if (!isFree) throw new DataDirBusy(dataDir, owner)
    await pause(20)
  }
}

/** An owner hears a moment later that whoever it works for was killed. */
const haveEnded = async (owner: string): Promise<boolean> =>
  (await Promise.all(owner.split(', ').map(hasEnded))).every(Boolean)

/** Who owns the directory, as words, or null when nobody does. */
export async function holder(dataDir: string): Promise<string | null> {
  return (await ask(addressOf(dataDir))) ?? lockFileHolder(dataDir)
}

/** Abstract: the name lives in the kernel alone, no file is left behind. Linux has these, other systems do not. */
const addressOf = (dataDir: string) =>
  process.platform === 'linux' ? `\0twinleaf-${createHash('sha256').update(dataDir).digest('hex')}` : null

async function listen(
  address: string | null,
  users: () => string[],
): Promise<Server | 'taken' | 'unsupported'> {
  if (!address) return 'unsupported'
  const server = createServer((asking) => {
    asking.on('error', () => asking.destroy())
    asking.end(users().join(', ') || NOBODY)
  })
  return new Promise((settle) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      settle(error.code === 'EADDRINUSE' ? 'taken' : 'unsupported'),
    )
    server.listen(address, () => settle(server))
  })
}

/** An owner that is too busy to say who it is still owns the directory; one that hangs up instead has just ended. */
async function ask(address: string | null): Promise<string | null> {
  if (!address) return null
  return new Promise((settle) => {
    let answer = ''
    const asking = connect(address)
    asking.setTimeout(1000, () => {
      answer ||= 'unknown'
      asking.destroy()
    })
    asking.on('data', (part) => {
      answer += part
    })
    asking.on('error', () => asking.destroy())
    asking.on('close', () => settle(answer || null))
  })
}
