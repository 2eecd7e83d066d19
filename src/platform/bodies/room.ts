import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { TooLarge, Unavailable } from '../refusals.ts'

type Kind = 'memory' | 'disk'

/** What all requests together hold of what they send, and the most that they may; in bytes. */
export type SharedRoom = {
  held: Record<Kind, number>
  readonly most: Record<Kind, number>
  /** Where files are put while their request lasts. */
  readonly folder: string
}

/** The room that one request has for its body. Nothing is taken of it before someone reads. */
export type BodyRoom = {
  readonly mostBytes: number
  /**
   * Counts bytes as they come.
   *
   * @throws TooLarge `too-large` for more than this request may send
   * @throws Unavailable `too-busy` while all requests together hold too much
   */
  take(kind: Kind, bytes: number): void
  /** A path for a file, which lasts as long as the request. */
  newFile(): string
  /** Gives everything back. */
  leave(): Promise<void>
}

/** @param memoryBytes what all requests together may hold in memory; ten times as much on disk */
export function sharedRoom(memoryBytes: number, dataDir: string): SharedRoom {
  const folder = join(dataDir, 'incoming')
  clearLeftBehind(folder)
  return { held: { memory: 0, disk: 0 }, most: { memory: memoryBytes, disk: 10 * memoryBytes }, folder }
}

/** Longer than any request lasts, so that the files of another process that serves this folder stay. */
const leftBehindMs = 10 * 60_000

/** Takes away what a process that was killed had written: it may hold whole lists of people. */
function clearLeftBehind(folder: string) {
  if (!existsSync(folder)) return
  for (const file of readdirSync(folder)) {
    const path = join(folder, file)
    const { mtimeMs } = statSync(path, { throwIfNoEntry: false }) ?? { mtimeMs: Number.POSITIVE_INFINITY }
    if (mtimeMs < Date.now() - leftBehindMs) rmSync(path, { force: true })
  }
}

export function roomIn(shared: SharedRoom, mostBytes: number): BodyRoom {
  const own = { memory: 0, disk: 0 }
  const files: string[] = []
  return {
    mostBytes,
    take(kind, bytes) {
      own[kind] += bytes
      shared.held[kind] += bytes
      if (own.memory + own.disk > mostBytes) throw new TooLarge('too-large')
      if (shared.held[kind] > shared.most[kind]) throw new Unavailable('too-busy')
    },
    newFile() {
      mkdirSync(shared.folder, { recursive: true, mode: 0o700 })
      const path = join(shared.folder, randomUUID())
      files.push(path)
      return path
    },
    async leave() {
      shared.held.memory -= own.memory
      shared.held.disk -= own.disk
      await Promise.all(files.map((path) => rm(path, { force: true })))
    },
  }
}
