import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ask, type Door } from '../../test/running/ask.ts'
import type { Machine } from './machine.ts'

/** Opens the address as a browser does, gives a name, and looks who the site says is there. */
export async function signIn(door: Door, address: string): Promise<string> {
  const { pathname } = new URL(address)
  await ask(door, pathname)
  const body = new URLSearchParams({ name: 'Ada Mensah', email: 'ada@library.example' }).toString()
  const begun = await ask(door, pathname, { body })
  const cookie = [begun.headers['set-cookie'] ?? []]
    .flat()
    .map((one) => one.split(';')[0])
    .join('; ')
  const { status } = await ask(door, '/office', { headers: { cookie } })
  if (status !== 200) throw new Error(`the office answered ${status}`)
  return cookie
}

/** Whose certificates Caddy shows for a name that is only known here. */
export const authorityOf = ({ folder }: Pick<Machine, 'folder'>) =>
  readFileSync(join(folder, 'var/lib/caddy/.local/share/caddy/pki/authorities/local/root.crt'))

/** Whether the office answers whom that cookie belongs to. */
export const isOpen = (door: Door, cookie: string) => () =>
  ask(door, '/office', { headers: { cookie } }).then(
    ({ status }) => status === 200,
    () => false,
  )
