import { allow } from '../../../platform/refusals.ts'
import { router } from '../../people/index.ts'
import { inHandFirst, roundByCode, roundsFor } from '../../rounds/index.ts'
import { CalendarPage, NoRoundPage } from '../pages/calendar.tsx'
import { calendarPath } from '../paths.ts'
import { maySeeTopics } from '../policy.ts'
import { topicsOf } from '../queries/topics.ts'
import { askedBy } from './place.ts'
import { planRoutes } from './plan.tsx'
import { previewRoutes } from './preview.tsx'
import { publishRoutes } from './publish.tsx'
import { writeRoutes } from './write.tsx'

export const office = router()

office.get('/topics', async (c) => {
  const { app, actor, frame } = c.var
  allow(maySeeTopics(actor))
  const [round] = inHandFirst(await roundsFor(app.db, actor), app.now())
  return round ? c.redirect(calendarPath(round.code), 303) : c.html(<NoRoundPage frame={frame} />)
})

office.get('/topics/:code', async (c) => {
  const { app, actor, frame } = c.var
  allow(maySeeTopics(actor))
  const round = await roundByCode(app.db, actor, c.req.param('code'))
  const [rounds, topics] = await Promise.all([roundsFor(app.db, actor), topicsOf(app.db, round.id)])
  const ask = await askedBy(c)
  return c.html(<CalendarPage {...{ frame, rounds, round, topics, ask }} now={app.now()} />)
})

office.route('/', planRoutes)
office.route('/', publishRoutes)
office.route('/', writeRoutes)
office.route('/', previewRoutes)
