import { type Context, Hono, type MiddlewareHandler, type Next } from 'hono'
import { serveStatic } from 'hono/serve-static'
import { all } from '../features/all.ts'
import {
  actorOf,
  askAgain,
  askToSignIn,
  type Env,
  type Feature,
  keptFormOn,
  keptMark,
  mayEnterOffice,
  secondFactorPath,
} from '../features/people/index.ts'
import type { App } from '../platform/app.ts'
import { newTrace, numberOf, type Part, within } from '../platform/cause.ts'
import { networkIn } from '../platform/network/index.ts'
import { publicVersions, recentVersions } from '../platform/public-version.ts'
import { Forbidden, Misdirected, NotFound } from '../platform/refusals.ts'
import { sessionKey } from '../platform/sign-in/index.ts'
import { answerTo, notFound } from './answers.tsx'
import type { Assets } from './assets.ts'
import { bodyRooms } from './bodies.ts'
import { compressed } from './compressed.ts'
import { devPages } from './dev.tsx'
import { type DevKey, newDevKey } from './dev-key.ts'
import { pageOfForm } from './form-addresses.ts'
import { formerFront, formerly, withoutLastSlash } from './formerly.ts'
import { frameFor } from './frame.ts'
import { secureHeaders } from './headers.ts'
import { health } from './health.ts'
import { keptPages } from './kept-pages.ts'
import { look } from './look.ts'
import { knownMethodsOnly } from './methods.ts'
import { metrics } from './metrics/index.ts'
import { isOurHost, ownPagesOnly } from './origin.ts'
import { closePaused } from './paused.ts'
import { policyReports } from './policy-reports.ts'
import { preferences } from './preferences.ts'
import { rememberedWays } from './remembered-ways.ts'
import { requestLog, routeOf } from './request-log.ts'
import { roomGuard } from './room.ts'
import { tagPublic } from './tags.ts'
import { wellKnown } from './well-known.ts'
import { wishOf } from './wish.ts'

/**
 * How a site is built. `devKey` opens the pages under /dev to one browser on this machine. `isReadOnce`: each page is asked for once,
 * so that none is noted, kept, tagged or compressed.
 */
type Building = { devKey?: DevKey; isReadOnce?: boolean }

/** The whole site: what every request passes, and where it ends up. */
export function createSite(
  app: App,
  assets: Assets,
  features: readonly Feature[] = all,
  { devKey = newDevKey(), isReadOnce = false }: Building = {},
): Hono<Env> {
  const site = new Hono<Env>({ router: rememberedWays() })
  site.use(begin(app, features))
  if (!isReadOnce) site.use(requestLog, keptPages)
  site.use(secureHeaders)
  site.onError(async (error, c) => {
    const way = error instanceof NotFound ? await formerly(c) : null
    return way ?? answerTo(error, c, assets)
  })
  site.notFound(async (c) => {
    const page = c.req.method === 'POST' ? null : pageOfForm(site, c.req.path)
    return page === null
      ? ((await formerly(c)) ?? withoutLastSlash(c) ?? notFound(c, assets))
      : c.redirect(page, 303)
  })

  site.use(knownMethodsOnly)
  site.route('/', health)
  site.route('/', metrics)
  if (!isReadOnce) site.use(compressed, tagPublic)
  site.use(ownHostOnly(features))
  site.use(writtenAddressesOnly)
  site.route('/', wellKnown(assets, features))
  site.route('/', policyReports)
  site.get('/assets/*', filesOf(assets), (c) => notFound(c, assets))
  site.route('/', look)

  site.use(bodyRooms(app, features))
  site.use(recognise(assets))
  site.use(ownPagesOnly(features))
  site.route('/', preferences)
  site.use(roomGuard(features))
  site.use(closePaused(features))
  site.route('/', devPages(app, devKey))
  for (const ability of features.flatMap(({ abilities = [] }) => abilities))
    for (const door of ability.asksAgain ?? []) site.on(...methodAndPath(door), askAgain(ability))
  site.get('/', formerFront(features))
  for (const { routes } of features) if (routes) site.route('/', routes)

  site.use('/office', officeGate)
  site.use('/office/*', officeGate)
  for (const { office } of features) if (office) site.route('/office', office)
  return site
}

/** Who asks, of which network, and what is around the page they get. */
const recognise =
  (assets: Assets): MiddlewareHandler<Env> =>
  async (c, next) => {
    const { app } = c.var
    const isVisitor = sessionKey(app, c.req.raw.headers) === null
    const versions = await (isVisitor ? recentVersions(app.db) : publicVersions(app.db))
    const network = await networkIn(app, app.db, versions.whole)
    c.set('publicVersions', versions)
    c.set('network', network)
    const { preference, asked } = wishOf(c, network.locales)
    const actor = await actorOf(app, c.req.raw.headers, {
      ...{ chosen: preference.locale, asked, offered: network.locales },
    })
    c.set('actor', actor)
    c.set('room', await app.space.look())
    const isMarked = c.req.method === 'GET' && c.req.query(keptMark) !== undefined
    const kept = isMarked ? await keptFormOn(app.db, actor, c.req.path, app.now()) : undefined
    c.set('frame', frameFor(c, assets, actor, preference, kept))
    await next()
  }

/** All that comes of a request can be told by its number. */
const begin =
  (app: App, features: readonly Feature[]): MiddlewareHandler<Env> =>
  async (c, next) => {
    c.set('app', app)
    c.set('features', features)
    const trace = newTrace()
    c.set('requestId', numberOf(trace))
    const told = (part: Part) => withRoute(c, part, next)
    await within(app, { trace, name: c.req.method, kind: 'server' }, app.traces ? told : next)
  }

/** Spans are named by the pattern of an address: the address itself may hold a token, or a search. */
async function withRoute(c: Context<Env>, part: Part, next: Next): Promise<void> {
  await next()
  const { method } = c.req
  const route = routeOf(c)
  Object.assign(part, {
    name: `${method} ${route}`,
    attributes: {
      'http.request.method': method,
      'http.route': route,
      'http.response.status_code': c.res.status,
    },
  })
}

function methodAndPath(door: string): [method: string, path: string] {
  const [method = '', path = ''] = door.split(' ')
  return [method, path]
}

/** Whoever knocks at the wrong door is told so. */
const ownHostOnly =
  (features: readonly Feature[]): MiddlewareHandler<Env> =>
  async (c, next) => {
    const { config } = c.var.app
    if (features.some(({ anyHost }) => anyHost?.test(c.req.path))) return next()
    if (!isOurHost(config, c.req.header('Host'))) throw new Misdirected('wrong-host')
    await next()
  }

/** No address of ours holds a NUL, and PostgreSQL takes none: such an address leads nowhere. */
const writtenAddressesOnly: MiddlewareHandler<Env> = async (c, next) => {
  if (c.req.url.includes('%00')) throw new NotFound('not-found')
  await next()
}

/** Nobody without a role passes; visitors are asked to sign in first, and for a second factor where one is asked for. */
const officeGate = async (c: Context<Env>, next: Next) => {
  if (c.var.actor.id === null) return askToSignIn(c, '/office')
  if (c.var.actor.lacksSecondFactor) return c.redirect(secondFactorPath, 303)
  if (!mayEnterOffice(c.var.actor)) throw new Forbidden('not-allowed')
  await next()
}

/** Named by their content, so that browsers may keep them for ever. */
const filesOf = ({ files }: Assets): MiddlewareHandler<Env> =>
  serveStatic<Env>({
    precompressed: true,
    getContent: async (path) => files.get(`/${path}`) ?? null,
    onFound: (_path, c) => {
      c.header('Cache-Control', 'public, max-age=31536000, immutable')
      c.header('Vary', 'Accept-Encoding')
    },
  })
