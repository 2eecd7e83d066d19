/**
 * The door of a running database. Anyone who uses the database stays in it with a connection, which the kernel closes at
 * the very moment they end, kill -9 included: its owner knows at all times who is there.
 */
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { rm } from 'node:fs/promises'
import { connect, createServer, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

export type Door = {
  /** Whether nobody is inside, and nobody waits for it to open. */
  isEmpty(): boolean
  /** The numbers of the processes inside and waiting, as far as they have said them. */
  guests(): string[]
  /** Lets in anyone who waits, and anyone who comes from now on. */
  open(): void
  /** Lets nobody in any more; anyone who is inside stays. */
  shut(): void
  /** Tells everyone that there is nothing to wait for any more. */
  clear(): void
}

const COME_IN = 'in'

/** @param onLast called when the last has left, who then waits for `clear`; left out, nobody waits */
export async function makeDoor(dataDir: string, onLast?: () => void): Promise<Door> {
  const guests = new Map<Socket, string>()
  const leaving = new Set<Socket>()
  let isOpen = false

  const leave = (guest: Socket) => {
    if (!guests.delete(guest)) return
    leaving.add(guest)
    if (guests.size > 0 || !onLast) guest.end()
    else onLast()
  }
  const server = createServer({ allowHalfOpen: true }, (guest) => {
    guests.set(guest, '')
    guest.setEncoding('utf8').on('data', (pid) => guests.set(guest, String(pid)))
    guest.on('error', () => guest.destroy())
    guest.on('end', () => leave(guest))
    guest.on('close', () => {
      leave(guest)
      leaving.delete(guest)
    })
    if (isOpen) guest.write(COME_IN)
  })
  await listen(server, addressOf(dataDir))

  return {
    isEmpty: () => guests.size === 0,
    guests: () => [...guests.values()].filter((pid) => pid !== ''),
    open() {
      isOpen = true
      for (const guest of guests.keys()) guest.write(COME_IN)
    },
    shut: () => void server.close(),
    clear() {
      for (const guest of [...guests.keys(), ...leaving]) guest.end()
    },
  }
}

/**
 * Enters, as soon as the door is open.
 *
 * @returns how to leave again, which takes until the owner has done what is to be done then; null when there is no
 *   door, or it was never opened
 */
export function enter(dataDir: string): Promise<(() => Promise<void>) | null> {
  return new Promise((settle) => {
    const stay = connect(addressOf(dataDir))
    const gone = new Promise<void>((closed) => stay.once('close', () => closed()))
    stay.on('connect', () => stay.write(String(process.pid)))
    stay.on('data', () => {
      // To stay is no reason to live on.
      stay.unref()
      settle(() => {
        stay.ref().end()
        return gone
      })
    })
    stay.on('error', () => stay.destroy())
    void gone.then(() => settle(null))
  })
}

/** An abstract name where the system has such, as for the lock; elsewhere a file. */
function addressOf(dataDir: string): string {
  const name = `twinleaf-door-${createHash('sha256').update(dataDir).digest('hex').slice(0, 32)}`
  return process.platform === 'linux' ? `\0${name}` : join(tmpdir(), name)
}

/** Only the owner of a directory makes its door: what is there already was left by a dead one, or one about to be. */
async function listen(server: Server, address: string): Promise<void> {
  if (!address.startsWith('\0')) await rm(address, { force: true })
  server.listen(address)
  try {
    await once(server, 'listening')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error
    await pause(10)
    await listen(server, address)
  }
}
