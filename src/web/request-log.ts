import type { MiddlewareHandler } from 'hono'
import { routePath } from 'hono/route'
import type { Env } from '../features/people/index.ts'

/**
 * One line for each request: the pattern of its address, never the address itself, which may hold a token or a
 * search; and the id of the person who asked, never a name.
 */
export const requestLog: MiddlewareHandler<Env> = async (c, next) => {
  const start = performance.now()
  await next()
  const { app, requestId, actor } = c.var
  const ms = Math.round((performance.now() - start) * 10) / 10
  const line = {
    requestId,
    method: c.req.method,
    route: routePath(c, -1),
    status: c.res.status,
    ms,
    actor: actor?.id,
  }
  app.log.info(line, 'request')
}
