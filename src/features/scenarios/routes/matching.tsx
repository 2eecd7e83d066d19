import type { Context } from 'hono'
import { redirectWith } from '../../../platform/flash.ts'
import { readButton, readPlainForm } from '../../../platform/forms.ts'
import { enqueue } from '../../../platform/jobs.ts'
import { pageAsked } from '../../../platform/paging.ts'
import { NotFound } from '../../../platform/refusals.ts'
import { unansweredIn } from '../../applications/index.ts'
import { type Env, router } from '../../people/index.ts'
import { matchingPath } from '../../rounds/index.ts'
import { chooseMiddle, makeTrio, moveToReserve } from '../actions/by-hand.ts'
import { undoChange } from '../actions/changes.ts'
import { lookAtPair } from '../actions/look.ts'
import { banPair, liftRule, pinPair } from '../actions/rules.ts'
import { openScenario } from '../actions/run.ts'
import { runMatching } from '../jobs.ts'
import { RunProgress } from '../pages/lab/running.tsx'
import { MatchingPage } from '../pages/matching.tsx'
import { PairPage } from '../pages/pair.tsx'
import { ReservePage, RulesPage } from '../pages/reserve.tsx'
import { pairPath, reservePath, rulesPath } from '../paths.ts'
import { deskCounts, matchingDesk, reserveDesk } from '../queries/desk.ts'
import { placeOf } from '../queries/looks.ts'
import { pairById } from '../queries/pairs.ts'
import { rulesOf } from '../queries/people.ts'
import { latestScenarios, proposalOfRound } from '../queries/scenarios.ts'
import type { Two } from '../scenario/scenario.ts'
import { liftForm, pairFilter, personForm, trioForm } from '../schema.ts'
import { words } from '../words.ts'
import { roundFor } from './round-for.ts'

export const office = router()

office.get('/rounds/:code/matching', async (c) => {
  const { app, actor, frame } = c.var
  const round = await roundFor(c)
  const desk = await matchingDesk(app.db, round, app.now(), pairFilter.parse(c.req.query()))
  const unanswered = await unansweredIn(app.db, actor, round.id)
  return c.html(
    <MatchingPage {...{ frame, round, unanswered }} zone={actor.zone} now={app.now()} {...desk} />,
  )
})

office.post('/rounds/:code/matching/run', async (c) => {
  const { app, actor } = c.var
  await readButton(c)
  const code = c.req.param('code')
  await openScenario(app, actor, code, {
    later: (tx, scenarioId) => enqueue(app, tx, runMatching, { scenarioId }),
  })
  return redirectWith(c, matchingPath(code), words(actor.locale)('run.started'))
})

office.get('/rounds/:code/matching/progress', async (c) => {
  const { app, frame } = c.var
  const round = await roundFor(c)
  const { newest } = await latestScenarios(app.db, round.id)
  if (!newest) throw new NotFound('no-proposal')
  return c.html(
    <RunProgress frame={frame} scenario={newest} now={app.now()} here={matchingPath(round.code)} />,
  )
})

office.get('/rounds/:code/matching/reserve', async (c) => {
  const { app, frame } = c.var
  const round = await roundFor(c)
  const desk = await reserveDesk(app.db, round, pageAsked(c.req.query('page')))
  return c.html(<ReservePage frame={frame} round={round} {...desk} />)
})

office.post('/rounds/:code/matching/reserve/trio', async (c) => {
  const { app, actor } = c.var
  const { person, middle } = await readPlainForm(c, trioForm)
  const code = c.req.param('code')
  await makeTrio(app, actor, code, { id: person, middle })
  return redirectWith(c, reservePath(code), words(actor.locale)('reserve.trio.made'))
})

office.get('/rounds/:code/matching/rules', async (c) => {
  const { app, frame } = c.var
  const round = await roundFor(c)
  const rules = await rulesOf(app.db, round.id)
  const counts = await deskCounts(app.db, round.id)
  const isReleased = round.releasedAt !== null
  return c.html(
    <RulesPage
      frame={frame}
      round={round}
      counts={counts}
      rules={rules}
      isReleased={isReleased}
      page={pageAsked(c.req.query('page'))}
      zone={c.var.actor.zone}
    />,
  )
})

office.post('/rounds/:code/matching/rules/lift', async (c) => {
  const { app, actor } = c.var
  const { kind, first, second } = await readPlainForm(c, liftForm)
  const code = c.req.param('code')
  await liftRule(app, actor, code, { kind, two: [first, second ?? null] })
  return redirectWith(
    c,
    rulesPath(code),
    words(actor.locale)(kind === 'hold' ? 'hold.lifted' : 'rule.lifted'),
  )
})

office.get('/rounds/:code/matching/pairs/:id', async (c) => {
  const { app, frame } = c.var
  const round = await roundFor(c)
  const scenario = await proposalOfRound(app.db, round.id)
  const pair = await pairById(app.db, scenario.id, c.req.param('id'))
  const isReleased = round.releasedAt !== null
  const place = await placeOf(app.db, scenario.id, pair.id)
  return c.html(<PairPage {...{ frame, round, pair, place, isReleased }} zone={c.var.actor.zone} />)
})

office.post('/rounds/:code/matching/pairs/:id/look', async (c) => {
  const { app, actor } = c.var
  await readButton(c)
  const { code, id } = c.req.param()
  const next = await lookAtPair(app, actor, code, id)
  if (next) return c.redirect(pairPath(code, next), 303)
  return redirectWith(c, matchingPath(code), words(actor.locale)('look.all'))
})

/** The two people of a pair that an address names. */
async function twoOf(c: Context<Env>): Promise<Two> {
  const { app } = c.var
  const scenario = await proposalOfRound(app.db, (await roundFor(c)).id)
  const { members } = await pairById(app.db, scenario.id, c.req.param('id') ?? '')
  const [a, b] = members
  if (!a || !b || members.length > 2) throw new NotFound('no-such-pair')
  return [a.applicationId, b.applicationId]
}

office.post('/rounds/:code/matching/pairs/:id/pin', async (c) => {
  const { app, actor } = c.var
  await readButton(c)
  const { code, id } = c.req.param()
  await pinPair(app, actor, code, await twoOf(c))
  return redirectWith(c, pairPath(code, id), words(actor.locale)('pair.pinned'))
})

office.post('/rounds/:code/matching/pairs/:id/ban', async (c) => {
  const { app, actor } = c.var
  await readButton(c)
  const { code, id } = c.req.param()
  await banPair(app, actor, code, await twoOf(c))
  return redirectWith(c, pairPath(code, id), words(actor.locale)('pair.banned.done'))
})

office.post('/rounds/:code/matching/pairs/:id/unpin', async (c) => {
  const { app, actor } = c.var
  await readButton(c)
  const { code, id } = c.req.param()
  await liftRule(app, actor, code, { kind: 'pin', two: await twoOf(c) })
  return redirectWith(c, pairPath(code, id), words(actor.locale)('rule.lifted'))
})

office.post('/rounds/:code/matching/pairs/:id/unban', async (c) => {
  const { app, actor } = c.var
  await readButton(c)
  const { code, id } = c.req.param()
  await liftRule(app, actor, code, { kind: 'ban', two: await twoOf(c) })
  return redirectWith(c, pairPath(code, id), words(actor.locale)('rule.lifted'))
})

office.post('/rounds/:code/matching/pairs/:id/middle', async (c) => {
  const { app, actor } = c.var
  const { person } = await readPlainForm(c, personForm)
  const code = c.req.param('code')
  await chooseMiddle(app, actor, code, person)
  return redirectWith(c, matchingPath(code), words(actor.locale)('shape.middle.done'))
})

office.post('/rounds/:code/matching/reserve/hold', async (c) => {
  const { app, actor } = c.var
  const { person } = await readPlainForm(c, personForm)
  const code = c.req.param('code')
  await moveToReserve(app, actor, code, person)
  return redirectWith(c, reservePath(code), words(actor.locale)('shape.held'))
})

office.post('/rounds/:code/matching/undo', async (c) => {
  const { app, actor } = c.var
  await readButton(c)
  const code = c.req.param('code')
  await undoChange(app, actor, code)
  return redirectWith(c, matchingPath(code), words(actor.locale)('shape.undone'))
})
