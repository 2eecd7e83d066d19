import { randomUUID } from 'node:crypto'
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { Conflict } from '../../../platform/refusals.ts'

/** Says who writes into a folder, as long as they do. */
export const lockName = '.lock'

type Holder = { pid: number; host: string; mark: string }

/**
 * Lets one run at a time write into a folder. The lock of one that was killed is taken over; that of another machine, which
 * nobody can ask from here, is not.
 *
 * @returns what lets it go
 * @throws Conflict `folder-in-use`
 */
export async function lockFolder(path: string): Promise<() => Promise<void>> {
  const own: Holder = { pid: process.pid, host: hostname(), mark: randomUUID() }
  const at = join(path, lockName)
  for (let tries = 0; tries < 3; tries += 1) {
    if (await taken(at, own)) {
      held.add(own.mark)
      return () => letGo(at, own)
    }
    const holder = await holderOf(at)
    if (holder !== null && isAlive(holder)) break
    if (holder !== null) await takeAway(at, holder, own)
  }
  throw new Conflict('folder-in-use', { path, lock: at })
}

/** Written whole under another name first: nobody ever reads half of it. A link is made by one alone. */
async function taken(at: string, own: Holder): Promise<boolean> {
  const aside = `${at}-${own.mark}`
  await writeFile(aside, JSON.stringify(own))
  try {
    await link(aside, at)
    return true
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false
    if (hasCode(error, 'EPERM') || hasCode(error, 'ENOTSUP')) return withoutLinks(at, own)
    throw error
  } finally {
    await rm(aside, { force: true })
  }
}

/** A stick has no links. */
const withoutLinks = (at: string, own: Holder): Promise<boolean> =>
  writeFile(at, JSON.stringify(own), { flag: 'wx' }).then(
    () => true,
    () => false,
  )

/** @returns null where it has gone meanwhile */
async function holderOf(at: string): Promise<Holder | null> {
  const text = await readFile(at, 'utf8').catch(() => null)
  return text === null ? null : read(text)
}

/** What cannot be read was left by a machine that fell. */
function read(text: string): Holder {
  try {
    return JSON.parse(text) as Holder
  } catch {
    return { pid: 0, host: hostname(), mark: '' }
  }
}

/** Of locks that this process holds: in a container, one that was killed had the same number as the one that comes after it. */
const held = new Set<string>()

function isAlive({ pid, host, mark }: Holder): boolean {
  if (host !== hostname()) return true
  if (pid === process.pid || pid <= 0) return held.has(mark)
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return hasCode(error, 'EPERM')
  }
}

/** By a name of its own, so that the lock which another took meanwhile is seen, and put back. */
async function takeAway(at: string, seen: Holder, own: Holder): Promise<void> {
  const aside = `${at}-old-${own.mark}`
  const isMoved = await rename(at, aside).then(
    () => true,
    () => false,
  )
  if (!isMoved) return
  const found = await holderOf(aside)
  if (found && found.mark !== seen.mark) await link(aside, at).catch(() => undefined)
  await rm(aside, { force: true })
}

async function letGo(at: string, own: Holder): Promise<void> {
  held.delete(own.mark)
  const holder = await holderOf(at)
  if (holder?.mark === own.mark) await rm(at, { force: true })
}

const hasCode = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code
