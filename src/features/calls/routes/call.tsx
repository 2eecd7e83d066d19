import { cachePublicly } from '../../../platform/caching.ts'
import { betweenCalls, router, visitor } from '../../people/index.ts'
import { roundByCode } from '../../rounds/index.ts'
import { snapshotOf } from '../call.ts'
import { CallPage } from '../pages/call.tsx'
import { countsOf, openCalls } from '../queries/calls.ts'

export const callRoutes = router()

callRoutes.get('/rounds/:code', async (c) => {
  const { app, actor, frame } = c.var
  const round = await roundByCode(app.db, visitor('en'), c.req.param('code'))
  const snapshot = snapshotOf(await countsOf(app.db, round.id))
  const isOpen = (await openCalls(app.db, app.now())).length > 0
  cachePublicly(c)
  const zone = actor.id === null ? round.zone : actor.zone
  const offers = isOpen ? [] : betweenCalls(c.var)
  return c.html(<CallPage {...{ frame, round, zone, snapshot, offers }} />)
})
