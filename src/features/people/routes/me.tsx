import type { Context } from 'hono'
import { dayIn } from '../../../platform/days.ts'
import { redirectWith } from '../../../platform/flash.ts'
import {
  type FormState,
  freshForm,
  readButton,
  readForm,
  returnedForm,
  statusOf,
} from '../../../platform/forms.ts'
import { allow, refusalOf } from '../../../platform/refusals.ts'
import { networkOf, sessionKey } from '../../../platform/sign-in/index.ts'
import { chooseMail, correctAccount, endOtherSessions, endOwnSession } from '../actions/account.ts'
import { askForNewEmail, confirmNewEmail } from '../actions/email.ts'
import { ChangeEmailPage, ConfirmEmailPage } from '../pages/email.tsx'
import { SettingsPage, StayPage } from '../pages/me.tsx'
import { changeEmailPath, mePath, settingsPath, stayPath } from '../paths.ts'
import { isSignedIn } from '../policy.ts'
import { ownAccount } from '../queries/account.ts'
import { sessionsOf } from '../queries/sessions.ts'
import { type Env, router } from '../router.ts'
import { accountForm, emailForm, mailChoiceForm } from '../schema.ts'
import { isOver, memberLimits, officeLimits } from '../session.ts'
import { words } from '../words.ts'
import { askToSignIn } from './ask-to-sign-in.ts'
import { beside } from './beside.ts'

/** One's own pages. Everything under /me asks visitors to sign in first, other features' pages there too. */
export const meRoutes = router()

const signInFirst = async (c: Context<Env>, next: () => Promise<void>) =>
  isSignedIn(c.var.actor) ? next() : askToSignIn(c, mePath)
meRoutes.use('/me', signInFirst)
meRoutes.use('/me/*', signInFirst)

/** Any request keeps its sender signed in; this one does nothing else, and says until when. */
meRoutes.post('/me/stay', async (c) => {
  await readButton(c)
  return c.redirect(stayPath, 303)
})

meRoutes.get('/me/stay', (c) => c.html(<StayPage frame={c.var.frame} />))

meRoutes.get('/me/settings', (c) => settingsPage(c, freshForm()))

meRoutes.post('/me/settings', async (c) => {
  const form = await readForm(c, accountForm)
  if (!form.ok) return settingsPage(c, returnedForm(form.typed, form.errors))
  await correctAccount(c.var.app, c.var.actor, form.value)
  return redirectWith(c, settingsPath, words(form.value.locale)('me.saved'))
})

meRoutes.post('/me/mail', async (c) => {
  const { app, actor } = c.var
  const form = await readForm(c, mailChoiceForm)
  if (!form.ok) return settingsPage(c, returnedForm({}, form.errors))
  const isWanted = form.value.topics === 'yes'
  await chooseMail(app, actor, 'topics', isWanted)
  return redirectWith(c, settingsPath, words(actor.locale)(isWanted ? 'me.mail.joined' : 'me.mail.left'))
})

meRoutes.post('/me/sessions/:id/end', async (c) => {
  const { app, actor } = c.var
  await readButton(c)
  await endOwnSession(app, actor, c.req.param('id'))
  return redirectWith(c, settingsPath, words(actor.locale)('me.sessions.ended'))
})

meRoutes.post('/me/sessions/end-others', async (c) => {
  const { app, actor } = c.var
  await readButton(c)
  await endOtherSessions(app, actor, sessionKey(app, c.req.raw.headers) ?? '')
  return redirectWith(c, settingsPath, words(actor.locale)('me.sessions.ended-others'))
})

meRoutes.get('/me/email', (c) => emailPage(c, freshForm()))

meRoutes.post('/me/email', async (c) => {
  const { app, actor, frame } = c.var
  const form = await readForm(c, emailForm)
  if (!form.ok) return emailPage(c, returnedForm(form.typed, form.errors))
  const { email } = form.value
  const network = networkOf(c, app.config.trustedProxies)
  const userAgent = c.req.header('User-Agent') ?? ''
  const asked = { email, network, userAgent, locale: frame.locale }
  const error = await refusalOf(askForNewEmail(app, actor, asked), ['same-address'])
  if (error) return emailPage(c, returnedForm(form.typed, { email: error }))
  return redirectWith(c, settingsPath, words(actor.locale)('me.email.sent', { email }))
})

meRoutes.get('/me/email/:token', (c) => {
  c.header('Referrer-Policy', 'no-referrer')
  return c.html(<ConfirmEmailPage frame={c.var.frame} token={c.req.param('token')} />)
})

meRoutes.post('/me/email/:token', async (c) => {
  const { app, actor } = c.var
  await readButton(c)
  const email = await confirmNewEmail(app, actor, {
    token: c.req.param('token'),
    tokenHash: sessionKey(app, c.req.raw.headers) ?? '',
  }).catch(beside('email-taken'))
  const t = words(actor.locale)
  if (!email) return redirectWith(c, changeEmailPath, t('error.email-taken'), 'warning')
  return redirectWith(c, settingsPath, t('me.email.changed', { email }))
})

/** One's own settings, as they are or with a form that came back. */
async function settingsPage(c: Context<Env>, form: FormState) {
  const { app, actor, frame } = c.var
  allow(isSignedIn(actor))
  const account = await ownAccount(app.db, actor.id, dayIn(app.now()))
  const limits = account.hasRole ? officeLimits : memberLimits
  const sessions = (await sessionsOf(app.db, actor.id)).filter((one) => !isOver(one, limits, app.now()))
  const { name, givenName, locale, zone } = account
  const values = { name, givenName, locale, zone, ...form.values }
  return c.html(
    <SettingsPage
      frame={frame}
      account={account}
      sessions={sessions}
      currentKey={sessionKey(app, c.req.raw.headers)}
      form={{ ...form, values }}
    />,
    statusOf(form),
  )
}

function emailPage(c: Context<Env>, form: FormState) {
  const { actor, frame } = c.var
  allow(isSignedIn(actor))
  return c.html(<ChangeEmailPage frame={frame} email={actor.email} form={form} />, statusOf(form))
}
