import { randomBytes, randomUUID } from 'node:crypto'
import {
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { BadConfig } from './bad-config.ts'

/** In bytes. With less, links in emails could be forged by trying. */
export const shortestSecret = 32

/**
 * Made once and kept readable to the owner alone; two processes starting together agree on one.
 *
 * @throws BadConfig when what is kept is too short to be one of ours, as a copy from a full disk would be
 */
export function keptSecret(dataDir: string): string {
  const file = join(dataDir, 'secret')
  // Passable, so that PostgreSQL may run under an account without rights; what is private in it guards itself.
  mkdirSync(dataDir, { recursive: true, mode: 0o711 })
  const secret = readOr(file, () => makeOnce(file, randomBytes(32).toString('hex')))
  if (Buffer.byteLength(secret.trim()) < shortestSecret)
    throw new BadConfig(
      `${file} is empty or damaged, so links in emails could be forged. Put it back from a backup; if there is none, remove it: a new one is made, and links in emails sent before stop working.`,
    )
  return secret
}

function readOr(file: string, make: () => void): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error
    make()
    return readFileSync(file, 'utf8')
  }
}

/** The name stands for a whole file that is on disk, or for none: written aside, synced, linked. */
function makeOnce(file: string, content: string): void {
  const aside = `${file}.${randomUUID()}`
  try {
    writeFileSync(aside, content, { mode: 0o600, flag: 'wx', flush: true })
    linkSync(aside, file)
  } catch (error) {
    // Another process was first.
    if (codeOf(error) !== 'EEXIST') throw error
  } finally {
    removeIfThere(aside)
  }
  syncFolder(dirname(file))
}

function removeIfThere(file: string): void {
  try {
    unlinkSync(file)
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error
  }
}

function syncFolder(folder: string): void {
  const opened = openSync(folder, 'r')
  fsyncSync(opened)
  closeSync(opened)
}

const codeOf = (error: unknown) => (error as NodeJS.ErrnoException).code
