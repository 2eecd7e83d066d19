import { DataDirBusy } from '../db/embedded/index.ts'
import { BadGraph } from '../matching/index.ts'
import { BadConfig } from '../platform/config.ts'
import { Refusal } from '../platform/refusals.ts'
import { sayRefusal } from '../platform/words.ts'
import { Unusable } from './matching.ts'
import { NoDatabase } from './open.ts'

export type Explanation = {
  /** 0 done, 1 a fault of ours or of the world around, 2 refused. */
  exitCode: 0 | 1 | 2
  /** A sentence, or the whole error where it is a fault of ours; null when all is said already. */
  say: unknown
}

/** What the terminal says of an error, and how it ends. */
export function explanationOf(error: unknown): Explanation {
  if (error instanceof Refusal)
    return { exitCode: 2, say: sayRefusal('en', error.code, error.args) ?? error.code }
  if (sentences.some((kind) => error instanceof kind) && error instanceof Error)
    return { exitCode: 2, say: error.message }
  if (isUsage(error)) return { exitCode: error.exitCode === 0 ? 0 : 2, say: null }
  if (isAboutPlace(error)) return { exitCode: 1, say: `Look at DATA_DIR. ${error.message}` }
  return { exitCode: 1, say: error }
}

/** Errors whose message is written for anyone who typed. */
const sentences = [BadConfig, BadGraph, DataDirBusy, NoDatabase, Unusable]

/** Commander ends by throwing, also after it has printed the help. */
function isUsage(error: unknown): error is { exitCode: number } {
  return codeOf(error).startsWith('commander.')
}

/** A folder that is none, is not ours to write, or is full. The message of the system names it. */
const placeCodes = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'ENOTDIR', 'EEXIST'])

const isAboutPlace = (error: unknown): error is NodeJS.ErrnoException =>
  error instanceof Error && 'path' in error && placeCodes.has(codeOf(error))

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
