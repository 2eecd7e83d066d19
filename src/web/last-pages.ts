import type { Context, MiddlewareHandler } from 'hono'
import { LRUCache } from 'lru-cache'
import type { Env } from '../features/people/index.ts'
import type { App } from '../platform/app.ts'
import { networkBefore } from '../platform/network/index.ts'
import { negotiate } from './languages.ts'

/** A public page as it was last sent. */
type LastPage = { tag: string | null; headers: [string, string][]; body: Buffer<ArrayBuffer> }

/** All of them together; the one that was asked for longest ago goes first. */
export const lastPageLimits = { bytes: 32 * 1024 * 1024 } as const

const pagesOf = new WeakMap<App['db'], LRUCache<string, LastPage>>()

function lastPages({ db }: App): LRUCache<string, LastPage> {
  const known =
    pagesOf.get(db) ??
    new LRUCache<string, LastPage>({
      maxSize: lastPageLimits.bytes,
      maxEntrySize: lastPageLimits.bytes / 16,
      sizeCalculation: ({ body }) => body.length + 1_000,
    })
  pagesOf.set(db, known)
  return known
}

/** Remembers the pages that are the same for everyone, for the time in which no database answers. */
export const rememberPages: MiddlewareHandler<Env> = async (c, next) => {
  await next()
  if (c.res.status !== 200 || !isForAll(c)) return
  if (!c.res.headers.get('Cache-Control')?.startsWith('public')) return
  const pages = lastPages(c.var.app)
  const tag = c.res.headers.get('ETag')
  const known = pages.get(nameOf(c))
  if (known && known.tag !== null && known.tag === tag) return
  const body = Buffer.from(await c.res.clone().arrayBuffer())
  pages.set(nameOf(c), { tag, headers: [...c.res.headers], body })
}

/** The page as it was before the database went away; nothing for a page that nobody has read since the start. */
export function asBefore(c: Context<Env>): Response | undefined {
  if (c.req.method !== 'GET') return undefined
  const page = lastPages(c.var.app).get(nameOf(c))
  if (!page) return undefined
  const headers = new Headers(page.headers)
  // Those on the way keep theirs for as long as they were told; this one is to be asked for again soon.
  headers.set('Cache-Control', 'public, max-age=5')
  headers.set('Cache-Status', 'twinleaf; hit; detail=no-database')
  return new Response(page.body, { headers })
}

/** A page with a query of a reader's making is that reader's alone. */
const isForAll = ({ req }: Context<Env>) =>
  req.method === 'GET' && !req.header('Cookie') && /^(\?page=\d{1,6})?$/.test(new URL(req.url).search)

function nameOf({ req, var: { app } }: Context<Env>): string {
  const { pathname, search } = new URL(req.url)
  const form = /\bgzip\b/.test(req.header('Accept-Encoding') ?? '') ? 'zipped' : 'whole'
  return `${negotiate(req.header('Accept-Language'), networkBefore(app).locales)} ${form} ${pathname}${search}`
}
