import { once } from 'node:events'
import { connect as connectHttp2 } from 'node:http2'
import { text } from 'node:stream/consumers'
import { type ConnectionOptions, connect } from 'node:tls'

/** Where a site is asked: its port on this machine, its name, and whose certificate it must show. */
export type Door = { port: number; site: string; ca: Buffer }

/** Of a proxy, also the port on which it hears plain http. */
export type ProxyDoor = Door & { plain: number }

type Question = {
  headers?: Record<string, string>
  /** Sent as a form; without one it is a GET. */
  body?: string | Buffer
  /** Address of the one who asks. */
  from?: string
  /** Address that is asked. */
  at?: string
}

/** Whether it agrees to such an encryption. */
export const isAgreed = ({ port, site, ca }: Door, how: ConnectionOptions): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1', servername: site, ca, ...how })
    const end = (is: boolean) => () => {
      socket.destroy()
      resolve(is)
    }
    socket.once('secureConnect', end(true)).once('error', end(false))
  })

/** One request over TLS and HTTP/2, as a browser sends it. */
export async function ask(
  { port, site, ca }: Door,
  path: string,
  { headers = {}, body, from, at = '127.0.0.1' }: Question = {},
) {
  const socket = connect({
    port,
    host: at,
    ...(from && { localAddress: from }),
    servername: site,
    ca,
    ALPNProtocols: ['h2'],
  })
  await once(socket, 'secureConnect')
  const session = connectHttp2(`https://${site}`, { createConnection: () => socket })
  try {
    const asked = session.request({
      ':authority': site,
      ':path': path,
      ':method': body === undefined ? 'GET' : 'POST',
      ...(body !== undefined && {
        'content-type': 'application/x-www-form-urlencoded',
        'sec-fetch-site': 'same-origin',
      }),
      ...headers,
    })
    asked.end(body)
    const [got] = await once(asked, 'response')
    return {
      protocol: socket.alpnProtocol,
      status: Number(got[':status']),
      headers: got,
      text: await text(asked),
    }
  } finally {
    session.destroy()
  }
}
