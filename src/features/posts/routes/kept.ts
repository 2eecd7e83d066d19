import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import type { Context } from 'hono'
import { LRUCache } from 'lru-cache'
import type { App } from '../../../platform/app.ts'
import { cachePublicly, isAnyone } from '../../../platform/caching.ts'
import type { Env } from '../../people/index.ts'
import { stateOfPublication } from '../queries/public.ts'

/** A finished answer, whole and compressed, and what was true of the publication and the site when it was made. */
type Kept = {
  state: string
  below: Versions
  link: string | undefined
  tag: string
  whole: Buffer
  zipped: Buffer
}

/** What stands on a page and changes without the publication: its version as the page was made, and as it is now. */
export type Versions = { made: string; now(): Promise<string> }
const nothingBelow: Versions = { made: '', now: async () => '' }

/** A page, with that of it which changes by itself, and what machines are told in the header `Link`. */
export type Made = { text: string; below: Versions; link?: string }

/**
 * Answers for visitors, kept for as long as nothing that they show has changed. Making a page takes some
 * milliseconds of CPU, sending it again a fraction of one. Whether it still holds is asked of the database each
 * time, so a page is never old, in however many processes.
 */
const keptBy = new WeakMap<App, LRUCache<string, Kept>>()

type Answer = {
  type: string
  /** How long others may keep it. */
  seconds?: number
  make(): Promise<string | Made>
}

/**
 * Sends an answer that is the same for everyone in one language and one choice of colours. A reader who is signed in, or is
 * told something, sees a page of their own, which is made for them and not kept.
 */
export async function publicAnswer(c: Context<Env>, answer: Answer): Promise<Response> {
  const { app, frame, publicVersion } = c.var
  cachePublicly(c, answer.seconds)
  c.header('Content-Type', answer.type)
  const { pathname, search } = new URL(c.req.url)
  // The page names its own address, so one with a query of a reader's making is made for that reader alone.
  const isForAll = isAnyone(c) && /^(\?page=\d{1,6})?$/.test(search)
  if (!isForAll) {
    const { text, link } = asMade(await answer.make())
    if (link) c.header('Link', link)
    return c.body(text)
  }
  const name = `${frame.locale} ${frame.theme} ${pathname}${search}`
  const state = `${await stateOfPublication(app.db, app.now(), publicVersion)} ${frame.halt ?? ''}`
  const kept = keptBy.get(app) ?? new LRUCache<string, Kept>({ max: 200 })
  keptBy.set(app, kept)
  const known = kept.get(name)
  const isCurrent = known?.state === state && known.below.made === (await known.below.now())
  const page = isCurrent ? known : finished(state, asMade(await answer.make()))
  if (page !== known) kept.set(name, page)
  if (page.link) c.header('Link', page.link)
  if (!c.req.header('Cookie')) c.header('ETag', page.tag)
  if (!/\bgzip\b/.test(c.req.header('Accept-Encoding') ?? '')) return c.body(new Uint8Array(page.whole))
  c.header('Content-Encoding', 'gzip')
  return c.body(new Uint8Array(page.zipped))
}

const asMade = (made: string | Made): Made =>
  typeof made === 'string' ? { text: made, below: nothingBelow } : made

function finished(state: string, { text, below, link }: Made): Kept {
  const whole = Buffer.from(text)
  const digest = createHash('sha256').update(whole).digest('base64url').slice(0, 22)
  // Weak, because the whole and the compressed form share it.
  return { state, below, link, tag: `W/"${digest}"`, whole, zipped: gzipSync(whole) }
}
