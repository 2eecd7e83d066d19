import { resolve } from 'node:path'
import { CannotStart, DataDirBusy } from '../db/embedded/index.ts'
import { BadGraph } from '../matching/index.ts'
import { BadConfig } from '../platform/config.ts'
import { Refusal } from '../platform/refusals.ts'
import { StoreFails } from '../platform/store.ts'
import { sayRefusal } from '../platform/words.ts'
import { Unusable } from './matching.ts'
import { lostDatabase, NoDatabase } from './no-database.ts'

export type Explanation = {
  /** 0 done, 1 a fault of ours or of the world around, 2 refused. */
  exitCode: 0 | 1 | 2
  /** A sentence, or the whole error where it is a fault of ours; null when all is said already. */
  say: unknown
}

/** What the terminal says of an error, and how it ends. @param typed what stood on the line of the command */
export function explanationOf(error: unknown, typed: readonly string[] = []): Explanation {
  if (error instanceof Refusal)
    return { exitCode: 2, say: sayRefusal('en', error.code, error.args) ?? error.code }
  if (sentences.some((kind) => error instanceof kind) && error instanceof Error)
    return { exitCode: 2, say: error.message }
  if (isUsage(error)) return { exitCode: error.exitCode === 0 ? 0 : 2, say: null }
  if (isAboutPlace(error)) return { exitCode: 2, say: sayPlace(error, typed) }
  if (error instanceof StoreFails) return { exitCode: 1, say: `${error.message}.` }
  const lost = lostDatabase(error)
  if (lost !== null) return { exitCode: 1, say: lost }
  return { exitCode: 1, say: error }
}

/** Errors whose message is written for anyone who typed. */
const sentences = [BadConfig, BadGraph, CannotStart, DataDirBusy, NoDatabase, Unusable]

/** Commander ends by throwing, also after it has printed the help. */
function isUsage(error: unknown): error is { exitCode: number } {
  return codeOf(error).startsWith('commander.')
}

/** A folder that is none, is not ours to use, or is full: what is wrong, and what to do. */
const places: Record<string, [is: string, act: string]> = {
  EACCES: ['may not be used by this account', 'give it to the account that runs Twinleaf'],
  EPERM: ['may not be used by this account', 'give it to the account that runs Twinleaf'],
  EROFS: ['is on a disk that takes no changes', 'set DATA_DIR to a folder that does'],
  ENOSPC: ['is on a disk that is full', 'make room on it'],
  EDQUOT: ['has no room left for this account', 'make room, or ask for more'],
  ENOTDIR: ['does not lie in a folder', 'set DATA_DIR to a folder'],
  EEXIST: ['is not a folder', 'set DATA_DIR to a folder'],
}

/** Of a full disk the system does not say which file it met; of the rest it does. */
const isAboutPlace = (error: unknown): error is NodeJS.ErrnoException =>
  error instanceof Error && codeOf(error) in places && ('path' in error || 'syscall' in error)

function sayPlace({ path, code = '' }: NodeJS.ErrnoException, typed: readonly string[]): string {
  const [is, act] = places[code] ?? []
  const isIn = (place: string) => `${path}/`.startsWith(`${place.replace(/\/$/, '')}/`)
  if (typed.some((one) => one !== '' && (isIn(one) || isIn(resolve(one)))))
    return `${path} ${is} (${code}). Name another place, or mend that, and give the command again.`
  return `${path ?? 'DATA_DIR'} ${is} (${code}). Look at DATA_DIR: ${act}, and start again.`
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
