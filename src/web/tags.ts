import { createHash } from 'node:crypto'
import type { MiddlewareHandler } from 'hono'
import type { Env } from '../features/people/index.ts'
import { bodyOf } from './compressed.ts'
import { replaceAnswer } from './replace.ts'

/** Gives a tag to what others may keep, so that they can ask whether it still holds; the rest is never asked for again. */
export const tagPublic: MiddlewareHandler<Env> = async (c, next) => {
  await next()
  const { status, headers } = c.res
  if (status !== 200 || headers.has('ETag') || !headers.get('Cache-Control')?.startsWith('public')) return
  const body = await bodyOf(c)
  const digest = createHash('sha256').update(body).digest('base64url').slice(0, 22)
  // Once the body was read, these are others than before.
  const tagged = new Response(body, { status, headers: c.res.headers })
  tagged.headers.set('ETag', `"${digest}"`)
  replaceAnswer(c, tagged)
}
