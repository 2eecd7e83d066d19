import type { Context } from 'hono'
import { redirectWith } from '../../../platform/flash.ts'
import { typedIn } from '../../../platform/forms.ts'
import { pageBefore } from '../../../platform/paths.ts'
import { keepForm } from '../actions/kept-form.ts'
import { goingOn, signInPath, withKeptForm } from '../paths.ts'
import type { Env } from '../router.ts'
import { words } from '../words.ts'

/**
 * Leads a visitor to the sign-in, and from there back to the page they wanted. What they sent is not done; it is kept
 * for them, and their page shows it again, when they had been signed in until just now. Else they read that it is not.
 *
 * @param home where to go on to when the page they come from is not known
 */
export async function askToSignIn(c: Context<Env>, home: string): Promise<Response> {
  const { pathname, search } = new URL(c.req.url)
  if (c.req.method !== 'POST') return c.redirect(goingOn(signInPath, pathname + search), 303)
  const page = pageBefore(c.req.raw.headers, c.req.url) ?? home
  const [path = home] = page.split('?')
  const isKept = await keepForm(c.var.app, c.req.raw.headers, { page: path, action: pathname }, () =>
    typedIn(c),
  )
  const t = words(c.var.actor.locale)
  if (!isKept) return redirectWith(c, goingOn(signInPath, page), t('kept.not'), 'warning')
  return redirectWith(c, goingOn(signInPath, withKeptForm(page, '1')), t('kept.sign-in'), 'warning')
}
