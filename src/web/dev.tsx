import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { type Env, router } from '../features/people/index.ts'
import type { App } from '../platform/app.ts'
import { Forbidden, NotFound } from '../platform/refusals.ts'
import { isFromThisMachine } from '../platform/sign-in/index.ts'
import { Gallery } from '../ui/gallery.tsx'
import { type DevKey, devCookie, devPass, isDevPass } from './dev-key.ts'

/**
 * What is for the one who runs the site on a machine of their own: the components of the look, and, where a feature
 * shows them, emails with their links to sign in. Behind one door, whichever feature a page is of.
 *
 * @source docs/decisions/0021-what-listens-where.md
 */
export function devPages(app: App, key: DevKey) {
  const routes = router()
  const first = app.config.mail.transport === 'page' ? '/dev/mail' : '/dev/ui'

  routes.use('/dev/*', async (c, next) => {
    if (!app.config.isDevelopment || !isFromThisMachine(c)) throw new NotFound('not-found')
    c.header('Referrer-Policy', 'no-referrer')
    if (!isLetIn(c) && !c.req.path.startsWith('/dev/open/')) throw new Forbidden('dev-closed')
    await next()
  })
  routes.get('/dev/open/:key', (c) => {
    if (!isLetIn(c)) {
      if (c.req.method !== 'GET' || !key.use(c.req.param('key'))) throw new Forbidden('dev-used')
      setCookie(c, devCookie, devPass(app), { path: '/dev', httpOnly: true, sameSite: 'Lax' })
    }
    return c.redirect(first, 303)
  })
  routes.get('/dev/ui', (c) => c.html(<Gallery frame={c.var.frame} />))
  return routes
}

const isLetIn = (c: Context<Env>) => isDevPass(c.var.app, getCookie(c, devCookie))
