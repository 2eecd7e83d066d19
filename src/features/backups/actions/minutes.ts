import { createReadStream } from 'node:fs'
import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { standingOf } from '../../../db/files/index.ts'
import type { App } from '../../../platform/app.ts'
import { copyOfFiles, type Place, placeOf, seal } from '../../../platform/backups/index.ts'
import { lastDue } from '../backup.ts'
import { type Base, baseName, baseOf, isLogFile, logFolder, outlivedBases } from '../minute.ts'
import { backupRoom } from '../queries/room.ts'
import { whileRoom } from './create.ts'

/**
 * Puts away what the server has archived of its log, compressed, and once a day a copy of its files to begin from. Both
 * together bring the database back to any minute.
 */
export async function keepMinutes(app: App): Promise<void> {
  const { embeddedIn, config } = app
  if (!embeddedIn || !config.backup.anyMinute) return
  const place = placeOf(config.backup.to)
  const { cluster, log } = await standingOf(app.queue.url)
  await putLogAway(app, place, cluster, join(embeddedIn, 'archive'))
  const bases = await basesOf(place, cluster)
  if (bases.some(({ at }) => at >= lastDue(app.now()))) return
  if (!(await backupRoom(app, 'all')).forFile) return app.log.warn('no_room_for_a_copy_of_files')
  const name = baseName({ at: app.now(), cluster, log }, config.backup.publicKey !== null)
  const files = await copyOfFiles(app.queue.url, join(embeddedIn, 'cluster'), recipientsOf(app))
  await place.put(name, whileRoom(app, files))
  await letGo(app, place)
}

/** Full files of the log are put away small, which makes room, also where there is hardly any; old ones go. */
export async function tidyMinutes(app: App): Promise<void> {
  const { embeddedIn, config } = app
  if (!embeddedIn || !config.backup.anyMinute) return
  const place = placeOf(config.backup.to)
  const { cluster } = await standingOf(app.queue.url)
  await putLogAway(app, place, cluster, join(embeddedIn, 'archive'))
  await letGo(app, place)
}

/** All copies there are of a cluster's files, or of any. */
export async function basesOf(place: Place, cluster?: string): Promise<Base[]> {
  const kept = await place.list('base-')
  return kept.flatMap(({ name }) => {
    const base = baseOf(name)
    return base && (!cluster || base.cluster === cluster) ? base : []
  })
}

const recipientsOf = ({ config }: App) => (config.backup.publicKey ? [config.backup.publicKey] : [])

/** Oldest first: killed on the way, none is missing between those that are there. */
async function putLogAway(app: App, place: Place, cluster: string, folder: string): Promise<void> {
  const ending = app.config.backup.publicKey ? '.zst.age' : '.zst'
  for (const name of (await readdir(folder)).filter(isLogFile).sort()) {
    const file = await seal(createReadStream(join(folder, name)), recipientsOf(app))
    await place.put(`${logFolder(cluster)}${name}${ending}`, file)
    await rm(join(folder, name), { force: true })
  }
}

/** Lets go of copies that are not needed any more, and of the log before the oldest that is. */
export async function letGo(app: App, place: Place): Promise<void> {
  if (!app.embeddedIn || !app.config.backup.anyMinute) return
  const { cluster } = await standingOf(app.queue.url)
  const bases = await basesOf(place, cluster)
  const gone = outlivedBases(bases, app.now())
  for (const { name } of gone) await place.remove(name)
  const [first] = bases
    .filter((base) => !gone.includes(base))
    .map(({ log }) => log)
    .sort()
  for (const { name } of await place.list(logFolder(cluster))) {
    if (first && !name.includes('.history') && name < logFolder(cluster) + first) await place.remove(name)
  }
}
