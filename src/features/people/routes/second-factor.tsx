import type { Context } from 'hono'
import { redirectWith } from '../../../platform/flash.ts'
import { readButton, readForm, statusOf } from '../../../platform/forms.ts'
import { allow } from '../../../platform/refusals.ts'
import { beginFactor, begunFactor, confirmFactor } from '../../../platform/sign-in/index.ts'
import { FactorOnPage, NewFactorPage, NoFactorPage } from '../pages/second-factor.tsx'
import { secondFactorPath, settingsPath } from '../paths.ts'
import { isSignedIn } from '../policy.ts'
import { stateOfSecondFactor } from '../queries/second-factor.ts'
import { type Env, router } from '../router.ts'
import { firstCodeForm } from '../schema.ts'
import { words } from '../words.ts'
import { setCookies } from './sign-in.tsx'

export const secondFactorRoutes = router()

secondFactorRoutes.get('/me/second-factor', (c) => factorPage(c, {}))

secondFactorRoutes.post('/me/second-factor/begin', async (c) => {
  const { app, actor } = c.var
  allow(isSignedIn(actor))
  await readButton(c)
  if ((await stateOfSecondFactor(app.db, actor.id)) !== 'on') await beginFactor(app, c.req.raw.headers)
  return c.redirect(secondFactorPath, 303)
})

secondFactorRoutes.post('/me/second-factor/confirm', async (c) => {
  const { app, actor } = c.var
  allow(isSignedIn(actor))
  if ((await stateOfSecondFactor(app.db, actor.id)) !== 'begun') return c.redirect(secondFactorPath, 303)
  const form = await readForm(c, firstCodeForm)
  if (!form.ok) return factorPage(c, form.errors)
  const step = await confirmFactor(app, c.req.raw.headers, form.value.code)
  if (step.outcome === 'wrong') return factorPage(c, { code: 'wrong-code' })
  setCookies(c, step.cookies)
  const path = actor.lacksSecondFactor ? '/office' : settingsPath
  return redirectWith(c, path, words(actor.locale)('factor.confirmed'))
})

async function factorPage(c: Context<Env>, errors: Record<string, string>) {
  const { app, actor, frame } = c.var
  allow(isSignedIn(actor))
  const isDemanded = actor.lacksSecondFactor ?? false
  c.status(statusOf({ errors }))
  const state = await stateOfSecondFactor(app.db, actor.id)
  if (state === 'on') return c.html(<FactorOnPage frame={frame} />)
  if (state === 'none') return c.html(<NoFactorPage frame={frame} isDemanded={isDemanded} />)
  const factor = await begunFactor(app, c.req.raw.headers, actor.id)
  return c.html(
    <NewFactorPage
      frame={frame}
      isDemanded={isDemanded}
      email={actor.email}
      factor={factor}
      errors={errors}
    />,
  )
}
