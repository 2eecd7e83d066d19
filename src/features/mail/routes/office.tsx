import { redirectWith } from '../../../platform/flash.ts'
import { readButton, readForm } from '../../../platform/forms.ts'
import { isUuid } from '../../../platform/ids.ts'
import { newestCampaigns } from '../../../platform/mail/index.ts'
import { pageAsked } from '../../../platform/paging.ts'
import { safePath } from '../../../platform/paths.ts'
import { allow, NotFound, Unacceptable } from '../../../platform/refusals.ts'
import { type Contributions, type Env, router } from '../../people/index.ts'
import { roundsFor } from '../../rounds/index.ts'
import { allowAddress, resumeMails, settleLetter, stopMails } from '../actions.ts'
import { Campaigns, type Naming } from '../pages/campaigns.tsx'
import { InboundPage } from '../pages/inbound.tsx'
import { OfficeMailPage } from '../pages/office.tsx'
import { OneMailPage } from '../pages/one-mail.tsx'
import { inboundPath, officeMailPath } from '../paths.ts'
import { mayReadText, mayRunMail } from '../policy.ts'
import { latestReturns, openLetters, ownMailbox, returnsOf } from '../queries/inbound.ts'
import { campaignIdOf, isWanted, mailsLike, oneMail, type Wish } from '../queries/outbox.ts'
import { mailStatus } from '../queries/status.ts'
import { tryForm } from '../schema.ts'
import { words } from '../words.ts'

export const office = router()

office.use('/mail/*', async (c, next) => {
  allow(mayRunMail(c.var.actor))
  await next()
})

office.get('/mail', async (c) => {
  const { app, actor, frame } = c.var
  const wish = wishOf(c.req.query())
  const page = pageAsked(c.req.query('page'))
  const [status, list, naming, mailbox] = await Promise.all([
    mailStatus(app.db, app.now()),
    mailsLike(app.db, wish, page),
    namingFor(c.var),
    ownMailbox(app),
  ])
  const shown = { status, list, naming, wish, page, mailbox, kindOf: kindNames(c.var) }
  return c.html(<OfficeMailPage frame={frame} zone={actor.zone} {...shown} />)
})

office.get('/mail/progress', async (c) => {
  const { app, actor, frame } = c.var
  const [campaigns, naming] = await Promise.all([newestCampaigns(app.db, 50), namingFor(c.var)])
  return c.html(<Campaigns {...naming} locale={frame.locale} zone={actor.zone} campaigns={campaigns} />)
})

office.get('/mail/inbound', async (c) => {
  const { app, actor, frame } = c.var
  const [letters, returns, mailbox] = await Promise.all([
    openLetters(app.db),
    latestReturns(app.db, app.now()),
    ownMailbox(app),
  ])
  return c.html(<InboundPage {...{ frame, letters, returns, mailbox }} zone={actor.zone} />)
})

office.post('/mail/inbound/:id/settle', async (c) => {
  const { app, actor } = c.var
  await readButton(c)
  const id = c.req.param('id')
  if (!isUuid(id)) throw new NotFound('no-such-letter')
  await settleLetter(app, actor, id)
  return redirectWith(c, inboundPath, words(actor.locale)('inbound.settled'))
})

office.post('/mail/addresses/try', async (c) => {
  const { app, actor } = c.var
  const form = await readForm(c, tryForm)
  if (!form.ok) throw new Unacceptable('not-a-form')
  await allowAddress(app, actor, form.value.address)
  return redirectWith(c, safePath(form.value.back) || inboundPath, words(actor.locale)('inbound.tried'))
})

office.get('/mail/:id', async (c) => {
  const { app, actor, frame } = c.var
  const mail = await oneMail(app.db, c.req.param('id'))
  const kind = kindNames(c.var)(mail.kind)
  return c.html(
    <OneMailPage
      frame={frame}
      zone={actor.zone}
      mail={mail}
      returns={await returnsOf(app.db, mail.id)}
      kind={kind}
      mayRead={mayReadText(actor, mail)}
    />,
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

async function namingFor({ app, actor, features, frame }: Env['Variables']): Promise<Naming> {
  const rounds = await roundsFor(app.db, actor)
  return {
    rounds: new Map(rounds.map(({ id, code }) => [id, code])),
    nameOf: (kind) => nameIn(features, 'campaignKinds', kind)?.(frame.locale),
  }
}

const kindNames =
  ({ features, frame }: Env['Variables']) =>
  (kind: string) =>
    nameIn(features, 'mailKinds', kind)?.(frame.locale) ?? kind

/** Each feature names the kinds that it sends. */
const nameIn = (features: readonly Contributions[], names: 'mailKinds' | 'campaignKinds', kind: string) =>
  features.map((feature) => feature[names]?.[kind]).find((name) => name !== undefined)
