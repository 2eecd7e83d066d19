import type { Context } from 'hono'
import { freshForm, readButton, readForm, returnedForm } from '../../../platform/forms.ts'
import { safePath } from '../../../platform/paths.ts'
import { answerCode, networkOf, signOut, useLink } from '../../../platform/sign-in/index.ts'
import { askForLink, noteArrival } from '../actions/links.ts'
import { CodePage, LinkPage, OverPage, SentPage, SignInPage } from '../pages/sign-in.tsx'
import { codePath, goingOn, mePath, sentPath, signInPath } from '../paths.ts'
import { mayEnterOffice } from '../policy.ts'
import { askedFrom } from '../queries/links.ts'
import { type Env, router } from '../router.ts'
import { codeForm, signInForm, useLinkForm } from '../schema.ts'

export const signInRoutes = router()

/** Anyone who is signed in goes on: to where they wanted, or to where their work is. */
signInRoutes.get('/sign-in', (c) => {
  const { actor, frame } = c.var
  const next = onward(c.req.query('next'))
  if (actor.id) return c.redirect(next || (mayEnterOffice(actor) ? '/office' : mePath), 303)
  return c.html(<SignInPage frame={frame} next={next} form={freshForm()} />)
})

signInRoutes.post('/sign-in', async (c) => {
  const { app, frame } = c.var
  const form = await readForm(c, signInForm)
  if (!form.ok) {
    const state = returnedForm(form.typed, form.errors)
    return c.html(<SignInPage frame={frame} next={onward(state.values.next)} form={state} />, 422)
  }
  const { email, next } = form.value
  const network = networkOf(c, app.config.trustedProxies)
  const userAgent = c.req.header('User-Agent') ?? ''
  await askForLink(app, { email, network, userAgent, next: onward(next), locale: frame.locale })
  return c.redirect(sentPath, 303)
})

signInRoutes.get('/sign-in/sent', (c) => {
  const { app, frame } = c.var
  const mailbox = app.config.mail.transport === 'page' ? '/dev/mail' : null
  return c.html(<SentPage frame={frame} mailbox={mailbox} />)
})

signInRoutes.get('/sign-in/link/:secret', async (c) => {
  keepSecret(c)
  const secret = c.req.param('secret')
  const asked = await askedFrom(c.var.app.db, secret)
  return c.html(<LinkPage {...{ frame: c.var.frame, secret, asked }} next={onward(c.req.query('next'))} />)
})

signInRoutes.post('/sign-in/link/:secret', async (c) => {
  keepSecret(c)
  const { app, frame } = c.var
  const form = await readForm(c, useLinkForm)
  const next = onward(form.ok ? form.value.next : '')
  const secret = c.req.param('secret')
  const step = await useLink(app, secret, c.req.raw.headers)
  if (step.outcome === 'refused')
    return c.html(<OverPage frame={frame} why="link" again={goingOn(signInPath, next)} />, 422)
  await noteArrival(app, secret)
  setCookies(c, step.cookies)
  return c.redirect(goingOn(step.outcome === 'signed-in' ? signInPath : codePath, next), 303)
})

signInRoutes.get('/sign-in/code', (c) =>
  c.html(<CodePage frame={c.var.frame} next={onward(c.req.query('next'))} errors={{}} />),
)

signInRoutes.post('/sign-in/code', async (c) => {
  const { app, frame } = c.var
  const form = await readForm(c, codeForm)
  const next = onward(String(form.typed.next ?? ''))
  if (!form.ok) return c.html(<CodePage frame={frame} next={next} errors={form.errors} />, 422)
  const step = await answerCode(app, c.req.raw.headers, form.value.code)
  setCookies(c, step.cookies)
  if (step.outcome === 'signed-in') return c.redirect(goingOn(signInPath, next), 303)
  if (step.outcome === 'refused')
    return c.html(<OverPage frame={frame} why="code" again={goingOn(signInPath, next)} />, 422)
  const code = step.outcome === 'locked' ? 'code-locked' : 'wrong-code'
  return c.html(<CodePage frame={frame} next={next} errors={{ code }} />, 422)
})

signInRoutes.post('/sign-out', async (c) => {
  await readButton(c)
  setCookies(c, await signOut(c.var.app, c.req.raw.headers))
  c.header('Clear-Site-Data', '"cache", "storage"')
  return c.redirect('/', 303)
})

/** A path of ours to go on to; empty when none is wished. */
const onward = (next: string | undefined) => (next ? safePath(next) : '')

/** The address holds the secret of the link: no page it leads to is told. */
export const keepSecret = (c: Context<Env>) => c.header('Referrer-Policy', 'no-referrer')

export function setCookies(c: Context<Env>, cookies: readonly string[]): void {
  for (const cookie of cookies) c.header('Set-Cookie', cookie, { append: true })
}
