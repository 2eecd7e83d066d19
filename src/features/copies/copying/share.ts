import { createHash, hash } from 'node:crypto'
import { createWriteStream, mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

export const asideName = '.aside'

/** Of a file: what it holds, how long it is, and of a page since which day it is so, and what it is without that day. */
export type Listed = { digest: string; bytes: number; day?: string; bare?: string }

/** Files that were put into a folder, those that were there like that included, and how many were written. */
export type Shared = { files: Record<string, Listed>; written: number }

/** What one process puts into a folder. */
export type Share = {
  put(place: string, bytes: Uint8Array): void
  /** Writes a file of any length, in pieces. */
  putPieces(place: string, pieces: AsyncIterable<string>): Promise<void>
  /** Writes a page that names the day since which it reads like this. @param page what it says, naming any day */
  putPage(place: string, today: string, page: (day: string) => string): void
  /** Whether a file is there as the last run left it. */
  has(place: string): boolean
  /** Leaves it as it is. */
  leave(place: string): void
  shared: Shared
}

type Opening = {
  /** What the last run put there, and whether it still is. */
  before: Readonly<Record<string, Listed>>
  isThere(place: string): boolean
  /** Tells processes apart that write into one folder. */
  name: string
}

/** Each file is written aside and takes its place whole. */
export function openShare(path: string, { before, isThere, name }: Opening): Share {
  const shared: Shared = { files: {}, written: 0 }
  const files = fileWriter(path, name)
  const isWritten = (place: string, listed: Listed): boolean => {
    shared.files[place] = listed
    const isSame = before[place]?.digest === listed.digest && isThere(place)
    if (!isSame) shared.written += 1
    return isSame
  }
  const put = (place: string, bytes: Uint8Array, more: Pick<Listed, 'day' | 'bare'> = {}) => {
    if (isWritten(place, { digest: digestOf(bytes), bytes: bytes.length, ...more })) return
    files.write(place, bytes)
  }
  return {
    shared,
    put,
    has: (place) => before[place] !== undefined && isThere(place),
    leave(place) {
      const listed = before[place]
      if (listed !== undefined) shared.files[place] ??= listed
    },
    async putPieces(place, pieces) {
      const from = join(path, asideName, `pieces-${name}`)
      const listed = await keptAside(from, pieces)
      if (isWritten(place, listed)) await rm(from)
      else files.move(from, place)
    },
    putPage(place, today, page) {
      const bare = digestOf(page(''))
      const known = before[place]
      const day = known?.bare === bare && known.day !== undefined ? known.day : today
      put(place, Buffer.from(page(day)), { day, bare })
    },
  }
}

/** At once: of thousands of small files, to wait for a thread takes longer than to write one. */
export function fileWriter(path: string, name: string) {
  const made = new Set<string>()
  const aside = join(path, asideName, `next-${name}`)
  const move = (from: string, place: string) => {
    const to = join(path, place)
    const folder = dirname(to)
    if (!made.has(folder)) mkdirSync(folder, { recursive: true })
    made.add(folder)
    renameSync(from, to)
  }
  return {
    move,
    write(place: string, bytes: Uint8Array) {
      writeFileSync(aside, bytes)
      move(aside, place)
    },
  }
}

async function keptAside(from: string, pieces: AsyncIterable<string>): Promise<Listed> {
  const digest = createHash('sha256')
  let bytes = 0
  async function* counted() {
    for await (const piece of pieces) {
      const some = Buffer.from(piece)
      digest.update(some)
      bytes += some.length
      yield some
    }
  }
  await pipeline(Readable.from(counted()), createWriteStream(from))
  return { digest: digest.digest('base64url').slice(0, 22), bytes }
}

const digestOf = (bytes: Uint8Array | string): string => hash('sha256', bytes, 'base64url').slice(0, 22)
