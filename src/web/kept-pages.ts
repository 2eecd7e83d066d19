import type { Context, MiddlewareHandler, Next } from 'hono'
import { LRUCache } from 'lru-cache'
import type { Env } from '../features/people/index.ts'
import type { App } from '../platform/app.ts'
import { type Holds, isAnyone } from '../platform/caching.ts'
import { localesAt, type Network, networkBefore } from '../platform/network/index.ts'
import { oncePer } from '../platform/once.ts'
import { lastVersions, type PublicVersions, recentVersions } from '../platform/public-version.ts'
import type { Frame } from '../ui/index.ts'
import { takesGzip } from './compressed.ts'
import { isOurHost } from './origin.ts'
import { replaceAnswer } from './replace.ts'
import { wishOf } from './wish.ts'

/** A public page as it was sent. */
type KeptPage = {
  headers: Record<string, string>
  body: Uint8Array<ArrayBuffer>
  /** What everyone may see, as it was when this was made, or was last found to hold. */
  version: string
  holds: Holds | undefined
}

/** One address in each language, choice of colours and compression. */
type Forms = ReadonlyMap<string, KeptPage>

/** In bytes, all of a kind together; the address that was asked for longest ago goes first. */
export const keptPageLimits = { again: 32 * 1024 * 1024, away: 16 * 1024 * 1024 } as const

type Pages = LRUCache<string, Forms>

const versionOf = ({ whole, parts }: PublicVersions) => `${whole} ${parts}`

const pagesFor = (bytes: number): Pages =>
  new LRUCache({
    maxSize: bytes,
    maxEntrySize: bytes / 16,
    sizeCalculation: (forms) => forms.values().reduce((sum, { body }) => sum + body.length + 1_000, 0),
  })

/** `again`: what tells whether it holds. `away`: pictures and all else, for the time in which no database answers. */
const pagesOf = oncePer((_db: App['db']) => ({
  again: pagesFor(keptPageLimits.again),
  away: pagesFor(keptPageLimits.away),
}))

/**
 * Sends pages again that are the same for everyone, for as long as they hold, before anything is done for a request but counting
 * it; and keeps what comes out of all that stands behind it, finished and compressed.
 *
 * @source docs/decisions/0090-asked-ten-times-a-second.md
 */
export const keptPages: MiddlewareHandler<Env> = async (c, next) => {
  const address = addressForAll(c)
  const known = address === null ? undefined : await foundOrMade(c, address, next)
  if (known) return isKnown(c, known.headers.etag) ? unchanged(new Headers(known.headers)) : sent(known)
  if (address === null) await next()
  const { status, headers } = c.res
  if (status === 200 && isKnown(c, headers.get('ETag'))) replaceAnswer(c, unchanged(headers))
}

/** What is being made for whoever asks for the same in the same words. */
const underWay = oncePer((_db: App['db']) => new Map<string, Promise<void>>())

/**
 * The page that holds, also one that somebody else is waiting for: a hundred who come at once after a change have it made once.
 *
 * @returns nothing where the answer has just been made
 */
async function foundOrMade(c: Context<Env>, address: string, next: Next): Promise<KeptPage | undefined> {
  // What fails here, as a database that went away, fails behind it as well, and is answered there.
  const found = () => current(c, address).catch(() => undefined)
  const make = async () => {
    await next()
    await keep(c, address)
    return undefined
  }
  const page = await found()
  if (page) return page
  const all = underWay(c.var.app.db)
  const words = [address, ...worded.map((name) => c.req.header(name) ?? '')].join('\n')
  const others = all.get(words)
  // Nothing is waited for between the look and the mark: the others would look as well.
  if (!others) return madeFor(all, words, make)
  await others
  return (await found()) ?? make()
}

/** Makes it while the others wait. */
async function madeFor(all: Map<string, Promise<void>>, words: string, make: () => Promise<undefined>) {
  const { promise, resolve } = Promise.withResolvers<void>()
  all.set(words, promise)
  try {
    return await make()
  } finally {
    all.delete(words)
    resolve()
  }
}

const worded = ['Accept-Language', 'Cookie', 'Accept-Encoding'] as const

const sent = ({ headers, body }: KeptPage) => new Response(body, { headers })

/** The page that was made for all who ask so, if it still holds. */
async function current(c: Context<Env>, address: string): Promise<KeptPage | undefined> {
  const { app } = c.var
  const forms = pagesOf(app.db).again.get(address)
  if (!forms) return undefined
  const now = await recentVersions(app.db)
  const locales = localesAt(app, now.whole)
  const page = locales && forms.get(formOf(c, wished(c, locales)))
  if (!page || !(await page.holds?.(now))) return undefined
  page.version = versionOf(now)
  return page
}

async function keep(c: Context<Env>, address: string): Promise<void> {
  const { app, frame, publicVersions, holds } = c.var
  const { status, headers } = c.res
  const { again, away } = pagesOf(app.db)
  if (status !== 200) {
    // What is gone, or somewhere else by now, is not sent again in any language, not even without a database.
    if (status < 500) for (const pages of [again, away]) pages.delete(address)
    return
  }
  const isPublic = headers.get('Cache-Control')?.startsWith('public')
  if (!frame || headers.has('Set-Cookie') || !(holds || isPublic)) return
  const [pages, form, version] = [holds ? again : away, formOf(c, frame), versionOf(publicVersions)]
  const forms = pages.get(address) ?? new Map<string, KeptPage>()
  const known = forms.get(form)
  if (!holds && known?.version === version && known.headers.etag === headers.get('ETag')) return
  const body = new Uint8Array(await c.res.arrayBuffer())
  const page = { headers: Object.fromEntries(c.res.headers), body, version, holds }
  replaceAnswer(c, sent(page))
  pages.set(address, new Map([...forms, [form, page]]))
}

const noDatabase = { 'cache-status': 'twinleaf; hit; detail=no-database' }

/** Those on the way keep theirs for as long as they were told; this one is to be asked for again soon. */
export const whileAway = { ...noDatabase, 'cache-control': 'public, max-age=5' }

/** The page as it was before the database went away; nothing for one that nobody has read since something public changed. */
export function asBefore(c: Context<Env>): Response | undefined {
  const { app } = c.var
  const { again, away } = pagesOf(app.db)
  const address = addressForAll(c)
  if (address === null) return undefined
  const page = (again.get(address) ?? away.get(address))?.get(
    formOf(c, wished(c, networkBefore(app).locales)),
  )
  const last = lastVersions(app.db)
  if (!page || !last || page.version !== versionOf(last)) return undefined
  const isPublic = page.headers['cache-control']?.startsWith('public')
  return sent({ ...page, headers: { ...page.headers, ...(isPublic ? whileAway : noDatabase) } })
}

/** Null for what is one reader's alone, as a page with a query of their making, which names its own address. */
function addressForAll(c: Context<Env>): string | null {
  const { req } = c
  if (req.method !== 'GET' || !isAnyone(c) || !isOurHost(c.var.app.config, req.header('Host'))) return null
  const address = req.url.slice(req.url.indexOf('/', 'https://'.length))
  return /^[^?]*(\?page=\d{1,6})?$/.test(address) ? address : null
}

/** In which form a page was made, or would be made for this reader. */
type Form = Pick<Frame, 'locale' | 'theme'>

/** Who chose colours or a language is told that nobody on the way may keep the page. */
function formOf({ req }: Context<Env>, { locale, theme }: Form): string {
  const isOwn = (req.header('Cookie') ?? '') !== ''
  const isZipped = takesGzip.test(req.header('Accept-Encoding') ?? '')
  return `${locale} ${theme}${isOwn ? ' own' : ''}${isZipped ? ' zipped' : ''}`
}

function wished(c: Context<Env>, offered: Network['locales']): Form {
  const { preference, asked } = wishOf(c, offered)
  return { locale: preference.locale ?? asked, theme: preference.theme }
}

/** Whether the reader has what bears this tag: compressed or not, it says the same. */
function isKnown({ req }: Context<Env>, tag: string | null | undefined): boolean {
  const known = req.header('If-None-Match')
  return tag && known ? (known.match(/"[^"]*"/g)?.includes(tag.replace(/^W\//, '')) ?? false) : false
}

/**
 * With all that the page says but how to read a body: in a cache this takes the place of what it says there, also of who may show
 * it and of what may run in it.
 *
 * @source RFC 9111, section 3.2
 */
function unchanged(said: Headers): Response {
  const headers = new Headers(said)
  for (const name of ['Content-Type', 'Content-Length', 'Content-Encoding']) headers.delete(name)
  return new Response(null, { status: 304, headers })
}
