import type { Context } from 'hono'
import { expect, test } from 'vitest'
import { networkOf } from './network.ts'

/** A request from a socket's other end, with what proxies on the way said. */
const request = (peer: string, forwardedFor?: string) =>
  ({
    env: { incoming: { socket: { remoteAddress: peer } } },
    req: { header: () => forwardedFor },
  }) as unknown as Context

test.each([
  ['an IPv4 address stands for itself', '192.0.2.7', undefined, '192.0.2.7'],
  ['an IPv4 address inside IPv6 is IPv4', '::ffff:192.0.2.7', undefined, '192.0.2.7'],
  ['of an IPv6 address the first half counts', '2001:db8:0:12:aa:bb:cc:dd', undefined, '2001:db8:0:12'],
  ['written short or long', '2001:db8::12:0:0:0:1', undefined, '2001:db8:0:12'],
  ['a stranger is not believed about where he comes from', '192.0.2.7', '203.0.113.9', '192.0.2.7'],
  ['a trusted proxy is', '10.0.0.1', '203.0.113.9', '203.0.113.9'],
  [
    'what came before a trusted proxy may be invented',
    '10.0.0.1',
    '1.1.1.1, 203.0.113.9, 10.0.0.2',
    '203.0.113.9',
  ],
  ['a trusted proxy that says nothing stands for itself', '10.0.0.1', undefined, '10.0.0.1'],
  ['a trusted proxy may be named by its one address', '2001:db8::1', '203.0.113.9', '203.0.113.9'],
  ['and come in an IPv6 address', '::ffff:10.0.0.1', '2001:db8::9, ::ffff:10.0.0.2', '2001:db8:0:0'],
  ['what is no address stands for itself', '10.0.0.1', 'unknown', 'unknown'],
])('%s', (_name, peer, forwardedFor, network) => {
  expect(networkOf(request(peer, forwardedFor), ['10.0.0.0/8', '2001:db8::1'])).toBe(network)
})
