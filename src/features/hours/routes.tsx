import { allow } from '../../platform/refusals.ts'
import { router } from '../people/index.ts'
import { roundByCode } from '../rounds/index.ts'
import { HoursPage } from './pages.tsx'
import { maySeeHours } from './policy.ts'
import { roundHours } from './queries.ts'

export const office = router()

office.get('/rounds/:code/hours', async (c) => {
  const { app, actor, features, frame } = c.var
  allow(maySeeHours(actor))
  const round = await roundByCode(app.db, actor, c.req.param('code'))
  const hours = await roundHours(app.db, round, features, app.now())
  return c.html(<HoursPage {...{ frame, round, hours }} />)
})
