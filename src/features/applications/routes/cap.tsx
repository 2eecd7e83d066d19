import type { Context } from 'hono'
import { redirectWith } from '../../../platform/flash.ts'
import {
  type FormState,
  freshForm,
  parsedForm,
  readForm,
  returnedForm,
  statusOf,
} from '../../../platform/forms.ts'
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
  if (asked === undefined) return showCap(c)
  const form = parsedForm(percentForm, { percent: asked })
  return form.ok
    ? showCap(c, freshForm(), form.value.percent)
    : showCap(c, returnedForm(form.typed, form.errors))
})

async function showCap(c: Context<Env>, form: FormState = freshForm(), percent?: number) {
  const { app, actor, frame } = c.var
  allow(mayCleanApplications(actor))
  const round = await roundByCode(app.db, actor, c.req.param('code') ?? '')
  const meter = await capMeter(app.db, actor, round, percent)
  const values = { percent: String(meter.outcome.percent), ...form.values }
  return c.html(<CapPage {...{ frame, round, meter }} form={{ ...form, values }} />, statusOf(form))
}

cap.post('/rounds/:code/cap/apply', async (c) => {
  const { app, actor } = c.var
  const code = c.req.param('code')
  const form = await readForm(c, percentForm)
  if (!form.ok) return showCap(c, returnedForm(form.typed, form.errors))
  const done = await applyCountryCap(app, actor, code, form.value.percent)
  return redirectWith(
    c,
    capPath(code),
    words(actor.locale)('flash.cap', { accepted: done.newlyAccepted, waiting: done.newlyWaiting }),
  )
})
