import { Agent, type IncomingHttpHeaders, type RequestOptions, request } from 'node:http'
import * as secure from 'node:https'
import { setTimeout as pause } from 'node:timers/promises'
import { gunzipSync } from 'node:zlib'

export type Answer = { status: number; headers: IncomingHttpHeaders; text: string }
export type Asking = { form?: URLSearchParams; byScript?: boolean }

/** How long each kind of request took until its answer was whole, in ms, and how many had none, by what the system said. */
export type Times = {
  took: Record<Kind, number[]>
  unanswered: Map<string, number>
  refused: Map<number, number>
}
export const kinds = ['page', 'file', 'autosave', 'save', 'send'] as const
export type Kind = (typeof kinds)[number]

export const noTimes = (): Times => ({
  took: { page: [], file: [], autosave: [], save: [], send: [] },
  unanswered: new Map(),
  refused: new Map(),
})

/** Someone who reads that a site is away tries again after this long. */
const patienceMs = 2_000

/**
 * A browser of one person at an address of their own: it keeps cookies and connections, and takes compressed answers. Where
 * none comes, or the site says that it is away, its reader tries again until there is one.
 *
 * @param origin where the site is
 * @param address of this machine, from which it asks
 */
export function aBrowser(origin: string, address: string, times: Times) {
  const cookies = new Map<string, string>()
  const isSecure = origin.startsWith('https:')
  const agent = new (isSecure ? secure.Agent : Agent)({ keepAlive: true, maxSockets: 6 })
  const ours = { agent, localAddress: address, family: 4, ...(isSecure && { rejectUnauthorized: false }) }

  async function once(kind: Kind, path: string, { form, byScript }: Asking): Promise<Answer> {
    const body = form?.toString()
    const headers = {
      'Accept-Encoding': 'gzip',
      'Sec-Fetch-Site': 'same-origin',
      Cookie: [...cookies].map((pair) => pair.join('=')).join('; '),
      ...(byScript && { Accept: 'application/json' }),
      ...(body !== undefined && formHeaders(origin, body)),
    }
    const since = performance.now()
    const method = body === undefined ? 'GET' : 'POST'
    const answer = await ask(`${origin}${path}`, { ...ours, method, headers }, body)
    times.took[kind].push(performance.now() - since)
    for (const cookie of answer.headers['set-cookie'] ?? []) {
      const [name = '', value = ''] = (cookie.split(';')[0] ?? '').split('=', 2)
      cookies.set(name, value)
    }
    return answer
  }

  async function untilAnswered(kind: Kind, path: string, asking: Asking = {}): Promise<Answer> {
    for (;;) {
      const answer = await once(kind, path, asking).catch((error: NodeJS.ErrnoException) => error)
      if (answer instanceof Error) count(times.unanswered, answer.code ?? answer.message)
      else if (answer.status < 500) return answer
      else count(times.refused, answer.status)
      await pause(patienceMs * (0.5 + Math.random()))
    }
  }

  return { ask: untilAnswered, close: () => agent.destroy() }
}

const count = <Key>(counts: Map<Key, number>, key: Key) => counts.set(key, (counts.get(key) ?? 0) + 1)

const formHeaders = (origin: string, body: string) => ({
  Origin: origin,
  'Content-Type': 'application/x-www-form-urlencoded',
  'Content-Length': String(Buffer.byteLength(body)),
})

function ask(url: string, options: RequestOptions, body: string | undefined): Promise<Answer> {
  const { promise, resolve, reject } = Promise.withResolvers<Answer>()
  const asked = (url.startsWith('https:') ? secure.request : request)(url, options, (response) => {
    const parts: Buffer[] = []
    response.on('data', (part: Buffer) => parts.push(part))
    response.on('error', reject)
    response.on('end', () => {
      const whole = Buffer.concat(parts)
      const { statusCode: status = 0, headers } = response
      resolve({ status, headers, text: textOf(whole, headers) })
    })
  })
  asked.on('error', reject)
  asked.end(body)
  return promise
}

const textOf = (bytes: Buffer, headers: IncomingHttpHeaders): string =>
  (headers['content-encoding'] === 'gzip' ? gunzipSync(bytes) : bytes).toString()
