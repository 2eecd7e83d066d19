/** The files of a running PostgreSQL on this machine, copied so that they can be brought back to any minute. */
import type { Dirent } from 'node:fs'
import { type FileHandle, open, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { connected } from '../rows/read.ts'

/** A file by its path in the cluster; a folder has no bytes. */
export type ClusterFile = { path: string; size: number; bytes: Readable | null }

/** Of these folders PostgreSQL needs none of the content when it starts from a copy; of the log it gets the archive. */
const emptied = new Set(
  'pg_wal pg_replslot pg_dynshmem pg_notify pg_serial pg_snapshots pg_stat_tmp pg_subtrans'.split(' '),
)
const leftOut =
  /^(postmaster\.(pid|opts)|backup_label.*|tablespace_map.*|pg_internal\.init.*|pgsql_tmp.*|\.s\.PGSQL.*)$/

/** Which cluster it is, among all there have ever been, and to which file of its log it writes now. */
export async function standingOf(url: string): Promise<{ cluster: string; log: string }> {
  const client = await connected(url)
  try {
    const { rows } = await client.query<{ cluster: string; log: string }>(
      'select system_identifier::text as cluster, pg_walfile_name(pg_current_wal_lsn()) as log from pg_control_system()',
    )
    return rows[0] ?? { cluster: '', log: '' }
  } finally {
    await client.end()
  }
}

/**
 * Copies the files of a running server. They change meanwhile; what was changed the log tells, all of which has been
 * archived by the time the copy has ended.
 *
 * @param folder of the cluster
 * @param use is told of the files one by one, each to be read before the next
 */
export async function copyFiles(
  url: string,
  folder: string,
  use: (file: ClusterFile) => Promise<void>,
): Promise<void> {
  const client = await connected(url)
  try {
    await client.query("select pg_backup_start('twinleaf', true)")
    for await (const file of filesIn(folder, '')) await use(file)
    const { rows: ended } = await client.query<{ labelfile: string }>(
      'select labelfile from pg_backup_stop(true)',
    )
    const label = Buffer.from(ended[0]?.labelfile ?? '')
    await use({ path: 'backup_label', size: label.length, bytes: Readable.from([label]) })
  } finally {
    await client.end()
  }
}

async function* filesIn(folder: string, within: string): AsyncGenerator<ClusterFile> {
  for (const entry of await entriesOf(join(folder, within))) {
    const path = within ? `${within}/${entry.name}` : entry.name
    if (leftOut.test(entry.name)) continue
    if (entry.isDirectory()) {
      yield { path, size: 0, bytes: null }
      if (emptied.has(path)) continue
      yield* filesIn(folder, path)
    } else if (entry.isFile()) yield* fileAt(folder, path)
  }
}

/** As long as it was when it was opened: what is cut off meanwhile is filled up, and the log says how it was. */
async function* fileAt(folder: string, path: string): AsyncGenerator<ClusterFile> {
  const handle = await open(join(folder, path)).catch(ifThere)
  if (!handle) return
  try {
    const { size } = await handle.stat()
    yield { path, size, bytes: Readable.from(filled(handle, size)) }
  } finally {
    await handle.close()
  }
}

async function* filled(handle: FileHandle, size: number): AsyncGenerator<Buffer> {
  let missing = size
  if (size > 0) {
    for await (const chunk of handle.createReadStream({ end: size - 1, autoClose: false })) {
      missing -= chunk.length
      yield chunk
    }
  }
  if (missing > 0) yield Buffer.alloc(missing)
}

const entriesOf = async (folder: string): Promise<Dirent[]> =>
  (await readdir(folder, { withFileTypes: true }).catch(ifThere)) ?? []

/** Files and folders come and go under a running server. */
function ifThere(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null
  throw error
}
