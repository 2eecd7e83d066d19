import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import { LRUCache } from 'lru-cache'

/**
 * Keeps what was drawn by all that it was drawn of, for parts that many pages share: to draw one costs a hundred times as much as to
 * find it.
 *
 * @param letters so many are kept at once, those of the keys among them
 */
export function drawnOnce(letters: number): (of: unknown, draw: () => Child) => Child {
  const drawn = new LRUCache<string, string>({
    maxSize: letters,
    sizeCalculation: (html, key) => html.length + key.length,
  })
  return (of, draw) => {
    const key = JSON.stringify(of)
    const known = drawn.get(key)
    if (known !== undefined) return raw(known)
    const html = String(draw())
    drawn.set(key, html)
    return raw(html)
  }
}
