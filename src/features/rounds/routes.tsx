import { cachePublicly } from '../../platform/caching.ts'
import { redirectWith } from '../../platform/flash.ts'
import { freshForm, readButton, readForm, returnedForm, type Typed } from '../../platform/forms.ts'
import { allow, Conflict } from '../../platform/refusals.ts'
import { betweenCalls, router, visitor } from '../people/index.ts'
import { announceRound, changeRound, cloneRound, createRound } from './actions.ts'
import { CloneRoundPage, RoundFormPage, RoundsPage, valuesOf } from './pages/office.tsx'
import { PublicRoundsPage } from './pages/public.tsx'
import { editRoundPath, newRoundPath, officeRoundPath } from './paths.ts'
import { mayRunRounds } from './policy.ts'
import { roundByCode, roundsFor } from './queries.ts'
import { phaseOf, suggestedCode, suggestedStart } from './round.ts'
import { cloneForm, roundForm } from './schema.ts'
import { words } from './words.ts'

export const routes = router()

routes.get('/rounds', async (c) => {
  const { app, frame } = c.var
  const rounds = await roundsFor(app.db, visitor('en'))
  const isOpen = !frame.paused && rounds.some((round) => phaseOf(round, app.now()) === 'applying')
  cachePublicly(c)
  return c.html(
    <PublicRoundsPage {...{ frame, rounds, now: app.now(), offers: isOpen ? [] : betweenCalls(c.var) }} />,
  )
})

export const office = router()

office.get('/rounds', async (c) => {
  const { app, actor, frame } = c.var
  const rounds = await roundsFor(app.db, actor)
  return c.html(<RoundsPage frame={frame} rounds={rounds} now={app.now()} mayOpen={mayRunRounds(actor)} />)
})

office.get('/rounds/new', (c) => {
  const { actor, frame, network } = c.var
  allow(mayRunRounds(actor))
  const values = { zone: network.zone, capPercent: '20', topicDays: '0, 14, 28, 42, 56, 70, 84, 98' }
  const form = freshForm(values)
  return c.html(<RoundFormPage {...{ frame, form }} round={null} action={newRoundPath} />)
})

office.post('/rounds/new', async (c) => {
  const { app, actor, frame } = c.var
  const again = (typed: Typed, errors: Record<string, string>) =>
    c.html(
      <RoundFormPage frame={frame} round={null} action={newRoundPath} form={returnedForm(typed, errors)} />,
      422,
    )
  const form = await readForm(c, roundForm)
  if (!form.ok) return again(form.typed, form.errors)
  const round = await createRound(app, actor, form.value).catch(codeTaken)
  if (!round) return again(form.typed, { code: 'taken' })
  return redirectWith(c, officeRoundPath(round.code), words(actor.locale)('created', { code: round.code }))
})

office.get('/rounds/:code/edit', async (c) => {
  const { app, actor, frame } = c.var
  allow(mayRunRounds(actor))
  const round = await roundByCode(app.db, actor, c.req.param('code'))
  const form = freshForm(valuesOf(round))
  return c.html(<RoundFormPage {...{ frame, round, form }} action={editRoundPath(round.code)} />)
})

office.post('/rounds/:code/edit', async (c) => {
  const { app, actor, frame } = c.var
  const round = await roundByCode(app.db, actor, c.req.param('code'))
  const again = (typed: Typed, errors: Record<string, string>) =>
    c.html(
      <RoundFormPage
        frame={frame}
        round={round}
        action={editRoundPath(round.code)}
        form={returnedForm(typed, errors)}
      />,
      422,
    )
  const form = await readForm(c, roundForm)
  if (!form.ok) return again(form.typed, form.errors)
  const changed = await changeRound(app, actor, round.code, form.value).catch(codeTaken)
  if (!changed) return again(form.typed, { code: 'taken' })
  return redirectWith(
    c,
    officeRoundPath(changed.code),
    words(actor.locale)('changed', { code: changed.code }),
  )
})

office.get('/rounds/:code/clone', async (c) => {
  const { app, actor, frame } = c.var
  allow(mayRunRounds(actor))
  const round = await roundByCode(app.db, actor, c.req.param('code'))
  const values = { code: suggestedCode(round.code), startsOn: suggestedStart(round) }
  return c.html(<CloneRoundPage frame={frame} round={round} form={freshForm(values)} />)
})

office.post('/rounds/:code/clone', async (c) => {
  const { app, actor, frame } = c.var
  const round = await roundByCode(app.db, actor, c.req.param('code'))
  const again = (typed: Typed, errors: Record<string, string>) =>
    c.html(<CloneRoundPage frame={frame} round={round} form={returnedForm(typed, errors)} />, 422)
  const form = await readForm(c, cloneForm)
  if (!form.ok) return again(form.typed, form.errors)
  const next = await cloneRound(app, actor, round.code, form.value).catch(codeTaken)
  if (!next) return again(form.typed, { code: 'taken' })
  return redirectWith(c, officeRoundPath(next.code), words(actor.locale)('created', { code: next.code }))
})

office.post('/rounds/:code/announce', async (c) => {
  const { app, actor } = c.var
  await readButton(c)
  const round = await announceRound(app, actor, c.req.param('code'))
  return redirectWith(c, officeRoundPath(round.code), words(actor.locale)('announced', { code: round.code }))
})

/** A code that is taken belongs beside its field; everything else goes its way. */
function codeTaken(error: unknown): null {
  if (error instanceof Conflict && error.code === 'round-exists') return null
  throw error
}
