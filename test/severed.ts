import { mkdtemp } from 'node:fs/promises'
import { connect, createServer, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export type Wire = {
  /** The same database, over the wire. */
  url: string
  /** How often someone has tried to connect while it was cut. */
  tries(): number
  /** Breaks every connection, and refuses new ones as a server that starts does not: nobody is there. */
  cut(): Promise<void>
  mend(): Promise<void>
}

/** A wire to a server on a Unix socket, which can be cut. */
export async function aWire(url: string): Promise<Wire> {
  const there = new URL(url)
  const name = '.s.PGSQL.5432'
  const real = join(there.searchParams.get('host') ?? '', name)
  const folder = await mkdtemp(join(tmpdir(), 'wire-'))
  there.searchParams.set('host', folder)
  const open = new Set<Socket>()
  let [isCut, tries]: [boolean, number] = [false, 0]
  const server: Server = createServer((near) => {
    if (isCut) {
      tries++
      near.destroy()
      return
    }
    const far = connect(real)
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(one)
      one.pipe(other)
      one
        .on('error', () => {})
        .on('close', () => {
          open.delete(one)
          other.destroy()
        })
    }
  })
  await new Promise<void>((resolve) => server.listen(join(folder, name), resolve))
  server.unref()
  return {
    url: there.href,
    tries: () => tries,
    async cut() {
      isCut = true
      for (const socket of open) socket.destroy()
    },
    async mend() {
      isCut = false
    },
  }
}
