import { createHash } from 'node:crypto'
import { chown, lstat, mkdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CannotStart } from './cannot-start.ts'

/** PostgreSQL names its socket by a port, even where it listens on none. */
export const SOCKET_NAME = '.s.PGSQL.5432'

/** In bytes: macOS has the shortest limit. */
const LONGEST_ADDRESS = 103

/**
 * The directory of PostgreSQL's socket: the cluster itself, which is private already, or, where that path is too
 * long for a socket, one in the system's temporary directory.
 *
 * @throws Error when someone else has put a directory there
 */
export async function socketDirFor(cluster: string, uid: number): Promise<string> {
  if (Buffer.byteLength(join(cluster, SOCKET_NAME)) <= LONGEST_ADDRESS) return cluster
  const name = createHash('sha256').update(`${cluster} ${uid}`).digest('hex').slice(0, 24)
  const path = join(tmpdir(), `twinleaf-${name}`)
  await mkdir(path, { mode: 0o700 }).catch((error) => {
    if (error.code !== 'EEXIST') throw error
  })
  const found = await lstat(path)
  if (found.uid !== uid && found.uid === process.geteuid?.()) await chown(path, uid, -1)
  if (await isPrivate(path, uid)) return path
  throw new CannotStart(`${path} belongs to someone else, or others may enter it. Remove it and start again.`)
}

export async function isPrivate(path: string, uid: number): Promise<boolean> {
  const found = await lstat(path)
  return found.isDirectory() && found.uid === uid && (found.mode & 0o077) === 0
}
