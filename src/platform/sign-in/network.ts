import type { Context } from 'hono'
import ipaddr from 'ipaddr.js'

/**
 * The network a request comes from, for counting: an IPv4 address, or the first 64 bits of an IPv6 one.
 *
 * Behind a proxy that is trusted, the last address in `X-Forwarded-For` that is not itself a trusted proxy.
 */
export function networkOf(c: Context, trustedProxies: readonly string[]): string {
  const peer = peerOf(c)
  const trusted = trustedProxies.map(rangeOf)
  if (!isIn(trusted, peer)) return network(peer)
  const passedOn = (c.req.header('X-Forwarded-For') ?? '').split(',').map((part) => part.trim())
  return network(passedOn.findLast((address) => address && !isIn(trusted, address)) ?? peer)
}

/**
 * Whether the browser runs on this very machine: by its socket, and by nothing that a request says of itself. What a
 * proxy passes on is from elsewhere.
 */
export function isFromThisMachine(c: Context): boolean {
  if (isPassedOn(c)) return false
  const peer = peerOf(c)
  return ipaddr.isValid(peer) && ipaddr.process(peer).range() === 'loopback'
}

/**
 * Whether a program asks from this machine or from its private network, as a monitor does: by its socket, and not through
 * a proxy, which speaks for anyone.
 */
export function isFromPrivateNetwork(c: Context, trustedProxies: readonly string[]): boolean {
  if (isPassedOn(c)) return false
  const peer = peerOf(c)
  if (!ipaddr.isValid(peer) || isIn(trustedProxies.map(rangeOf), peer)) return false
  return privateRanges.has(ipaddr.process(peer).range())
}

const privateRanges = new Set(['loopback', 'private', 'uniqueLocal', 'linkLocal'])

const isPassedOn = (c: Context) => forwarding.some((name) => c.req.header(name) !== undefined)

/** What proxies add, trusted or not; no browser sends any of it. */
const forwarding = [
  'Forwarded',
  'X-Forwarded-For',
  'X-Forwarded-Host',
  'X-Forwarded-Proto',
  'X-Real-IP',
  'Via',
]

/** The network of a socket's other end; null for a proxy that is trusted, which speaks for many. */
export const networkOfPeer = (peer: string, trustedProxies: readonly string[]): string | null =>
  isIn(trustedProxies.map(rangeOf), peer) ? null : network(peer)

/** The other end of the socket; requests made in a test have none. */
function peerOf(c: Context): string {
  const { incoming } = (c.env ?? {}) as { incoming?: { socket: { remoteAddress?: string } } }
  return incoming?.socket.remoteAddress ?? ''
}

type Range = ReturnType<typeof ipaddr.parseCIDR>

function rangeOf(proxy: string): Range {
  if (proxy.includes('/')) return ipaddr.parseCIDR(proxy)
  const address = ipaddr.process(proxy)
  return [address, address.kind() === 'ipv4' ? 32 : 128]
}

const isIn = (trusted: Range[], address: string) =>
  ipaddr.isValid(address) && ipaddr.subnetMatch(ipaddr.process(address), { trusted }, 'other') === 'trusted'

/** What is no address, as a proxy may send it, stands for itself. */
function network(text: string): string {
  if (!ipaddr.isValid(text)) return text
  const address = ipaddr.process(text)
  if (address instanceof ipaddr.IPv4) return address.toString()
  return address.parts
    .slice(0, 4)
    .map((part) => part.toString(16))
    .join(':')
}
