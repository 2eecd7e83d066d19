import { spawn } from 'node:child_process'

/**
 * Ends PostgreSQL when this process ends, however it ends. On Linux the kernel does it (see account.ts); elsewhere
 * a shell waits on a pipe whose other end only we hold, and which closes with us.
 */
export function endWithOwner(pid: number, ended: Promise<string>): void {
  if (process.platform === 'linux') return
  const watch = spawn('/bin/sh', ['-c', 'read -r line; kill -INT "$0"', String(pid)], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  watch.unref()
  void ended.then(() => watch.kill('SIGKILL'))
}
