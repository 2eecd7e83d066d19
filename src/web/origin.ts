import type { MiddlewareHandler } from 'hono'
import type { Env, Feature } from '../features/people/index.ts'
import type { Config } from '../platform/config.ts'
import { Forbidden } from '../platform/refusals.ts'

const safe = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Refuses a change that another site asks for. Browsers say where a request comes from; one that says nothing
 * at all is refused as well. Excepted are addresses of which a feature says that they carry a proof of their own.
 *
 * @source docs/decisions/0005-requests-from-our-own-pages.md
 */
export const ownPagesOnly =
  (features: readonly Feature[]): MiddlewareHandler<Env> =>
  async ({ req, var: { app } }, next) => {
    const isExempt = () => features.some(({ crossSite }) => crossSite?.test(req.path))
    if (!safe.has(req.method) && !isFromUs(req.raw.headers, app.origin) && !isExempt())
      throw new Forbidden('other-site')
    await next()
  }

/** A site under another name could poison links and caches. */
export const isOurHost = ({ origin, isDevelopment }: Config, host: string | undefined): boolean =>
  host === undefined || host === origin.slice(origin.indexOf('//') + 2) || (isDevelopment && isLocal(host))

/** On a machine of one's own any of its names will do, but a page from elsewhere must not borrow one for it. */
const isLocal = (host: string) => /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i.test(host)

export function isFromUs(headers: Headers, origin: string): boolean {
  const site = headers.get('Sec-Fetch-Site')
  return site === null ? headers.get('Origin') === origin : site === 'same-origin'
}
