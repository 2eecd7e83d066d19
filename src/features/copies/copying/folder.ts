import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, rmdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Conflict } from '../../../platform/refusals.ts'

/** Says what a folder holds, so that the next run writes only what changed; and that the folder is ours. */
export const listName = 'copy.json'
const asideName = '.aside'

/** Of a file: what it holds, how long it is, and of a page since which day it is so, and what it is without that day. */
type Listed = { digest: string; bytes: number; day?: string; bare?: string }
type List = { twinleaf: 'copy'; origin: string; files: Record<string, Listed> }

export type Folder = {
  /** A path for what may go once all is done. */
  aside: string
  put(place: string, bytes: Uint8Array): Promise<void>
  /** Writes a page that names the day since which it reads like this. */
  putPage(place: string, today: string, page: (day: string) => string): Promise<void>
  /** Removes what is no more. */
  finish(): Promise<Written>
}

export type Written = { files: number; written: number; removed: number; bytes: number }

/**
 * Opens the folder of a copy. Each file is written aside and takes its place whole; a run that is cut off leaves whole files
 * of two runs, and the next one finishes.
 *
 * @throws Conflict `folder-not-ours` when it holds something else
 */
export async function openFolder(path: string, origin: string): Promise<Folder> {
  await mkdir(path, { recursive: true })
  const before = await listIn(path)
  const aside = join(path, asideName)
  await rm(aside, { recursive: true, force: true })
  await mkdir(aside)
  const there = new Set(await filesIn(path))
  const now: Record<string, Listed> = {}
  const count = { written: 0, bytes: 0 }
  const made = new Set<string>()
  // Names what is ours: files that others put beside it, for a server or for git, are left alone.
  const keepList = (files: Record<string, Listed>) =>
    writeWhole(path, listName, Buffer.from(listText({ twinleaf: 'copy', origin, files })), made)
  if (before === null) await keepList({})

  const put = async (place: string, bytes: Uint8Array, more: Pick<Listed, 'day' | 'bare'> = {}) => {
    const digest = digestOf(bytes)
    const known = before?.files[place]
    now[place] = { digest, bytes: bytes.length, ...more }
    count.bytes += bytes.length
    if (known?.digest === digest && there.has(place)) return
    count.written += 1
    await writeWhole(path, place, bytes, made)
  }
  return {
    aside,
    put,
    async putPage(place, today, page) {
      const bare = digestOf(page(''))
      const known = before?.files[place]
      const day = known?.bare === bare && known.day !== undefined ? known.day : today
      await put(place, Buffer.from(page(day)), { day, bare })
    },
    async finish() {
      const gone = Object.keys(before?.files ?? {}).filter((place) => now[place] === undefined)
      for (const place of gone) await removed(path, place)
      if (count.written + gone.length > 0) await keepList(now)
      await rm(aside, { recursive: true })
      return { files: Object.keys(now).length, removed: gone.length, ...count }
    },
  }
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

async function listIn(path: string): Promise<List | null> {
  const text = await readFile(join(path, listName), 'utf8').catch(() => null)
  if (text === null) {
    if ((await readdir(path)).some((name) => name !== asideName))
      throw new Conflict('folder-not-ours', { path })
    return null
  }
  const list = asList(text)
  if (list?.twinleaf !== 'copy') throw new Conflict('folder-not-ours', { path })
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
    .filter((place) => !place.startsWith(`${asideName}/`))
}

async function writeWhole(path: string, place: string, bytes: Uint8Array, made: Set<string>): Promise<void> {
  const to = join(path, place)
  const folder = dirname(to)
  if (!made.has(folder)) await mkdir(folder, { recursive: true })
  made.add(folder)
  const from = join(path, asideName, 'next')
  await writeFile(from, bytes)
  await rename(from, to)
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
