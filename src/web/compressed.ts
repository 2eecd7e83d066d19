import { promisify } from 'node:util'
import { gzip, gzipSync } from 'node:zlib'
import type { Context, MiddlewareHandler } from 'hono'
import { COMPRESSIBLE_CONTENT_TYPE_REGEX as compressible } from 'hono/utils/compress'
import { HtmlEscapedCallbackPhase, resolveCallback } from 'hono/utils/html'
import type { Env } from '../features/people/index.ts'
import { replaceAnswer } from './replace.ts'

const zip = promisify(gzip)

/** Up to here a page is compressed sooner than another thread would have begun. */
const mostAtOnce = 128 * 1024

/** What is kept is compressed once, as well as it goes; the rest a little less, for two thirds of the cost. */
const levels = { kept: 6, other: 3 }

/** Less than this fits into one packet as it is. */
const leastBytes = 1024

/** Accepted, and not with the weight of nothing. */
export const takesGzip = /\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/i

/**
 * Compresses what is text. Each answer of ours is whole in memory: it goes out in one piece, with its length, and not as a
 * stream, as Hono's own does.
 */
export const compressed: MiddlewareHandler<Env> = async (c, next) => {
  leaveText(c)
  await next()
  if (c.req.method === 'HEAD' || !isToBeCompressed(c.res.headers)) return
  if (!/accept-encoding/i.test(c.res.headers.get('Vary') ?? ''))
    c.res.headers.append('Vary', 'Accept-Encoding')
  if (!takesGzip.test(c.req.header('Accept-Encoding') ?? '')) return
  const whole = await bodyOf(c)
  const isLong = whole.length >= leastBytes
  const body = isLong ? await zipped(whole, levels[c.var.holds ? 'kept' : 'other']) : whole
  // Once the body was read, these are others than before.
  const { status, headers } = c.res
  if (isLong) tellCompressed(headers)
  replaceAnswer(c, new Response(body, { status, headers }))
}

/** From now on the text of a page is left beside the answer that is made of it. */
function leaveText(c: Context<Env>): void {
  const { html } = c
  const leaving = async (page: Parameters<typeof resolveCallback>[0], ...given: []) => {
    const text = String(await resolveCallback(page, HtmlEscapedCallbackPhase.Stringify, false, {}))
    c.set('text', text)
    return html(text, ...given)
  }
  c.html = leaving as typeof html
}

/** What an answer says: the text that was left is it, unless what came of it is an error. */
export const bodyOf = async ({ var: { text }, res }: Context<Env>): Promise<Uint8Array<ArrayBuffer>> =>
  text !== undefined && res.status === 200
    ? new TextEncoder().encode(text)
    : new Uint8Array(await res.arrayBuffer())

const zipped = (whole: Uint8Array, level: number) =>
  whole.length > mostAtOnce ? zip(whole, { level }) : gzipSync(whole, { level })

const isToBeCompressed = (headers: Headers) =>
  compressible.test(headers.get('Content-Type') ?? '') && !headers.has('Content-Encoding')

function tellCompressed(headers: Headers): void {
  const tag = headers.get('ETag')
  headers.set('Content-Encoding', 'gzip')
  headers.delete('Content-Length')
  if (tag && !tag.startsWith('W/')) headers.set('ETag', `W/${tag}`)
}
