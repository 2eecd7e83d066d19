import type { MiddlewareHandler } from 'hono'
import type { Env } from '../features/people/index.ts'
import { WrongMethod } from '../platform/refusals.ts'

/** Pages are read and forms are sent; nothing here is done in another way. */
export const methods = ['GET', 'HEAD', 'POST']

export const knownMethodsOnly: MiddlewareHandler<Env> = async (c, next) => {
  if (!methods.includes(c.req.method)) throw new WrongMethod('wrong-method')
  await next()
}
