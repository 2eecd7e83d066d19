import { cachePublicly } from '../../../platform/caching.ts'
import { router, visitor } from '../../people/index.ts'
import { roundByCode } from '../../rounds/index.ts'
import { snapshotOf } from '../call.ts'
import { CallPage } from '../pages/call.tsx'
import { countsOf } from '../queries/calls.ts'

export const callRoutes = router()

callRoutes.get('/rounds/:code', async (c) => {
  const { app, actor, frame } = c.var
  const round = await roundByCode(app.db, visitor('en'), c.req.param('code'))
  const snapshot = snapshotOf(await countsOf(app.db, round.id))
  cachePublicly(c)
  const zone = actor.id === null ? round.zone : actor.zone
  return c.html(<CallPage {...{ frame, round, zone, snapshot }} />)
})
