import { redirectWith } from '../../../platform/flash.ts'
import { isUuid } from '../../../platform/ids.ts'
import { newestCampaigns } from '../../../platform/mail/index.ts'
import { allow } from '../../../platform/refusals.ts'
import { type Env, router } from '../../people/index.ts'
import { roundsFor } from '../../rounds/index.ts'
import { resumeMails, stopMails } from '../actions.ts'
import { Campaigns } from '../pages/campaigns.tsx'
import { OfficeMailPage } from '../pages/office.tsx'
import { OneMailPage } from '../pages/one-mail.tsx'
import { officeMailPath } from '../paths.ts'
import { mayReadText, mayRunMail } from '../policy.ts'
import { campaignIdOf, isWanted, mailsLike, oneMail, type Wish } from '../queries/outbox.ts'
import { mailStatus } from '../queries/status.ts'
import { words } from '../words.ts'
import { pageNumber } from './page-number.ts'

export const office = router()

office.use('/mail/*', async (c, next) => {
  allow(mayRunMail(c.var.actor))
  await next()
})

office.get('/mail', async (c) => {
  const { app, actor, frame } = c.var
  const wish = wishOf(c.req.query())
  const page = pageNumber(c.req.query('page'))
  const [status, list, rounds] = await Promise.all([
    mailStatus(app.db, app.now()),
    mailsLike(app.db, wish, page),
    codes(c.var),
  ])
  const shown = { status, list, rounds, wish, page }
  return c.html(<OfficeMailPage frame={frame} zone={actor.zone} {...shown} />)
})

office.get('/mail/progress', async (c) => {
  const { app, actor, frame } = c.var
  const [campaigns, rounds] = await Promise.all([newestCampaigns(app.db, 50), codes(c.var)])
  return c.html(<Campaigns locale={frame.locale} zone={actor.zone} campaigns={campaigns} rounds={rounds} />)
})

office.get('/mail/:id', async (c) => {
  const { app, actor, frame } = c.var
  const mail = await oneMail(app.db, c.req.param('id'))
  return c.html(
    <OneMailPage frame={frame} zone={actor.zone} mail={mail} mayRead={mayReadText(actor, mail)} />,
  )
})

office.post('/mail/campaigns/:id/stop', async (c) => {
  const { app, actor } = c.var
  const { waiting } = await stopMails(app, actor, await campaignIdOf(app.db, c.req.param('id')))
  return redirectWith(c, officeMailPath, words(actor.locale)('office.stopped', { waiting }))
})

office.post('/mail/campaigns/:id/resume', async (c) => {
  const { app, actor } = c.var
  await resumeMails(app, actor, await campaignIdOf(app.db, c.req.param('id')))
  return redirectWith(c, officeMailPath, words(actor.locale)('office.resumed'))
})

/** What was chosen, out of the address; what makes no sense there is left out. */
function wishOf(query: Record<string, string>): Wish {
  const { state, campaign = '', to = '' } = query
  return {
    state: isWanted(state) ? state : undefined,
    campaignId: isUuid(campaign) ? campaign : undefined,
    to: to.trim(),
  }
}

async function codes({ app, actor }: Env['Variables']): Promise<Map<string, string>> {
  const rounds = await roundsFor(app.db, actor)
  return new Map(rounds.map(({ id, code }) => [id, code]))
}
