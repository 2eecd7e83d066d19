import { readFile, stat } from 'node:fs/promises'
import { connect } from 'node:net'
import { join } from 'node:path'
import { CannotStart } from './cannot-start.ts'
import { DATABASE, passwordFile } from './cluster.ts'
import { readPidFile } from './pid-file.ts'
import { isPrivate, SOCKET_NAME } from './socket.ts'

/** Null while no server on the cluster takes connections. */
export async function urlOfRunning(cluster: string): Promise<string | null> {
  const running = await readPidFile(cluster)
  if (!running?.ready) return null
  if (!(await answers(join(running.socketDir, SOCKET_NAME)))) return null
  // The password is shown only to a server whose account owns the data.
  const { uid } = await stat(cluster)
  if (!(await isPrivate(running.socketDir, uid)))
    throw new CannotStart(`${running.socketDir} is not PostgreSQL's own. Stop what uses it, and start again.`)
  const password = await passwordOf(cluster)
  return `postgresql://${DATABASE}:${password}@localhost/${DATABASE}?host=${encodeURIComponent(running.socketDir)}`
}

async function passwordOf(cluster: string): Promise<string> {
  const password = await readFile(passwordFile(cluster), 'utf8').catch(() => '')
  if (password !== '') return password
  throw new CannotStart(
    `The password in ${passwordFile(cluster)} is gone or not ours to read. Put DATA_DIR back from the newest backup.`,
  )
}

const answers = (path: string) =>
  new Promise<boolean>((settle) => {
    const socket = connect(path, () => socket.destroy())
    socket.on('error', () => settle(false))
    socket.on('close', () => settle(true))
  })
