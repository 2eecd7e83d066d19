import type { Context } from 'hono'
import { entriesIn } from '../../../platform/bodies/index.ts'
import { type Env, router } from '../../people/index.ts'
import { harvestPath } from '../paths.ts'
import { answered } from './answer.ts'

export const routes = router()

/** By address or as a form, as the protocol has it. Each answer says when it was given, so none is kept. */
routes.get(harvestPath, (c) => sent(c, new URL(c.req.url).searchParams))
routes.post(harvestPath, async (c) => {
  const typed = (await entriesIn(c)).map(([name, value]) => [name, String(value)])
  return sent(c, new URLSearchParams(typed))
})

async function sent(c: Context<Env>, typed: URLSearchParams): Promise<Response> {
  const { app, network } = c.var
  const xml = await answered({ app, network }, typed)
  return c.body(xml, 200, { 'Content-Type': 'text/xml; charset=utf-8', 'Cache-Control': 'no-store' })
}
