import { BlockList, isIPv6 } from 'node:net'
import type { Context } from 'hono'

/**
 * The network a request comes from, for counting: an IPv4 address, or the first 64 bits of an IPv6 one.
 *
 * Behind a proxy that is trusted, the last address in `X-Forwarded-For` that is not itself a trusted proxy.
 */
export function networkOf(c: Context, trustedProxies: readonly string[]): string {
  const peer = peerOf(c)
  const trusted = listOf(trustedProxies)
  if (!isIn(trusted, peer)) return network(peer)
  const passedOn = (c.req.header('X-Forwarded-For') ?? '').split(',').map((part) => part.trim())
  return network(passedOn.findLast((address) => address && !isIn(trusted, address)) ?? peer)
}

/** The other end of the socket; requests made in a test have none. */
function peerOf(c: Context): string {
  const { incoming } = (c.env ?? {}) as { incoming?: { socket: { remoteAddress?: string } } }
  return (incoming?.socket.remoteAddress ?? '').replace(/^::ffff:/, '')
}

function listOf(proxies: readonly string[]): BlockList {
  const list = new BlockList()
  for (const proxy of proxies) {
    const [address = '', bits] = proxy.split('/')
    const family = isIPv6(address) ? 'ipv6' : 'ipv4'
    if (bits) list.addSubnet(address, Number(bits), family)
    else list.addAddress(address, family)
  }
  return list
}

const isIn = (list: BlockList, address: string) => list.check(address, isIPv6(address) ? 'ipv6' : 'ipv4')

const network = (address: string) => (isIPv6(address) ? firstHalf(address) : address)

/** The first four groups, with `::` written out. */
function firstHalf(address: string): string {
  const [before = '', after] = address.split('::')
  const head = before.split(':').filter(Boolean)
  const tail = after === undefined ? [] : after.split(':').filter(Boolean)
  const zeros = after === undefined ? [] : Array(8 - head.length - tail.length).fill('0')
  return [...head, ...zeros, ...tail]
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')
}
