import { LRUCache } from 'lru-cache'
import type { App } from './app.ts'
import { oncePer } from './once.ts'

type Minute = { began: number; count: number }

const minuteMs = 60_000

/** As many networks are remembered; the one that asked longest ago is forgotten first. */
const mostNetworks = 10_000

/**
 * Counts in memory what comes from each network, in minutes that begin with its first request: for what costs little, so that a
 * row for each would cost more.
 *
 * @param most in a minute
 * @returns counts one more, and says in how many seconds the network may come back; 0 while it may, and for this very machine: null
 */
export function perMinute(most: number): (app: Pick<App, 'db' | 'now'>, network: string | null) => number {
  const minutesOf = oncePer((_db: App['db']) => new LRUCache<string, Minute>({ max: mostNetworks }))
  return (app, network) => {
    if (network === null) return 0
    const minutes = minutesOf(app.db)
    const now = app.now().getTime()
    const known = minutes.get(network)
    const minute = known && now - known.began < minuteMs ? known : { began: now, count: 0 }
    minute.count += 1
    minutes.set(network, minute)
    return minute.count > most ? Math.ceil((minute.began + minuteMs - now) / 1000) : 0
  }
}
