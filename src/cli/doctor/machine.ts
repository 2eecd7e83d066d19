import { readFileSync, statSync } from 'node:fs'
import { statfs } from 'node:fs/promises'
import { join } from 'node:path'
import type { Config } from '../../platform/config.ts'
import { type Finding, well, wrong } from './finding.ts'

/** What can be seen without the database. */
export const lookAtMachine = async (config: Config): Promise<Finding[]> => [
  settings(config),
  secret(config),
  folder(config),
  space(await statfs(config.dataDir)),
]

function settings({ origin, host, databaseUrl }: Config): Finding {
  const place = databaseUrl ? 'a database of your own' : 'the embedded database'
  return well('settings', `understood: ${origin}, listening on ${host ?? 'all addresses'}, with ${place}`)
}

/** Of the one that is kept; one from SECRET is for those who set it to guard. */
function secret({ dataDir, secret }: Config): Finding {
  const file = join(dataDir, 'secret')
  const kept = textOf(file)
  if (kept?.trim() !== secret) return well('secret', 'from SECRET')
  if (isOpenToOthers(file, 0o077))
    return wrong('secret', `others on this machine may read ${file}`, `chmod 600 ${file}`)
  return well('secret', `kept in ${file}, for its account alone`)
}

function folder({ dataDir }: Config): Finding {
  if (isOpenToOthers(dataDir, 0o022))
    return wrong('folder', `others on this machine may change what is in ${dataDir}`, `chmod 711 ${dataDir}`)
  return well('folder', `${dataDir} is for its account alone to change`)
}

const isOpenToOthers = (path: string, rights: number) => (statSync(path).mode & rights) !== 0

function textOf(file: string): string | null {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return null
  }
}

/** In percent of the disk. With less, PostgreSQL may have to stop in the middle of a day. */
const leastFree = 5

/** @param disk as `statfs` tells of it, in blocks */
export function space(disk: { bavail: number; blocks: number; bsize: number }): Finding {
  const share = Math.round((disk.bavail / disk.blocks) * 100)
  const note = `${share} % free (${Math.round((disk.bavail * disk.bsize) / 1e9)} GB)`
  if (share >= leastFree) return well('disk', note)
  return wrong('disk', note, 'make room on the disk of DATA_DIR, backups that lie elsewhere as well first')
}
