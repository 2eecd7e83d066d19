import { redirectWith } from '../../../platform/flash.ts'
import { readButton, readForm } from '../../../platform/forms.ts'
import { campaignProgress, laidOut } from '../../../platform/mail/index.ts'
import { NotFound } from '../../../platform/refusals.ts'
import { resumeMails, stopMails } from '../../mail/index.ts'
import { router } from '../../people/index.ts'
import { releaseOf, releasePath } from '../../rounds/index.ts'
import { deskCounts, roundFor } from '../../scenarios/index.ts'
import { asCsv, exportPairings } from '../actions/export.ts'
import { rehearseRelease } from '../actions/rehearse.ts'
import { releasePairings } from '../actions/release.ts'
import { mailFor } from '../emails/preview.ts'
import { occasionOf } from '../emails/to-participant.ts'
import { PreviewPage } from '../pages/preview.tsx'
import { ReleasedPage, ReleasePage } from '../pages/release.tsx'
import { ReleaseProgress } from '../pages/sending.tsx'
import { previewHtmlPath } from '../paths.ts'
import { releaseDesk } from '../queries/release-desk.ts'
import { releaseForm } from '../schema.ts'
import { words } from '../words.ts'

export const office = router()

office.get('/rounds/:code/release', async (c) => {
  const { app, frame } = c.var
  const round = await roundFor(c)
  const counts = await deskCounts(app.db, round.id)
  const release = await releaseOf(app.db, round.id)
  if (!release) {
    const proposal = await releaseDesk(app.db, c.var.actor, round, app.now())
    return c.html(<ReleasePage {...{ frame, round, counts, proposal }} zone={c.var.actor.zone} />)
  }
  const progress = await campaignProgress(app.db, release.campaignId)
  return c.html(<ReleasedPage {...{ frame, round, counts, release, progress }} zone={c.var.actor.zone} />)
})

office.post('/rounds/:code/release', async (c) => {
  const { app, actor, frame } = c.var
  const code = c.req.param('code')
  const form = await readForm(c, releaseForm)
  if (!form.ok) {
    const round = await roundFor(c)
    const counts = await deskCounts(app.db, round.id)
    const proposal = await releaseDesk(app.db, c.var.actor, round, app.now())
    const error = Object.values(form.errors)[0]
    return c.html(<ReleasePage {...{ frame, round, counts, proposal, error }} zone={actor.zone} />, 422)
  }
  const { people, reserve } = await releasePairings(app, actor, code, form.value.scenario)
  return redirectWith(c, releasePath(code), words(actor.locale)('release.done', { people, reserve }))
})

office.get('/rounds/:code/release/progress', async (c) => {
  const { app, frame } = c.var
  const round = await roundFor(c)
  const release = await releaseOf(app.db, round.id)
  if (!release) throw new NotFound('not-released')
  const progress = await campaignProgress(app.db, release.campaignId)
  return c.html(<ReleaseProgress frame={frame} page={releasePath(round.code)} progress={progress} />)
})

office.post('/rounds/:code/release/rehearse', async (c) => {
  const { app, actor } = c.var
  await readButton(c)
  const code = c.req.param('code')
  const { introductions, reserve, examples, to } = await rehearseRelease(app, actor, code)
  const said = words(actor.locale)('rehearse.done', {
    mails: introductions + reserve,
    examples,
    to: to.join(', '),
  })
  return redirectWith(c, releasePath(code), said)
})

const turns = { stop: stopMails, resume: resumeMails }

office.post('/rounds/:code/release/:turn{stop|resume}', async (c) => {
  const { app, actor } = c.var
  await readButton(c)
  const release = await releaseOf(app.db, (await roundFor(c)).id)
  if (!release) throw new NotFound('not-released')
  const turn = c.req.param('turn') === 'stop' ? 'stop' : 'resume'
  await turns[turn](app, actor, release.campaignId)
  return redirectWith(c, releasePath(c.req.param('code')), words(actor.locale)(`released.${turn}.done`))
})

office.get('/rounds/:code/matching/people/:id/mail', async (c) => {
  const { app, frame } = c.var
  const round = await roundFor(c)
  const id = c.req.param('id')
  const email = await mailFor(app.db, await occasionOf(app, round), id)
  return c.html(
    <PreviewPage frame={frame} round={round} email={email} laidOut={previewHtmlPath(round.code, id)} />,
  )
})

office.get('/rounds/:code/matching/people/:id/mail.html', async (c) => {
  const { app } = c.var
  const round = await roundFor(c)
  return laidOut(c, await mailFor(app.db, await occasionOf(app, round), c.req.param('id')))
})

office.get('/rounds/:code/matching/pairings.csv', async (c) => {
  const { app, actor } = c.var
  const exported = await exportPairings(app, actor, c.req.param('code'))
  c.header('Content-Type', 'text/csv; charset=utf-8')
  c.header('Content-Disposition', `attachment; filename="pairings-${exported.round}.csv"`)
  return c.body(asCsv(exported))
})
