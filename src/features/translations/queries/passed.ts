import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../../../platform/root.ts'
import type { At, Tongue } from '../tongue.ts'

/**
 * Which sentences somebody went over in a language, by what their English said then: a digest of each, in lines of their own.
 * One whose English has changed since is not among them.
 */
export const passedFile = (locale: Tongue) => join(root, 'src/features/translations/passed', `${locale}.txt`)

export const digestOf = ({ folder, key }: Pick<At, 'folder' | 'key'>, english: string): string =>
  createHash('sha256').update(`${folder}\n${key}\n${english}`).digest('base64url').slice(0, 8)

export const passedIn = (locale: Tongue): ReadonlySet<string> =>
  new Set(existsSync(passedFile(locale)) ? readFileSync(passedFile(locale), 'utf8').split('\n') : [])
