import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

export const pidFile = (cluster: string) => join(cluster, 'postmaster.pid')

/** What PostgreSQL says of itself while it runs, and leaves behind when it is killed. */
export async function readPidFile(cluster: string) {
  const content = await readFile(pidFile(cluster), 'utf8').catch(() => '')
  const [pid, , , , socketDir = '', , , status = ''] = content.split('\n')
  return pid ? { pid: Number(pid), socketDir, ready: status.trim() === 'ready' } : null
}
