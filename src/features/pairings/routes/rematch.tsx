import { redirectWith } from '../../../platform/flash.ts'
import { readButton, readForm } from '../../../platform/forms.ts'
import { enqueue } from '../../../platform/jobs.ts'
import { campaignProgress } from '../../../platform/mail/index.ts'
import { pageAsked } from '../../../platform/paging.ts'
import { NotFound } from '../../../platform/refusals.ts'
import { router } from '../../people/index.ts'
import { phaseOf, refuseOnceOver, rematchPath } from '../../rounds/index.ts'
import { cancelRun, deskCounts, openScenario, roundFor, runMatching } from '../../scenarios/index.ts'
import { acceptLate } from '../actions/accept-late.ts'
import { partPairing } from '../actions/part.ts'
import { rejoinPairing } from '../actions/rejoin.ts'
import { holdWaiting, leaveWaiting } from '../actions/waiting.ts'
import { RematchPage } from '../pages/rematch.tsx'
import { EndedPage } from '../pages/rematch-ended.tsx'
import { PartPage } from '../pages/rematch-part.tsx'
import { RematchProgress } from '../pages/rematch-run.tsx'
import { WaitingPage } from '../pages/rematch-waiting.tsx'
import { ReleaseProgress } from '../pages/sending.tsx'
import { freePeople, laterReleaseNumbered, rematchScenarios } from '../queries/rematch.ts'
import { rematchDesk } from '../queries/rematch-desk.ts'
import { livingMembers, pairingOfRound } from '../queries/rematch-pairings.ts'
import { partForm, rematchQuery } from '../schema.ts'
import { words } from '../words.ts'

export const office = router()

office.get('/rounds/:code/rematch', async (c) => {
  const { app, actor, frame } = c.var
  const round = await roundFor(c)
  const now = app.now()
  const { q } = rematchQuery.parse(c.req.query())
  const pages = { page: pageAsked(c.req.query('page')), parted: pageAsked(c.req.query('parted')) }
  const desk = await rematchDesk(app.db, actor, round, { now, q })
  const counts = await deskCounts(app.db, round.id)
  return c.html(<RematchPage {...{ frame, round, desk, counts, pages, now }} zone={actor.zone} />)
})

office.post('/rounds/:code/rematch/run', async (c) => {
  const { app, actor } = c.var
  await readButton(c)
  const code = c.req.param('code')
  await openScenario(app, actor, code, {
    pool: 'rematch',
    asPlan: false,
    later: (tx, scenarioId) => enqueue(app, tx, runMatching, { scenarioId }),
  })
  return redirectWith(c, rematchPath(code), words(actor.locale)('rematch.started'))
})

office.post('/rounds/:code/rematch/accept', async (c) => {
  const { app, actor } = c.var
  await readButton(c)
  const code = c.req.param('code')
  const count = await acceptLate(app, actor, code)
  return redirectWith(c, rematchPath(code), words(actor.locale)('late.done', { count }))
})

office.get('/rounds/:code/rematch/progress', async (c) => {
  const { app, frame } = c.var
  const round = await roundFor(c)
  const { newest } = await rematchScenarios(app.db, round.id)
  if (!newest) throw new NotFound('no-proposal')
  return c.html(<RematchProgress frame={frame} round={round} scenario={newest} />)
})

office.post('/rounds/:code/rematch/cancel', async (c) => {
  const { app, actor } = c.var
  await readButton(c)
  const code = c.req.param('code')
  await cancelRun(app, actor, code)
  return redirectWith(c, rematchPath(code), words(actor.locale)('rematch.cancelled'))
})

office.get('/rounds/:code/rematch/pairings/:id', async (c) => {
  const { app, frame } = c.var
  const round = await roundFor(c)
  const pairing = await pairingOfRound(app.db, round.id, c.req.param('id'))
  const goesOn = phaseOf(round, app.now()) !== 'ended' && livingMembers(pairing).length > 1
  return c.html(
    goesOn ? <PartPage {...{ frame, round, pairing }} /> : <EndedPage {...{ frame, round, pairing }} />,
  )
})

office.post('/rounds/:code/rematch/pairings/:id', async (c) => {
  const { app, actor, frame } = c.var
  const { code, id } = c.req.param()
  const form = await readForm(c, partForm)
  if (!form.ok) {
    const round = await roundFor(c)
    const pairing = await pairingOfRound(app.db, round.id, id)
    const error = Object.values(form.errors)[0]
    return c.html(<PartPage {...{ frame, round, pairing, error }} />, 422)
  }
  const { left, free } = await partPairing(app, actor, code, { pairing: id, leaving: form.value.leaving })
  const said = words(actor.locale)('part.done', { left: left.length, free: free.length })
  return redirectWith(c, rematchPath(code), said)
})

office.post('/rounds/:code/rematch/pairings/:id/rejoin', async (c) => {
  const { app, actor } = c.var
  await readButton(c)
  const { code, id } = c.req.param()
  await rejoinPairing(app, actor, code, id)
  return redirectWith(c, rematchPath(code), words(actor.locale)('rematch.rejoined'))
})

office.post('/rounds/:code/rematch/people/:id/hold', async (c) => {
  const { app, actor } = c.var
  await readButton(c)
  const { code, id } = c.req.param()
  await holdWaiting(app, actor, code, { id, hold: true })
  return redirectWith(c, rematchPath(code), words(actor.locale)('rematch.hold.done'))
})

office.post('/rounds/:code/rematch/people/:id/end-hold', async (c) => {
  const { app, actor } = c.var
  await readButton(c)
  const { code, id } = c.req.param()
  await holdWaiting(app, actor, code, { id, hold: false })
  return redirectWith(c, rematchPath(code), words(actor.locale)('rematch.end-hold.done'))
})

office.get('/rounds/:code/rematch/people/:id', async (c) => {
  const { app, frame } = c.var
  const round = await roundFor(c)
  refuseOnceOver(round, app.now())
  const free = round.releasedAt ? await freePeople(app.db, round) : []
  const person = free.find((one) => one.applicationId === c.req.param('id'))
  if (!person) throw new NotFound('no-such-participant')
  return c.html(<WaitingPage frame={frame} round={round} person={person} />)
})

office.post('/rounds/:code/rematch/people/:id/leave', async (c) => {
  const { app, actor } = c.var
  await readButton(c)
  const { code, id } = c.req.param()
  await leaveWaiting(app, actor, code, id)
  return redirectWith(c, rematchPath(code), words(actor.locale)('leave.done'))
})

office.get('/rounds/:code/rematch/releases/:number{[0-9]{1,6}}/progress', async (c) => {
  const { app, frame } = c.var
  const round = await roundFor(c)
  const { campaignId } = await laterReleaseNumbered(app.db, round.id, Number(c.req.param('number')))
  const progress = await campaignProgress(app.db, campaignId)
  return c.html(<ReleaseProgress frame={frame} page={rematchPath(round.code)} progress={progress} />)
})
