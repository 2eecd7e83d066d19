import type { App } from '../../../platform/app.ts'
import { dayIn } from '../../../platform/days.ts'
import { redirectWith } from '../../../platform/flash.ts'
import { readButton, readForm } from '../../../platform/forms.ts'
import { laidOut } from '../../../platform/mail/index.ts'
import { networkIn } from '../../../platform/network/index.ts'
import { pageAsked } from '../../../platform/paging.ts'
import { resumeMails, stopMails } from '../../mail/index.ts'
import { router } from '../../people/index.ts'
import { rematchPath } from '../../rounds/index.ts'
import { roundFor } from '../../scenarios/index.ts'
import { rehearseRematch, releaseRematch } from '../actions/release-rematch.ts'
import { rematchMailFor } from '../emails/preview.ts'
import { dayOfHours } from '../introduction.ts'
import { PreviewPage } from '../pages/preview.tsx'
import { NewPairsPage } from '../pages/rematch-pairs.tsx'
import { ReleaseRematchPage } from '../pages/rematch-release.tsx'
import { previewRematchPath, releaseRematchPath } from '../paths.ts'
import { laterReleaseNumbered } from '../queries/rematch.ts'
import { newPairsDesk } from '../queries/rematch-desk.ts'
import { releaseForm } from '../schema.ts'
import { words } from '../words.ts'

export const office = router()

const today = (app: App) => dayIn(app.now())

office.get('/rounds/:code/rematch/pairs', async (c) => {
  const { app, frame } = c.var
  const round = await roundFor(c)
  const desk = await newPairsDesk(app.db, round, app.now())
  const [page, waiting] = [pageAsked(c.req.query('page')), pageAsked(c.req.query('waiting'))]
  const day = dayOfHours(round, today(app))
  return c.html(<NewPairsPage {...{ frame, round, desk, page, waiting, day }} />)
})

office.get('/rounds/:code/rematch/release', async (c) => {
  const { app, frame } = c.var
  const round = await roundFor(c)
  const desk = await newPairsDesk(app.db, round, app.now())
  return c.html(<ReleaseRematchPage frame={frame} round={round} desk={desk} />)
})

office.post('/rounds/:code/rematch/release', async (c) => {
  const { app, actor, frame } = c.var
  const form = await readForm(c, releaseForm)
  if (!form.ok) {
    const round = await roundFor(c)
    const desk = await newPairsDesk(app.db, round, app.now())
    const error = Object.values(form.errors)[0]
    return c.html(<ReleaseRematchPage {...{ frame, round, desk, error }} />, 422)
  }
  const code = c.req.param('code')
  const { people, told } = await releaseRematch(app, actor, code, form.value.scenario)
  return redirectWith(c, rematchPath(code), words(actor.locale)('rematch-release.done', { people, told }))
})

office.post('/rounds/:code/rematch/release/rehearse', async (c) => {
  const { app, actor } = c.var
  await readButton(c)
  const code = c.req.param('code')
  const { introductions, reserve, examples, to } = await rehearseRematch(app, actor, code)
  const said = words(actor.locale)('rehearse.done', {
    mails: introductions + reserve,
    examples,
    to: to.join(', '),
  })
  return redirectWith(c, releaseRematchPath(code), said)
})

const turns = { stop: stopMails, resume: resumeMails }

office.post('/rounds/:code/rematch/releases/:number{[0-9]{1,6}}/:turn{stop|resume}', async (c) => {
  const { app, actor } = c.var
  await readButton(c)
  const { id, code } = await roundFor(c)
  const { campaignId } = await laterReleaseNumbered(app.db, id, Number(c.req.param('number')))
  const turn = c.req.param('turn') === 'stop' ? 'stop' : 'resume'
  await turns[turn](app, actor, campaignId)
  return redirectWith(c, rematchPath(code), words(actor.locale)(`released.${turn}.done`))
})

office.get('/rounds/:code/rematch/people/:id/mail', async (c) => {
  const { app, frame } = c.var
  const round = await roundFor(c)
  const id = c.req.param('id')
  const day = dayOfHours(round, today(app))
  const email = await rematchMailFor(app.db, { round, network: await networkIn(app), day }, id)
  return c.html(
    <PreviewPage
      frame={frame}
      round={round}
      email={email}
      laidOut={`${previewRematchPath(round.code, id)}.html`}
    />,
  )
})

office.get('/rounds/:code/rematch/people/:id/mail.html', async (c) => {
  const { app } = c.var
  const round = await roundFor(c)
  const day = dayOfHours(round, today(app))
  return laidOut(
    c,
    await rematchMailFor(app.db, { round, network: await networkIn(app), day }, c.req.param('id')),
  )
})
