import { timingSafeEqual } from 'node:crypto'
import type { Context } from 'hono'
import type { Env } from '../../features/people/index.ts'
import { isFromPrivateNetwork } from '../../platform/sign-in/index.ts'

/** With a token, anyone who sends it; without one, this machine and its private network, but nobody through a proxy. */
export function mayReadMetrics(c: Context<Env>): boolean {
  const { metricsToken, trustedProxies } = c.var.app.config
  if (metricsToken === null) return isFromPrivateNetwork(c, trustedProxies)
  const given = Buffer.from(c.req.header('Authorization') ?? '')
  const wanted = Buffer.from(`Bearer ${metricsToken}`)
  return given.length === wanted.length && timingSafeEqual(given, wanted)
}
