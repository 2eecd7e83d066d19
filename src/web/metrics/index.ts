import { router } from '../../features/people/index.ts'
import { NotFound } from '../../platform/refusals.ts'
import { counted } from './counted.ts'
import { mayReadMetrics } from './door.ts'
import { found } from './found.ts'

export { countPolicyReport, countRefusal, countRequest } from './counted.ts'

/** How the site does, for a program that watches it: Prometheus text, without personal data. */
export const metrics = router()

metrics.get('/metrics', async (c) => {
  if (!mayReadMetrics(c)) throw new NotFound('not-found')
  const { app, features } = c.var
  const text = `${await counted.metrics()}\n${await found(app, features)}`
  return c.body(text, 200, { 'Content-Type': 'text/plain; version=0.0.4; charset=utf-8' })
})
