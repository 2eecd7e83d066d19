/**
 * Room that nobody else on the disk can take. PostgreSQL needs some to start and, now and then, to go on; on a disk that
 * others have filled to the last byte it could do neither. So a few files lie there for nothing: they go one by one, the
 * last of them for a start alone, and come back once there is room.
 */
import { randomFillSync } from 'node:crypto'
import { existsSync } from 'node:fs'
import { open, readdir, rename, rm, stat, statfs } from 'node:fs/promises'
import { join } from 'node:path'

const pieces = 4
/** While the server runs, so many stay for its next start. */
const forStarts = 2

/** In bytes. A start wants a whole file of the log, a server that runs hardly anything. */
const leastPiece = 4 * 1024 * 1024
const leastFree = 256 * 1024

const tendEveryMs = 5_000

type Log = (line: string) => void
type Place = { dataDir: string; cluster: string; log: Log }

/** Before a start: lets go of as much as it needs. */
export const letGoForStart = (place: Place): Promise<void> =>
  attempt(place, async () => {
    const piece = await pieceSize(place)
    await letGo(place, { until: piece, keep: 0 })
  })

/** While the server runs: lets go of what it needs to go on, and lays it all again once there is room. */
export const tendWhileRunning = (place: Place): Promise<void> =>
  attempt(place, async () => {
    await letGo(place, { until: leastFree, keep: forStarts })
    const piece = await pieceSize(place)
    if ((await freeIn(place)) > 3 * pieces * piece) await lay(place, piece)
  })

/** Goes on for as long as the server runs. @returns how to end it */
export function keepBallast(place: Place): () => void {
  const timer = setInterval(() => tendWhileRunning(place), tendEveryMs)
  timer.unref()
  return () => clearInterval(timer)
}

/** A server runs without it too. */
const attempt = ({ log }: Place, work: () => Promise<void>): Promise<void> =>
  work().catch((error) => log(`The ballast could not be tended: ${error.message}`))

const fileOf = ({ dataDir }: Place, number: number) => join(dataDir, `ballast-${number}`)

async function freeIn({ dataDir }: Place): Promise<number> {
  const { bavail, bsize } = await statfs(dataDir)
  return bavail * bsize
}

async function letGo(place: Place, { until, keep }: { until: number; keep: number }): Promise<void> {
  for (let number = pieces; number > keep && (await freeIn(place)) < until; number -= 1)
    await rm(fileOf(place, number), { force: true })
}

async function pieceSize({ cluster }: Place): Promise<number> {
  const names = await readdir(join(cluster, 'pg_wal')).catch(() => [])
  const [name] = names.filter((one) => /^[0-9A-F]{24}$/.test(one))
  const log = name && (await stat(join(cluster, 'pg_wal', name)).catch(() => null))
  return Math.max(leastPiece, log ? log.size : 0)
}

async function lay(place: Place, size: number): Promise<void> {
  for (let number = 1; number <= pieces; number += 1)
    if (!existsSync(fileOf(place, number))) await fill(fileOf(place, number), size)
}

/** Not with zeros: a disk that compresses would keep no room for them. */
async function fill(file: string, size: number): Promise<void> {
  const unfinished = `${file}.new`
  try {
    const handle = await open(unfinished, 'w', 0o600)
    await handle.writeFile(randomFillSync(Buffer.allocUnsafe(size))).finally(() => handle.close())
    await rename(unfinished, file)
  } catch (error) {
    await rm(unfinished, { force: true })
    throw error
  }
}
