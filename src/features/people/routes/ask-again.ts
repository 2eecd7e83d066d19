import type { Context, MiddlewareHandler } from 'hono'
import { typedIn } from '../../../platform/forms.ts'
import { pageBefore } from '../../../platform/paths.ts'
import type { Ability } from '../abilities.ts'
import { keepForm } from '../actions/kept-form.ts'
import { confirmPath, goingOn, mePath, withKeptForm } from '../paths.ts'
import type { Env } from '../router.ts'
import { isFresh } from '../session.ts'

/**
 * The door of an act that asks again who is asking. Someone who may do it, and has not shown lately who they are, does so
 * first, and is led back to the page they came from with all they had typed. Anyone else goes on, to be turned away.
 */
export const askAgain =
  ({ policy, about }: Ability): MiddlewareHandler<Env> =>
  async (c, next) => {
    const { actor, app } = c.var
    if (!policy(actor, about as never) || isFresh(actor.confirmedAt, app.now())) return next()
    return c.redirect(goingOn(confirmPath, await wayBack(c)), 303)
  }

async function wayBack(c: Context<Env>): Promise<string> {
  const { headers, method } = c.req.raw
  const before = pageBefore(headers, c.req.url) ?? mePath
  const page = withoutMark(before)
  if (method !== 'POST') return page
  const form = { page: page.split('?')[0] ?? page, action: new URL(c.req.url).pathname }
  return (await keepForm(c.var.app, headers, form, () => typedIn(c))) ? withKeptForm(page, 'again') : page
}

/** A form that is kept once more is marked once. */
const withoutMark = (page: string) =>
  page.replace(/([?&])kept=\w+(&|$)/, (_all, first, last) => (last ? first : ''))
