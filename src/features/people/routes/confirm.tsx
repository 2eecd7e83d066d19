import type { Context } from 'hono'
import { redirectWith } from '../../../platform/flash.ts'
import { readForm, statusOf } from '../../../platform/forms.ts'
import { safePath } from '../../../platform/paths.ts'
import { allow } from '../../../platform/refusals.ts'
import { confirmAgain, networkOf } from '../../../platform/sign-in/index.ts'
import { askForLink } from '../actions/links.ts'
import { ConfirmPage, ConfirmSentPage } from '../pages/confirm.tsx'
import { confirmSentPath, goingOn, mePath } from '../paths.ts'
import { isSignedIn } from '../policy.ts'
import { stateOfSecondFactor } from '../queries/second-factor.ts'
import { type Env, router } from '../router.ts'
import { codeForm, useLinkForm } from '../schema.ts'
import { words } from '../words.ts'
import { setCookies } from './sign-in.tsx'

/** Where someone shows again who they are, before an act that asks for it. */
export const confirmRoutes = router()

confirmRoutes.get('/me/confirm', (c) => confirmPage(c, safePath(c.req.query('next') || mePath), {}))

confirmRoutes.post('/me/confirm', async (c) => {
  const { app, actor } = c.var
  allow(isSignedIn(actor))
  const form = await readForm(c, codeForm)
  const next = safePath(String(form.typed.next || mePath))
  if (!form.ok) return confirmPage(c, next, form.errors)
  const { code } = form.value
  const step = await confirmAgain(app, c.req.raw.headers, { personId: actor.id, code })
  if (step.outcome !== 'signed-in')
    return confirmPage(c, next, { code: step.outcome === 'locked' ? 'code-locked' : 'wrong-code' })
  setCookies(c, step.cookies)
  return redirectWith(c, next, words(actor.locale)('confirm.done'))
})

confirmRoutes.post('/me/confirm/link', async (c) => {
  const { app, actor, frame } = c.var
  allow(isSignedIn(actor))
  const form = await readForm(c, useLinkForm)
  const next = safePath(form.ok && form.value.next ? form.value.next : mePath)
  const network = networkOf(c, app.config.trustedProxies)
  const userAgent = c.req.header('User-Agent') ?? ''
  await askForLink(app, { email: actor.email, network, userAgent, next, locale: frame.locale })
  return c.redirect(goingOn(confirmSentPath, next), 303)
})

confirmRoutes.get(confirmSentPath, (c) => {
  const { app, actor, frame } = c.var
  allow(isSignedIn(actor))
  const next = safePath(c.req.query('next') || mePath)
  const mailbox = app.config.mail.transport === 'page' ? '/dev/mail' : null
  return c.html(<ConfirmSentPage {...{ frame, next, mailbox }} email={actor.email} />)
})

async function confirmPage(c: Context<Env>, next: string, errors: Record<string, string>) {
  const { app, actor, frame } = c.var
  allow(isSignedIn(actor))
  const hasFactor = (await stateOfSecondFactor(app.db, actor.id)) === 'on'
  return c.html(
    <ConfirmPage {...{ frame, next, errors, hasFactor }} email={actor.email} />,
    statusOf({ errors }),
  )
}
