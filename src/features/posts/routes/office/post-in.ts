import type { Context } from 'hono'
import { allow } from '../../../../platform/refusals.ts'
import type { Env } from '../../../people/index.ts'
import { mayWorkOnPosts } from '../../policy.ts'
import { type DeskPost, postOnDesk } from '../../queries/desk.ts'

/** The post in an address, for whoever works on posts. @throws Forbidden, NotFound `no-such-post` */
export async function postIn(c: Context<Env>): Promise<DeskPost> {
  allow(mayWorkOnPosts(c.var.actor))
  return postOnDesk(c.var.app.db, c.var.actor, c.req.param('id') ?? '')
}
