import type { MiddlewareHandler } from 'hono'
import { etag } from 'hono/etag'
import type { Env } from '../features/people/index.ts'

const tag = etag()

/** Gives a tag to what others may keep, so that they can ask whether it still holds; the rest is never asked for again. */
export const tagPublic: MiddlewareHandler<Env> = async (c, next) => {
  await next()
  if (c.res.headers.get('Cache-Control')?.startsWith('public')) await tag(c, async () => {})
}
