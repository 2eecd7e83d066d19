import type { Result, Router } from 'hono/router'
import { TrieRouter } from 'hono/router/trie-router'
import { LRUCache } from 'lru-cache'

/** So many addresses, of so many letters at most, are remembered with what answers them. */
const most = { addresses: 1_000, letters: 200 }

/** Finds what answers an address, and has it at hand for the next who ask for the same: to look for it costs as much as all else of sending a kept page. */
export function rememberedWays<Handler>(): Router<Handler> {
  const router = new TrieRouter<Handler>()
  const known = new LRUCache<string, Result<Handler>>({ max: most.addresses })
  return {
    name: 'rememberedWays',
    add(method, path, handler) {
      known.clear()
      router.add(method, path, handler)
    },
    match(method, path) {
      const key = `${method} ${path}`
      const found = known.get(key) ?? router.match(method, path)
      if (path.length <= most.letters) known.set(key, found)
      return found
    },
  }
}
