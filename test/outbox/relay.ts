import type { AddressInfo, Socket } from 'node:net'
import { text } from 'node:stream/consumers'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'

/** What a relay makes of a mail: takes it, answers with a code, or hangs up once it has the whole of it. */
type Manner = 'take' | 'hang-up' | { code: number; words: string }

/** How a relay answers about a recipient (`rcpt`) and about a whole mail (`data`). */
export type Manners = (to: string, at: 'rcpt' | 'data') => Manner | Promise<Manner>

export type Relay = {
  url: string
  /** What it was given, in order, also what it hung up on. */
  got: { to: string; messageId: string; ref: string; raw: string; at: number }[]
  /** How it treats mail to an address from now on. */
  treat(manners: Manners): void
  close(): Promise<void>
}

/** A relay on a port of this machine. */
export async function aRelay(options: SMTPServerOptions = {}): Promise<Relay> {
  let mannerOf: Manners = () => 'take'
  const got: Relay['got'] = []
  const sockets = new Map<number, Socket>()
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    logger: false,
    ...options,
    async onRcptTo({ address }, _session, callback) {
      const manner = await mannerOf(address, 'rcpt')
      callback(typeof manner === 'object' ? refused(manner.code, manner.words) : null)
    },
    async onData(stream, session, callback) {
      // Half a mail, from a worker that was killed, is none.
      const raw = await text(stream).catch(() => null)
      if (raw === null) return
      const to = session.envelope.rcptTo[0]?.address ?? ''
      const manner = await mannerOf(to, 'data')
      if (typeof manner === 'object') return callback(refused(manner.code, manner.words))
      got.push({
        to,
        raw,
        messageId: header(raw, 'Message-ID'),
        ref: header(raw, 'X-Twinleaf-Ref'),
        at: Date.now(),
      })
      if (manner === 'hang-up') sockets.get(session.remotePort)?.destroy()
      else callback(null)
    },
  })
  server.on('error', () => {})
  server.server.on('connection', (socket: Socket) => {
    const port = socket.remotePort ?? 0
    sockets.set(port, socket)
    socket.once('close', () => sockets.delete(port))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${port}`,
    got,
    treat: (manners) => {
      mannerOf = manners
    },
    close: () => new Promise((resolve) => server.close(resolve)),
  }
}

/** Takes every mail, after so many milliseconds. */
export const slowly =
  (ms: number): Manners =>
  async (_to, at) => {
    if (at === 'data') await new Promise((resolve) => setTimeout(resolve, ms))
    return 'take' as const
  }

/** Hangs up on the first whole mail, and takes what comes then. */
export function hangingUpOnce(): Manners {
  let mails = 0
  return (_to, at) => (at === 'data' && ++mails === 1 ? 'hang-up' : 'take')
}

/** A no, as smtp-server says it. */
export const refused = (code: number, words: string) =>
  Object.assign(new Error(words), { responseCode: code })

/** A header of a mail on one line. */
export const header = (raw: string, name: string): string =>
  new RegExp(`^${name}: (.*(?:\r\n[ \t].*)*)`, 'im').exec(raw)?.[1]?.replaceAll(/\r\n[ \t]/g, ' ') ?? ''
