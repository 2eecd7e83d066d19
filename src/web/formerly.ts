import type { Context, MiddlewareHandler } from 'hono'
import type { Env, Feature } from '../features/people/index.ts'

/** A day: whoever put an address right again should not be told of the old way for ever. */
const daySeconds = 86_400

/** Where an address leads that stood for something once; null where it never did. Asked only of what is not found. */
export async function formerly(c: Context<Env>): Promise<Response | null> {
  if (c.req.method !== 'GET' && c.req.method !== 'HEAD') return null
  if (/^\/(office|dev|me|sign-in)(\/|$)/.test(c.req.path)) return null
  for (const { formerly: former } of c.var.features) {
    const path = (await former?.leadsTo(c.var.app, c.req.url)) ?? null
    if (path === null || path === c.req.path) continue
    c.header('Cache-Control', `public, max-age=${daySeconds}`)
    return c.redirect(path, 301)
  }
  return null
}

/** The same address without its last slash, with which many sites write theirs; null where it has none. */
export function withoutLastSlash(c: Context<Env>): Response | null {
  const { pathname, search } = new URL(c.req.url)
  // Two slashes in front would name another host.
  const path = /^\/[^/].*[^/](?=\/+$)/.exec(pathname)?.[0]
  if (path === undefined || (c.req.method !== 'GET' && c.req.method !== 'HEAD')) return null
  return c.redirect(path + search, 301)
}

/** The front page stands at the address of many: `/?p=123`. Without one of their queries nothing is asked. */
export function formerFront(features: readonly Feature[]): MiddlewareHandler<Env> {
  const keys = features.flatMap((feature) => feature.formerly?.queries ?? [])
  const asks = new RegExp(`[?&](?:${keys.join('|')})=`)
  return async (c, next) => {
    const way = keys.length > 0 && asks.test(c.req.url) ? await formerly(c) : null
    if (way) return way
    await next()
  }
}
