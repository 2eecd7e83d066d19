import { type LookupAddress, type LookupOptions, lookup } from 'node:dns'
import type { IncomingMessage } from 'node:http'
import { request } from 'node:https'
import { BlockList, isIP } from 'node:net'

/** Addresses that belong to a house, a machine or nobody. @source the IANA special-purpose registries for IPv4 and IPv6 */
const inside = new BlockList()
for (const net of [
  ...['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12'],
  ...['192.0.0.0/24', '192.0.2.0/24', '192.88.99.0/24', '192.168.0.0/16', '198.18.0.0/15'],
  ...['198.51.100.0/24', '203.0.113.0/24', '224.0.0.0/3'],
  ...['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20'],
])
  add(inside, net)

/** Of IPv6 nothing else is given out to anyone; what is mapped is looked at as the IPv4 address that it is. */
const given = new BlockList()
for (const net of ['2000::/3', '::ffff:0:0/96']) add(given, net)

function add(list: BlockList, net: string): void {
  const [address = '', prefix] = net.split('/')
  list.addSubnet(address, Number(prefix), isIP(address) === 6 ? 'ipv6' : 'ipv4')
}

/** Whether an address is one of the open internet: not of this machine, of its house, or of its provider's own services. */
export function isOutside(address: string): boolean {
  const family = isIP(address)
  if (family === 6) return given.check(address, 'ipv6') && !inside.check(address, 'ipv6')
  return family === 4 && !inside.check(address, 'ipv4')
}

/** The address was of this machine or its house, where nothing of ours calls. */
export class NotOutside extends Error {
  constructor(host: string) {
    super(`${host} is not on the open internet`)
  }
}

type Found = (error: Error | null, address: string | LookupAddress[], family?: number) => void

/** Looks a name up and hands on only what is outside: it is this very answer that is connected to. */
function lookUpOutside(host: string, options: LookupOptions, found: Found): void {
  lookup(host, { ...options, all: true }, (error, addresses) => {
    if (error) return found(error, [])
    const [first] = addresses
    if (!first || !addresses.every(({ address }) => isOutside(address)))
      return found(new NotOutside(host), [])
    return options.all ? found(null, addresses) : found(null, first.address, first.family)
  })
}

const usualWaitMs = 10_000
/** As much of an answer as is read, in bytes. */
const usuallyRead = 256 * 1024

/** What is asked of a service elsewhere: an `https` address, and what is sent there. */
type Asked = {
  method: 'GET' | 'POST' | 'DELETE'
  address: string
  headers?: Record<string, string>
  body?: string | Buffer
  /** As much of the answer as is read, where not as usual: one that is longer counts as none. With 0 only the status is asked for. */
  mostBytes?: number
  /** How long an answer is waited for, where not as usual. */
  waitMs?: number
}

export type Answered = {
  status: number
  headers: Record<string, string | string[] | undefined>
  text: string
}

/** Asks a service elsewhere. */
export type Ask = (asked: Asked) => Promise<Answered>

/**
 * Sends a form to an address that somebody typed, on the open internet only, and follows it nowhere else.
 *
 * @returns the status
 * @throws as `askOutside` does
 */
export async function postOutside(address: string, form: URLSearchParams): Promise<number> {
  const headers = { 'Content-Type': 'application/x-www-form-urlencoded;charset=UTF-8' }
  const { status } = await askOutside({ method: 'POST', address, headers, body: form.toString() })
  return status
}

/**
 * Asks an address that somebody typed, on the open internet only, and follows it nowhere else.
 *
 * @throws NotOutside
 * @throws Error when nobody answers within ten seconds, or with more than a quarter of a megabyte
 */
export const askOutside: Ask = async (asking) => {
  const { method, address, headers = {}, body } = asking
  const { mostBytes = usuallyRead, waitMs = usualWaitMs } = asking
  const { hostname } = new URL(address)
  const host = hostname.replace(/^\[|\]$/g, '')
  if (isIP(host) !== 0 && !isOutside(host)) throw new NotOutside(host)
  return new Promise((resolve, reject) => {
    const asked = request(address, {
      ...{ method, headers, lookup: lookUpOutside },
      signal: AbortSignal.timeout(waitMs),
    })
    asked.on('error', reject)
    asked.on('response', (answer) => {
      const { statusCode: status = 0, headers: said } = answer
      readText(answer, mostBytes).then((text) => resolve({ status, headers: said, text }), reject)
    })
    asked.end(body)
  })
}

async function readText(answer: IncomingMessage, mostBytes: number): Promise<string> {
  if (mostBytes === 0) {
    answer.destroy()
    return ''
  }
  const pieces: Buffer[] = []
  let length = 0
  for await (const piece of answer) {
    length += piece.length
    if (length > mostBytes) throw new Error('the answer is longer than is read')
    pieces.push(piece)
  }
  return Buffer.concat(pieces).toString()
}
