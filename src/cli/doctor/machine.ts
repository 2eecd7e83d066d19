import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from '../../platform/config.ts'
import { type Room, watchDisk } from '../../platform/space.ts'
import { type Finding, well, wrong } from './finding.ts'

/** What can be seen without the database. */
export const lookAtMachine = async (config: Config): Promise<Finding[]> => [
  settings(config),
  secret(config),
  folder(config),
  space(config, await watchDisk(config.dataDir, config.reserveBytes, config.databaseUrl === null).look()),
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

const gigabytes = (bytes: number) => `${(bytes / 1e9).toFixed(1)} GB`

/** Of a database elsewhere we see nothing: its disk is for its own keeper to watch. */
export function space({ databaseUrl }: Pick<Config, 'databaseUrl'>, { level, free, reserve }: Room): Finding {
  const elsewhere = databaseUrl ? '; the disk of your PostgreSQL is not seen from here, watch it there' : ''
  const note = `${gigabytes(free)} free, ${gigabytes(reserve)} must stay so${elsewhere}`
  if (level === 'enough') return well('disk', note)
  const halted = databaseUrl ? 'no files are taken' : 'nothing is saved'
  return wrong(
    'disk',
    `${note}: ${halted} until there is more`,
    'make room on the disk of DATA_DIR (`twinleaf backup thin` lets older backups go), or set SPACE_RESERVE_MB',
  )
}
