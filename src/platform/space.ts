/** Room on the disk of DATA_DIR: how much there is, how much must stay, and what still goes on when it is short. */
import { statfs } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Conflict } from './refusals.ts'

/**
 * `enough`: all goes on. `short`: nothing that grows; what is small and cannot wait does, such as signing in. `none`: nothing
 * is written that is not needed to make room.
 */
export type Level = 'enough' | 'short' | 'none'

/** In bytes. */
export type Room = { level: Level; free: number; reserve: number }

export type Space = {
  /** Whether the database is on that disk; where it is elsewhere, only files need room here. */
  holdsDatabase: boolean
  /** How it stands, as it was at most half a second ago. */
  look(): Promise<Room>
}

const megabyte = 1024 * 1024

/**
 * How much stays free, in bytes: for a start, for a way back, and for the little that goes on when room is short.
 *
 * @param chosen by the operator; null for a share of the disk
 * @source docs/decisions/0029-room-on-the-disk.md
 */
export function reserveOf(disk: number, chosen: number | null): number {
  const share = Math.min(Math.max(disk / 20, 512 * megabyte), 4096 * megabyte, disk / 4)
  return Math.floor(chosen ?? share)
}

/** Of the reserve: with less than that free, nothing is written at all. */
const lastQuarter = 1 / 4
/** What ended goes on once there is a quarter more than would end it: a disk at the edge would stop and start it otherwise. */
const back = 5 / 4

export function levelOf(free: number, reserve: number, before: Level): Level {
  const last = reserve * lastQuarter
  if (free < last * (before === 'none' ? back : 1)) return 'none'
  return free < reserve * (before === 'enough' ? 1 : back) ? 'short' : 'enough'
}

const looksAgainAfterMs = 500

/** Looks at the disk that a folder is on, or will be once it is made. */
export function watchDisk(folder: string, chosen: number | null, holdsDatabase: boolean): Space {
  let seen: { at: number; room: Promise<Room> } | null = null
  let before: Level = 'enough'
  const lookNow = async (): Promise<Room> => {
    const { free, disk } = await diskOf(folder)
    const reserve = reserveOf(disk, chosen)
    before = levelOf(free, reserve, before)
    return { level: before, free, reserve }
  }
  return {
    holdsDatabase,
    look() {
      const now = performance.now()
      if (!seen || now - seen.at > looksAgainAfterMs) seen = { at: now, room: lookNow() }
      return seen.room
    },
  }
}

/** What is free to us and what there is in all, in bytes, on the disk that a folder is on. */
export async function diskOf(folder: string): Promise<{ free: number; disk: number }> {
  const { bavail, blocks, bsize } =
    (await statfs(folder).catch((error) => {
      if (error.code !== 'ENOENT') throw error
      return null
    })) ?? (await statfs(dirname(folder)))
  return { free: bavail * bsize, disk: blocks * bsize }
}

/** For what grows. @throws Conflict `short-of-room` */
export async function requireRoom(space: Space): Promise<void> {
  const { level, ...room } = await space.look()
  if (level !== 'enough') throw new Conflict('short-of-room', inMegabytes(room))
}

export const inMegabytes = ({ free, reserve }: Pick<Room, 'free' | 'reserve'>) => ({
  free: Math.floor(free / megabyte),
  reserve: Math.ceil(reserve / megabyte),
})
