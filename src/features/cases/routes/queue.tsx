import { pageAsked } from '../../../platform/paging.ts'
import { allow } from '../../../platform/refusals.ts'
import { router } from '../../people/index.ts'
import { roundByCode } from '../../rounds/index.ts'
import { runningRounds } from '../actions/sweep.ts'
import { QueuePage } from '../pages/queue.tsx'
import { mayHelpPairs } from '../policy.ts'
import { goalsOf } from '../queries/goal.ts'
import { casesFor, countsFor, ownCount } from '../queries/queue.ts'
import { volunteersOf } from '../queries/volunteers.ts'
import { queueQuery } from '../schema.ts'

export const queueRoutes = router()

queueRoutes.get('/cases', async (c) => {
  const { app, actor, frame } = c.var
  allow(mayHelpPairs(actor))
  const now = app.now()
  const { view, round: code } = queueQuery.parse(c.req.query())
  const round = code ? await roundByCode(app.db, actor, code) : undefined
  const page = pageAsked(c.req.query('page'))
  const asked = { view, roundId: round?.id, now }
  const rounds = round ? [round] : await runningRounds(app)
  const [{ lines }, counts, volunteers, own, goals] = await Promise.all([
    casesFor(app.db, actor, asked, page),
    countsFor(app.db, actor, asked),
    volunteersOf(app.db, now),
    actor.id === null ? 0 : ownCount(app.db, actor.id),
    goalsOf(
      app.db,
      rounds.map(({ id }) => id),
      now,
    ),
  ])
  const shown = { frame, now, view, lines, counts, page, own, volunteers, goals, round: round?.code }
  return c.html(<QueuePage {...shown} zone={actor.zone} />)
})
