import type { Context } from 'hono'
import { redirectWith } from '../../../platform/flash.ts'
import {
  type FormState,
  freshForm,
  readButton,
  readForm,
  returnedForm,
  statusOf,
} from '../../../platform/forms.ts'
import { allow, NotFound, refusalOf } from '../../../platform/refusals.ts'
import { type Env, router } from '../../people/index.ts'
import { acceptInvitation, endTerm, inviteAmbassador, withdrawInvitation } from '../actions/inviting.ts'
import { EndTermPage } from '../pages/country.tsx'
import { AcceptedPage, AcceptPage, InvitePage } from '../pages/invite.tsx'
import { countryPath } from '../paths.ts'
import { mayInviteAmbassadors } from '../policy.ts'
import { ambassadorsOf } from '../queries/countries.ts'
import { invitationByLink } from '../queries/invitations.ts'
import { inviteForm } from '../schema.ts'
import { words } from '../words.ts'
import { placeOf } from './country.tsx'

export const invitingRoutes = router()

invitingRoutes.get('/countries/:country/invite', (c) => {
  allow(mayInviteAmbassadors(c.var.actor))
  return invitePage(c, freshForm({ locale: c.var.network.locales[0] }))
})

invitingRoutes.post('/countries/:country/invite', async (c) => {
  const { app, actor } = c.var
  allow(mayInviteAmbassadors(actor))
  const { country, frame } = placeOf(c)
  const form = await readForm(c, inviteForm)
  if (!form.ok) return invitePage(c, returnedForm(form.typed, form.errors))
  const refused = await refusalOf(inviteAmbassador(app, actor, { country, ...form.value }), ['term-is-over'])
  if (refused) return invitePage(c, returnedForm(form.typed, { endsOn: refused }))
  return redirectWith(
    c,
    countryPath(country),
    words(frame.locale)('invite.done', { email: form.value.email }),
  )
})

invitingRoutes.post('/countries/:country/invitations/:id/withdraw', async (c) => {
  const { country, frame } = placeOf(c)
  await readButton(c)
  await withdrawInvitation(c.var.app, c.var.actor, country, c.req.param('id'))
  return redirectWith(c, countryPath(country), words(frame.locale)('invited.withdrawn'))
})

invitingRoutes.get('/countries/:country/ambassadors/:grant/end', async (c) => {
  allow(mayInviteAmbassadors(c.var.actor))
  const place = placeOf(c)
  const all = await ambassadorsOf(c.var.app.db, c.var.app.now(), place.country)
  const one = all.find(({ grantId }) => grantId === c.req.param('grant'))
  if (!one) throw new NotFound('no-such-grant')
  return c.html(<EndTermPage {...place} one={one} />)
})

invitingRoutes.post('/countries/:country/ambassadors/:grant/end', async (c) => {
  const { country, frame } = placeOf(c)
  await readButton(c)
  await endTerm(c.var.app, c.var.actor, country, c.req.param('grant'))
  return redirectWith(c, countryPath(country), words(frame.locale)('end.done'))
})

const invitePage = (c: Context<Env>, form: FormState) =>
  c.html(<InvitePage {...placeOf(c)} form={form} />, statusOf(form))

export const acceptingRoutes = router()

acceptingRoutes.get('/ambassadors/accept/:secret', async (c) => {
  const { secret, country, name, endsOn } = await invited(c)
  return c.html(<AcceptPage {...{ frame: c.var.frame, secret, country, name, endsOn }} />)
})

acceptingRoutes.post('/ambassadors/accept/:secret', async (c) => {
  await readButton(c)
  const { secret, country, email } = await invited(c)
  await acceptInvitation(c.var.app, secret)
  return c.html(<AcceptedPage {...{ frame: c.var.frame, country, email }} />)
})

/** What a link invites to. @throws NotFound `no-such-invitation` */
async function invited(c: Context<Env>) {
  // The address holds a secret: no page it leads to is told.
  c.header('Referrer-Policy', 'no-referrer')
  const secret = c.req.param('secret') ?? ''
  const invitation = await invitationByLink(c.var.app.db, secret, c.var.app.now())
  if (!invitation) throw new NotFound('no-such-invitation')
  return { secret, ...invitation }
}
