import type { Context } from 'hono'
import { redirectWith } from '../../../platform/flash.ts'
import { readForm } from '../../../platform/forms.ts'
import { allow } from '../../../platform/refusals.ts'
import { type Env, router } from '../../people/index.ts'
import { roundByCode } from '../../rounds/index.ts'
import { applyCountryCap } from '../actions/cap.ts'
import { CapPage } from '../pages/cap.tsx'
import { capPath } from '../paths.ts'
import { mayCleanApplications } from '../policy.ts'
import { capMeter } from '../queries/cap.ts'
import { percentForm } from '../schema.ts'
import { words } from '../words.ts'

export const cap = router()

cap.get('/rounds/:code/cap', async (c) => {
  const asked = c.req.query('percent')
  if (asked === undefined) return showCap(c, 200)
  const parsed = percentForm.safeParse({ percent: asked })
  if (parsed.success) return showCap(c, 200, parsed.data.percent)
  return showCap(c, 422, undefined, parsed.error.issues[0]?.message)
})

async function showCap(c: Context<Env>, status: 200 | 422, percent?: number, error?: string) {
  const { app, actor, frame } = c.var
  allow(mayCleanApplications(actor))
  const round = await roundByCode(app.db, actor, c.req.param('code') ?? '')
  const meter = await capMeter(app.db, actor, round, percent)
  return c.html(<CapPage frame={frame} round={round} meter={meter} error={error} />, status)
}

cap.post('/rounds/:code/cap/apply', async (c) => {
  const { app, actor } = c.var
  const code = c.req.param('code')
  const form = await readForm(c, percentForm)
  if (!form.ok) return showCap(c, 422, undefined, form.errors.percent)
  const done = await applyCountryCap(app, actor, code, form.value.percent)
  return redirectWith(
    c,
    capPath(code),
    words(actor.locale)('flash.cap', { accepted: done.newlyAccepted, waiting: done.newlyWaiting }),
  )
})
