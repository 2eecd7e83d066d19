import type { Context } from 'hono'
import type { App } from '../../../platform/app.ts'
import { redirectWith } from '../../../platform/flash.ts'
import { readPlainForm } from '../../../platform/forms.ts'
import { pageAsked } from '../../../platform/paging.ts'
import { allow } from '../../../platform/refusals.ts'
import { type Env, router } from '../../people/index.ts'
import { type Round, rematchPath, roundByCode } from '../../rounds/index.ts'
import { endTogether } from '../actions/parting.ts'
import { runningRounds } from '../actions/sweep.ts'
import { QueuePage } from '../pages/queue.tsx'
import { TogetherPage } from '../pages/together.tsx'
import { queuePath, togetherPath } from '../paths.ts'
import { mayHelpPairs } from '../policy.ts'
import { endingsDue } from '../queries/endings.ts'
import { goalsOf } from '../queries/goal.ts'
import { casesFor, countsFor, ownCount } from '../queries/queue.ts'
import { volunteersOf } from '../queries/volunteers.ts'
import { queueQuery, togetherForm } from '../schema.ts'
import { words } from '../words.ts'

export const queueRoutes = router()

queueRoutes.get('/cases/together', async (c) => {
  const { app, actor, frame } = c.var
  allow(mayHelpPairs(actor))
  const round = await roundAsked(c)
  const endings = await endingsDue(app.db, actor, await runningAmong(app, round), app.now())
  return c.html(
    <TogetherPage {...{ frame, endings, round: round?.code }} actorId={actor.id} zone={actor.zone} />,
  )
})

queueRoutes.post('/cases/together', async (c) => {
  const { app, actor } = c.var
  allow(mayHelpPairs(actor))
  const { case: numbers, tell } = await readPlainForm(c, togetherForm)
  const round = await roundAsked(c)
  const t = words(actor.locale)
  if (numbers.length === 0) return redirectWith(c, togetherPath(round?.code), t('done.together.none'))
  const { changed, rounds, ...done } = await endTogether(app, actor, { numbers, tells: tell.length > 0 })
  const said = [
    t('done.together', done),
    ...(changed > 0 ? [t('done.together.changed', { count: changed })] : []),
  ]
  const [waitingIn, ...others] = rounds
  const to =
    waitingIn && others.length === 0 ? rematchPath(waitingIn) : queuePath('due', { round: round?.code })
  return redirectWith(c, to, said.join(' '))
})

queueRoutes.get('/cases', async (c) => {
  const { app, actor, frame } = c.var
  allow(mayHelpPairs(actor))
  const now = app.now()
  const { view } = queueQuery.parse(c.req.query())
  const round = await roundAsked(c)
  const page = pageAsked(c.req.query('page'))
  const asked = { view, roundId: round?.id, now }
  const running = await runningAmong(app, round)
  const rounds = round ? [round] : running
  const [{ lines }, counts, endings, volunteers, own, goals] = await Promise.all([
    casesFor(app.db, actor, asked, page),
    countsFor(app.db, actor, asked),
    endingsDue(app.db, actor, running, now),
    volunteersOf(app.db, now),
    actor.id === null ? 0 : ownCount(app.db, actor.id),
    goalsOf(
      app.db,
      rounds.map(({ id }) => id),
      now,
    ),
  ])
  const shown = { frame, now, view, lines, counts, page, own, volunteers, goals, round: round?.code }
  return c.html(<QueuePage {...shown} ready={endings.length} zone={actor.zone} />)
})

/** The rounds whose pairings can be ended: the one of the address, unless it is over, or all. */
async function runningAmong(app: App, round: Round | undefined): Promise<Round[]> {
  return (await runningRounds(app)).filter(({ id }) => round === undefined || id === round.id)
}

/** The one round of the address; none for all. */
async function roundAsked(c: Context<Env>): Promise<Round | undefined> {
  const { round } = queueQuery.parse(c.req.query())
  return round ? roundByCode(c.var.app.db, c.var.actor, round) : undefined
}
