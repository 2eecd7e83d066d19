import type { Server } from 'node:http'
import { networkOfPeer } from '../platform/sign-in/index.ts'

/** Connections at once: in all, and of one network. */
export const socketLimits = { total: 1_000, perNetwork: 50 } as const

/**
 * Shuts connections of a network that holds too many already, so that none can lock the others out by doing nothing.
 * A trusted proxy speaks for many and is not counted; there the limit belongs into the proxy.
 */
export function limitSockets(server: Server, trustedProxies: readonly string[]): void {
  server.maxConnections = socketLimits.total
  const open = new Map<string, number>()
  server.on('connection', (socket) => {
    const network = networkOfPeer(socket.remoteAddress ?? '', trustedProxies)
    if (network === null) return
    const count = (open.get(network) ?? 0) + 1
    if (count > socketLimits.perNetwork) {
      socket.destroy()
      return
    }
    open.set(network, count)
    socket.once('close', () => {
      const left = (open.get(network) ?? 1) - 1
      if (left > 0) open.set(network, left)
      else open.delete(network)
    })
  })
}
