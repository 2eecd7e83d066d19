import { createHash } from 'node:crypto'
import { createWriteStream, mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { mkdir, readdir, readFile, rm, rmdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Conflict } from '../../../platform/refusals.ts'
import { lockFolder, lockName } from './lock.ts'

/** Whose folder it is: that of a copy, or of an export; and what is said of one that is neither. */
export type Ours = {
  origin: string
  holds: 'copy' | 'export'
  refusal: 'folder-not-ours' | 'not-our-export'
}

/** Says what a folder holds, so that the next run writes only what changed; and that the folder is ours. */
export const listName = (holds: Ours['holds']) => `${holds}.json`
const asideName = '.aside'

/** Of a file: what it holds, how long it is, and of a page since which day it is so, and what it is without that day. */
type Listed = { digest: string; bytes: number; day?: string; bare?: string }
type List = { twinleaf: Ours['holds']; origin: string; files: Record<string, Listed> }

export type Folder = {
  /** A path for what may go once all is done. */
  aside: string
  put(place: string, bytes: Uint8Array): Promise<void>
  /** Writes a file of any length, in pieces. */
  putPieces(place: string, pieces: AsyncIterable<string>): Promise<void>
  /** Writes a page that names the day since which it reads like this. @param page what it says, naming any day */
  putPage(place: string, today: string, page: (day: string) => string): Promise<void>
  /** Removes what is no more. */
  finish(): Promise<Written>
  /** Lets others write into it, whatever became of this run. */
  close(): Promise<void>
}

export type Written = { files: number; written: number; removed: number; bytes: number }

/**
 * Opens a folder of ours. Each file is written aside and takes its place whole; a run that is cut off leaves whole files
 * of two runs, and the next one finishes.
 *
 * @throws Conflict `folder-not-ours`, or as it is called there, when it holds something else; `folder-in-use` while another
 *   run writes into it
 */
export async function openFolder(path: string, ours: Ours): Promise<Folder> {
  await mkdir(path, { recursive: true })
  const before = await listIn(path, ours)
  const unlock = await lockFolder(path)
  try {
    return await opened(path, { ours, before, unlock })
  } catch (error) {
    await unlock()
    throw error
  }
}

type Opening = { ours: Ours; before: List | null; unlock: () => Promise<void> }

async function opened(path: string, { ours, before, unlock }: Opening): Promise<Folder> {
  const aside = join(path, asideName)
  await rm(aside, { recursive: true, force: true })
  await mkdir(aside)
  const there = new Set(await filesIn(path))
  const now: Record<string, Listed> = {}
  const count = { written: 0, bytes: 0 }
  const made = new Set<string>()
  // Names what is ours: files that others put beside it, for a server or for git, are left alone.
  const keepList = (files: Record<string, Listed>) => {
    const list: List = { twinleaf: ours.holds, origin: ours.origin, files }
    writeWhole(path, listName(ours.holds), Buffer.from(listText(list)), made)
  }
  if (before === null) keepList({})

  const isThere = (place: string, listed: Listed): boolean => {
    now[place] = listed
    count.bytes += listed.bytes
    if (before?.files[place]?.digest === listed.digest && there.has(place)) return true
    count.written += 1
    return false
  }
  const put = async (place: string, bytes: Uint8Array, more: Pick<Listed, 'day' | 'bare'> = {}) => {
    if (isThere(place, { digest: digestOf(bytes), bytes: bytes.length, ...more })) return
    writeWhole(path, place, bytes, made)
  }
  return {
    aside,
    put,
    async putPieces(place, pieces) {
      const { from, listed } = await keptAside(aside, pieces)
      if (isThere(place, listed)) await rm(from)
      else moved(path, place, { from, made })
    },
    async putPage(place, today, page) {
      const bare = digestOf(page(''))
      const known = before?.files[place]
      const day = known?.bare === bare && known.day !== undefined ? known.day : today
      await put(place, Buffer.from(page(day)), { day, bare })
    },
    async finish() {
      // Only what stands in the folder: a list that names a file elsewhere was not written by us.
      const gone = Object.keys(before?.files ?? {}).filter(
        (place) => now[place] === undefined && there.has(place),
      )
      for (const place of gone) await removed(path, place)
      if (count.written + gone.length > 0) keepList(now)
      return { files: Object.keys(now).length, removed: gone.length, ...count }
    },
    async close() {
      await rm(aside, { recursive: true, force: true })
      await unlock()
    },
  }
}

async function keptAside(aside: string, pieces: AsyncIterable<string>) {
  const from = join(aside, 'pieces')
  const hash = createHash('sha256')
  let bytes = 0
  async function* counted() {
    for await (const piece of pieces) {
      const some = Buffer.from(piece)
      hash.update(some)
      bytes += some.length
      yield some
    }
  }
  await pipeline(Readable.from(counted()), createWriteStream(from))
  return { from, listed: { digest: hash.digest('base64url').slice(0, 22), bytes } }
}

const digestOf = (bytes: Uint8Array | string): string =>
  createHash('sha256').update(bytes).digest('base64url').slice(0, 22)

/** A file to a line, so that two copies can be compared. */
function listText({ files, ...rest }: List): string {
  const lines = Object.keys(files)
    .sort()
    .map((place) => `${JSON.stringify(place)}:${JSON.stringify(files[place])}`)
  return `${JSON.stringify(rest).slice(0, -1)},"files":{\n${lines.join(',\n')}\n}}\n`
}

async function listIn(path: string, { holds, refusal }: Ours): Promise<List | null> {
  const text = await readFile(join(path, listName(holds)), 'utf8').catch(() => null)
  if (text === null) {
    if ((await readdir(path)).some((name) => name !== asideName && name !== lockName))
      throw new Conflict(refusal, { path })
    return null
  }
  const list = asList(text)
  if (list?.twinleaf !== holds) throw new Conflict(refusal, { path })
  return list
}

function asList(text: string): List | null {
  try {
    return JSON.parse(text) as List
  } catch {
    // Somebody else's file of that name.
    return null
  }
}

async function filesIn(path: string): Promise<string[]> {
  const found = await readdir(path, { recursive: true, withFileTypes: true })
  const start = join(path, '/')
  return found
    .filter((one) => one.isFile())
    .map((one) => join(one.parentPath, one.name).slice(start.length).replaceAll('\\', '/'))
    .filter((place) => !place.startsWith(`${asideName}/`) && place !== lockName)
}

/** At once: of thousands of small files, to wait for a thread takes longer than to write one. */
function writeWhole(path: string, place: string, bytes: Uint8Array, made: Set<string>): void {
  const from = join(path, asideName, 'next')
  writeFileSync(from, bytes)
  moved(path, place, { from, made })
}

function moved(path: string, place: string, { from, made }: { from: string; made: Set<string> }): void {
  const to = join(path, place)
  const folder = dirname(to)
  if (!made.has(folder)) mkdirSync(folder, { recursive: true })
  made.add(folder)
  renameSync(from, to)
}

async function removed(path: string, place: string): Promise<void> {
  await rm(join(path, place), { force: true })
  for (let folder = dirname(place); folder !== '.'; folder = dirname(folder)) {
    const isEmpty = await rmdir(join(path, folder)).then(
      () => true,
      () => false,
    )
    if (!isEmpty) return
  }
}
