import type { MiddlewareHandler } from 'hono'
import type { Env } from '../features/people/index.ts'
import { Forbidden } from '../platform/refusals.ts'

const safe = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Addresses that must take a POST from elsewhere: a mail program's one-click unsubscribe, which carries its own proof. */
const exempt = /^\/unsubscribe\//

/**
 * Refuses a change that another site asks for. Browsers say where a request comes from; one that says nothing
 * at all is refused as well.
 *
 * @source docs/decisions/0005-requests-from-our-own-pages.md
 */
export const ownPagesOnly: MiddlewareHandler<Env> = async (c, next) => {
  if (!safe.has(c.req.method) && !exempt.test(c.req.path) && !isFromUs(c.req.raw.headers, c.var.app.origin))
    throw new Forbidden('other-site')
  await next()
}

function isFromUs(headers: Headers, origin: string): boolean {
  const site = headers.get('Sec-Fetch-Site')
  return site === null ? headers.get('Origin') === origin : site === 'same-origin'
}
