import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, rm, rmdir, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Conflict } from '../../../platform/refusals.ts'
import { lockFolder, lockName } from './lock.ts'
import { asideName, fileWriter, type Listed, openShare, type Share, type Shared } from './share.ts'

/** Whose folder it is: that of a copy, or of an export; and what is said of one that is neither. */
export type Ours = {
  origin: string
  holds: 'copy' | 'export'
  refusal: 'folder-not-ours' | 'not-our-export'
}

/** Says what a folder holds, so that the next run writes only what changed; and that the folder is ours. */
export const listName = (holds: Ours['holds']) => `${holds}.json`

type List = { twinleaf: Ours['holds']; origin: string; files: Record<string, Listed> }

export type Folder = Pick<Share, 'putPieces'> & {
  path: string
  /** A path for what may go once all is done. */
  aside: string
  put(place: string, bytes: Uint8Array): Promise<void>
  /** What this process puts there. */
  share: Share
  /** Takes in what another process has put there. */
  add(shared: Shared): void
  /** Removes what is no more. */
  finish(): Promise<Written>
  /** Lets others write into it, whatever became of this run. */
  close(): Promise<void>
}

export type Written = { files: number; written: number; removed: number; bytes: number }

/**
 * Opens a folder of ours. A run that is cut off leaves whole files of two runs, and the next one finishes.
 *
 * @throws Conflict `folder-not-ours`, or as it is called there, when it holds something else; `folder-in-use` while another
 *   run writes into it; `folder-impossible` where the system makes none
 */
export async function openFolder(path: string, ours: Ours): Promise<Folder> {
  await makeFolder(path)
  const before = await listIn(path, ours)
  const unlock = await lockFolder(path)
  try {
    return await opened(path, { ours, before, unlock })
  } catch (error) {
    await unlock()
    throw error
  }
}

/** Not by Node's own way with all folders above: where none can be made, as below /proc, that never ends. */
async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'EEXIST' && (await stat(path)).isDirectory()) return
    if (code !== 'ENOENT') throw error
    if (existsSync(dirname(path))) throw new Conflict('folder-impossible', { path })
    await makeFolder(dirname(path))
    await mkdir(path)
  }
}

/** What a process beside the one that opened a folder puts into it. @param name of that process */
export async function shareOf(path: string, ours: Ours, name: string): Promise<Share> {
  const list = await listIn(path, ours)
  return openShare(path, {
    name,
    before: list?.files ?? {},
    isThere: (place) => existsSync(join(path, place)),
  })
}

type Opening = { ours: Ours; before: List | null; unlock: () => Promise<void> }

async function opened(path: string, { ours, before, unlock }: Opening): Promise<Folder> {
  const aside = join(path, asideName)
  await rm(aside, { recursive: true, force: true })
  await mkdir(aside)
  const there = new Set(await filesIn(path))
  const known = before?.files ?? {}
  const share = openShare(path, { name: 'own', before: known, isThere: (place) => there.has(place) })
  // Names what is ours: files that others put beside it, for a server or for git, are left alone.
  const keepList = (files: Record<string, Listed>) => {
    const list: List = { twinleaf: ours.holds, origin: ours.origin, files }
    fileWriter(path, 'list').write(listName(ours.holds), Buffer.from(listText(list)))
  }
  if (before === null) keepList({})
  const { shared, putPieces } = share
  return {
    path,
    aside,
    share,
    putPieces,
    put: async (place, bytes) => share.put(place, bytes),
    add(other) {
      Object.assign(shared.files, other.files)
      shared.written += other.written
    },
    async finish() {
      const { files, written } = shared
      // Only what stands in the folder: a list that names a file elsewhere was not written by us.
      const gone = Object.keys(known).filter((place) => files[place] === undefined && there.has(place))
      for (const place of gone) await removed(path, place)
      if (written + gone.length > 0) keepList(files)
      const all = Object.values(files)
      const bytes = all.reduce((sum, one) => sum + one.bytes, 0)
      return { files: all.length, removed: gone.length, written, bytes }
    },
    async close() {
      await rm(aside, { recursive: true, force: true })
      await unlock()
    },
  }
}

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
