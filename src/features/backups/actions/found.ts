import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import { fileAt, placeOf, type Source } from '../../../platform/backups/index.ts'
import type { Config } from '../../../platform/config.ts'
import { Unacceptable } from '../../../platform/refusals.ts'
import { type Erased, erasuresBeside } from '../../own-data/index.ts'

/**
 * A backup as someone names it: the path of a file, or a name in the place where backups are kept.
 *
 * @param keyFile a file with a secret key of age
 * @throws Unacceptable `backup-no-key`
 */
export async function findBackup(
  config: Pick<Config, 'backup'>,
  named: string,
  keyFile?: string,
): Promise<Source & { name: string }> {
  const identity = keyFile ? await identityIn(keyFile) : null
  if (existsSync(named)) return { name: basename(named), open: () => fileAt(named), identity }
  return { name: named, open: () => placeOf(config.backup.to).get(named), identity }
}

/** Who was erased, as it is written down where backups are kept, and beside a file that is given by its path. */
export async function erasuresFor(config: Pick<Config, 'backup'>, named?: string): Promise<Erased[]> {
  const places = [placeOf(config.backup.to)]
  if (named && existsSync(named)) places.push(placeOf(dirname(named)))
  const found = (await Promise.all(places.map((place) => erasuresBeside(place)))).flat()
  return [...new Map(found.map((one) => [one.id, one])).values()]
}

/** The secret key in a file as `age-keygen` writes it. @throws Unacceptable `backup-no-key` */
export async function identityIn(path: string): Promise<string> {
  const key = /^AGE-SECRET-KEY-\S+$/m.exec(await readFile(path, 'utf8'))
  if (!key) throw new Unacceptable('backup-no-key')
  return key[0]
}
