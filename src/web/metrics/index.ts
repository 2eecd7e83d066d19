import { type Feature, router } from '../../features/people/index.ts'
import type { App } from '../../platform/app.ts'
import { NotFound } from '../../platform/refusals.ts'
import { counted } from './counted.ts'
import { mayReadMetrics } from './door.ts'
import { found } from './found.ts'

export {
  type Counted,
  count,
  countElsewhere,
  countPolicyReport,
  countRefusal,
  countRequest,
} from './counted.ts'

/** What is told, in Prometheus's words. */
export const metricsText = async (app: App, features: readonly Feature[]): Promise<string> =>
  `${await counted.metrics()}\n${await found(app, features)}`

let tell = metricsText

/** From now on, another process tells what is counted in this one. */
export function tellElsewhere(ask: () => Promise<string>): void {
  tell = ask
}

/** How the site does, for a program that watches it: Prometheus text, without personal data. */
export const metrics = router()

metrics.get('/metrics', async (c) => {
  if (!mayReadMetrics(c)) throw new NotFound('not-found')
  const { app, features } = c.var
  return c.body(await tell(app, features), 200, {
    'Content-Type': 'text/plain; version=0.0.4; charset=utf-8',
  })
})
