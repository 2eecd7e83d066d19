import type { Context } from 'hono'
import { Gone } from '../../../platform/refusals.ts'
import type { Env } from '../../people/index.ts'
import { postPath } from '../paths.ts'
import { isErased, movedTo } from '../queries/addresses.ts'

/**
 * A post that has another address by now is found at that one, and so is all that other features have below it: its comments,
 * their feed, the question about a reprint. What was typed is sent again there.
 *
 * @throws Gone `post-erased`
 */
export async function leadOn(c: Context<Env>, next: () => Promise<void>): Promise<void> {
  await next()
  if (c.res.status !== 404) return
  const { app } = c.var
  const slug = c.req.param('slug') ?? ''
  if (await isErased(app.db, slug)) throw new Gone('post-erased')
  const moved = await movedTo(app.db, app.now(), slug)
  if (moved === null) return
  const { pathname, search } = new URL(c.req.url)
  const to = [postPath(moved), ...pathname.split('/').slice(3)].join('/') + search
  c.res = undefined
  c.res = new Response(null, { status: c.req.method === 'GET' ? 301 : 308, headers: { Location: to } })
}
