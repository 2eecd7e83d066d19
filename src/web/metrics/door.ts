import type { Context } from 'hono'
import type { Env } from '../../features/people/index.ts'
import { areEqual } from '../../platform/equal.ts'
import { isFromPrivateNetwork } from '../../platform/sign-in/index.ts'

/** With a token, anyone who sends it; without one, this machine and its private network, but nobody through a proxy. */
export function mayReadMetrics(c: Context<Env>): boolean {
  const { metricsToken, trustedProxies } = c.var.app.config
  if (metricsToken === null) return isFromPrivateNetwork(c, trustedProxies)
  return areEqual(c.req.header('Authorization') ?? '', `Bearer ${metricsToken}`)
}
