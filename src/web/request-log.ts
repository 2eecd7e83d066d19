import type { Context, MiddlewareHandler } from 'hono'
import { matchedRoutes } from 'hono/route'
import type { Env } from '../features/people/index.ts'
import { countRequest } from './metrics/index.ts'

const watched = new Set(['/healthz', '/readyz', '/metrics'])

/**
 * One line for each request: the pattern of its address, never the address itself, which may hold a token or a
 * search; and the id of the person who asked, never a name.
 */
export const requestLog: MiddlewareHandler<Env> = async (c, next) => {
  const start = performance.now()
  await next()
  const { app, actor } = c.var
  const ms = Math.round((performance.now() - start) * 10) / 10
  const line = {
    method: c.req.method,
    route: routeOf(c),
    status: c.res.status,
    ms,
    actor: actor?.id,
  }
  countRequest(line)
  // Anyone who watches asks all day: that would be most of the log.
  if (watched.has(line.route)) app.log.debug(line, 'request')
  else app.log.info(line, 'request')
}

/** The pattern of what answered; that of everything for an address that leads nowhere. */
export const routeOf = (c: Context<Env>): string =>
  matchedRoutes(c).findLast(({ path }) => path !== '/*')?.path ?? '/*'
