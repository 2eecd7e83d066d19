import type { Context } from 'hono'
import { entriesIn } from '../../../platform/bodies/index.ts'
import { perMinute } from '../../../platform/per-minute.ts'
import { Unavailable } from '../../../platform/refusals.ts'
import { isFromThisMachine, networkOf } from '../../../platform/sign-in/index.ts'
import { type Env, router } from '../../people/index.ts'
import { questionsPerMinute } from '../limits.ts'
import { harvestPath } from '../paths.ts'
import { answered } from './answer.ts'

export const routes = router()

/** By address or as a form, as the protocol has it. Each answer says when it was given, so none is kept. */
routes.get(harvestPath, (c) => sent(c, new URL(c.req.url).searchParams))
routes.post(harvestPath, async (c) => {
  const typed = (await entriesIn(c)).map(([name, value]) => [name, String(value)])
  return sent(c, new URLSearchParams(typed))
})

const counted = perMinute(questionsPerMinute)

/** @throws TooOften: harvesters wait as long as it says, and go on */
async function sent(c: Context<Env>, typed: URLSearchParams): Promise<Response> {
  const { app, network } = c.var
  const later = counted(app, isFromThisMachine(c) ? null : networkOf(c, app.config.trustedProxies))
  if (later > 0) throw new TooOften(later)
  const xml = await answered({ app, network }, typed)
  return c.body(xml, 200, { 'Content-Type': 'text/xml; charset=utf-8', 'Cache-Control': 'no-store' })
}

/**
 * Faster than a harvester asks: with 503 and the seconds until it may go on.
 *
 * @source https://www.openarchives.org/OAI/2.0/guidelines-harvester.htm (flow control)
 */
class TooOften extends Unavailable<'too-many'> {
  override readonly retryAfterSeconds: number

  constructor(retryAfterSeconds: number) {
    super('too-many', { minutes: Math.ceil(retryAfterSeconds / 60) })
    this.retryAfterSeconds = retryAfterSeconds
  }
}
