/** The lock where the kernel offers no better one: a file that names its owner. */
import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'

type Held = { held: true; release(): Promise<void> } | { held: false; owner: string }

const pathOf = (dataDir: string) => join(dataDir, 'owner.lock')

export async function lockFile(dataDir: string): Promise<Held> {
  const path = pathOf(dataDir)
  const mine = [process.pid, await startOf(process.pid), randomUUID()].join('\n')
  await mkdir(dataDir, { recursive: true, mode: 0o711 })
  if (!(await create(path, mine))) {
    const owner = await lockFileHolder(dataDir)
    if (owner) return { held: false, owner }
    await rm(path, { force: true })
    if (!(await create(path, mine))) return { held: false, owner: 'unknown' }
    // Two may have found the same dead owner and both removed its file: the one that wrote last owns it.
    await pause(100)
    if ((await read(path)) !== mine) return { held: false, owner: 'unknown' }
  }
  return { held: true, release: () => rm(path, { force: true }) }
}

/** The living process that the file names, or null. */
export async function lockFileHolder(dataDir: string): Promise<string | null> {
  const [pid, start] = (await read(pathOf(dataDir))).split('\n')
  return pid && start && (await startOf(Number(pid))) === start ? pid : null
}

/** Whether there is no such process; of what is no number, nobody can say. */
export const hasEnded = async (pid: string): Promise<boolean> =>
  /^\d+$/.test(pid) && (await startOf(Number(pid))) === ''

/** When a process started, to tell it from a later one of the same number; empty when there is none. */
async function startOf(pid: number): Promise<string> {
  if (process.platform === 'linux') {
    const stat = await read(`/proc/${pid}/stat`)
    // The second field is the program's name in brackets, and may hold spaces; the 22nd is the start.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? ''
  }
  const ps = promisify(execFile)('/bin/ps', ['-o', 'lstart=', '-p', String(pid)], { env: { LC_ALL: 'C' } })
  return ps.then(
    ({ stdout }) => stdout.trim(),
    () => '',
  )
}

async function create(path: string, content: string): Promise<boolean> {
  try {
    await writeFile(path, content, { flag: 'wx' })
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

const read = (path: string) => readFile(path, 'utf8').catch(() => '')
