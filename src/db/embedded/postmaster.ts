/** One run of PostgreSQL, from its start to its end. */
import { spawn } from 'node:child_process'
import { statfs } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import { cleanEnv, type Postgres } from './account.ts'
import { cannotStart } from './cannot-start.ts'
import { endWithOwner } from './deathwatch.ts'
import { holding } from './directory-lock.ts'
import { readPidFile } from './pid-file.ts'

export type Postmaster = {
  /** Settles when the process has ended, with the reason as words. */
  ended: Promise<string>
  stop(): Promise<void>
}

type Start = {
  postgres: Postgres
  cluster: string
  socketDir: string
  /** Settings that this run has for itself. */
  own: Record<string, string>
  log(line: string): void
}

/** @throws CannotStart with PostgreSQL's own last words, when it ends before it takes connections */
export async function startPostmaster(start: Start): Promise<Postmaster> {
  const { postgres, cluster, socketDir, log } = start
  const own = { ...start.own, temp_file_limit: await temporaryLimit(cluster) }
  const bare = postgres.command(postgres.postgres, ['-D', cluster, ...settings(socketDir, own)])
  const [command, ...args] = await holding(cluster, bare)
  // Its own session: Ctrl-C in the terminal reaches us alone, and we let go of the database last.
  const child = spawn(command, args, {
    env: cleanEnv,
    cwd: '/',
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const lastWords: string[] = []
  createInterface({ input: child.stderr }).on('line', (line) => {
    lastWords.push(line)
    if (lastWords.length > 10) lastWords.shift()
    log(line)
  })
  const ended = new Promise<string>((settle) => {
    child.on('error', (error) => settle(error.message))
    child.on('close', (code, signal) => settle(signal ? `it got ${signal}` : `it ended with code ${code}`))
  })
  let running = true
  void ended.then(() => {
    running = false
  })
  const stop = async () => {
    if (child.pid && running) await endInOrder(child.pid, ended)
  }

  while (running) {
    const said = await readPidFile(cluster)
    if (said?.ready && said.pid === child.pid) {
      endWithOwner(said.pid, ended)
      return { ended, stop }
    }
    await pause(20)
  }
  const reason = await ended
  throw cannotStart(cluster, lastWords.length > 0 ? lastWords : [reason])
}

/** What one connection may put aside while it sorts: a quarter of what is free at the start, so that no question fills the disk. */
async function temporaryLimit(cluster: string): Promise<string> {
  const { bavail, bsize } = await statfs(cluster)
  const kilobytes = (bavail * bsize) / 1024 / 4
  return `${Math.floor(Math.min(Math.max(kilobytes, 32 * 1024), 4 * 1024 * 1024))}kB`
}

/** SIGINT lets PostgreSQL write everything and end; what will not end is cut off, and repairs itself next time. */
async function endInOrder(pid: number, ended: Promise<string>) {
  for (const [signal, patience] of [
    ['SIGINT', 30_000],
    ['SIGQUIT', 5000],
    ['SIGKILL', 5000],
  ] as const) {
    try {
      process.kill(pid, signal)
    } catch {
      // Gone meanwhile.
    }
    const late = pause(patience, 'late', { ref: false })
    if ((await Promise.race([ended, late])) !== 'late') return
  }
}

const settings = (socketDir: string, own: Record<string, string>) =>
  Object.entries({
    listen_addresses: '',
    // A list: a path with a comma in it must stay one item.
    unix_socket_directories: `"${socketDir.replaceAll('"', '""')}"`,
    unix_socket_permissions: '0700',
    port: '5432',
    max_connections: '60',
    // Whoever stops halfway in, as one without a password does, keeps all waiting that make or drop a database.
    authentication_timeout: '15s',
    shared_buffers: '64MB',
    max_logical_replication_workers: '0',
    // With these, each checkpoint would write a file of its own, and panic where there is no room for it.
    max_active_replication_origins: '0',
    max_replication_slots: '0',
    huge_pages: 'off',
    // Processes that read ahead, and a compiler for statements of minutes: memory for what never comes here.
    io_method: 'sync',
    jit: 'off',
    fsync: 'on',
    full_page_writes: 'on',
    synchronous_commit: 'on',
    password_encryption: 'scram-sha-256',
    timezone: 'UTC',
    // Statements and their values hold personal data: the server reports on itself only.
    log_min_messages: 'log',
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_checkpoints: 'off',
    log_line_prefix: '',
    log_timezone: 'UTC',
    ...own,
  }).flatMap(([name, value]) => ['-c', `${name}=${value}`])
