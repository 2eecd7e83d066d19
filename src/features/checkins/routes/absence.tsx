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
import { allow, Conflict } from '../../../platform/refusals.ts'
import { type Env, isSignedIn, router } from '../../people/index.ts'
import { absenceFault } from '../absence.ts'
import { announceAbsence, endAbsence } from '../actions/absence.ts'
import { AbsencePage } from '../pages/absence.tsx'
import { absencePath } from '../paths.ts'
import { absencesOf } from '../queries/absences.ts'
import { absenceForm } from '../schema.ts'
import { words } from '../words.ts'

export const absenceRoutes = router()

absenceRoutes.get('/me/absence', (c) => absencePage(c, freshForm()))

absenceRoutes.post('/me/absence/announce', async (c) => {
  const { app, actor } = c.var
  const form = await readForm(c, absenceForm)
  if (!form.ok) return absencePage(c, returnedForm(form.typed, form.errors))
  const fault = absenceFault(form.value, dayIn(app.now(), actor.zone))
  if (fault) return absencePage(c, returnedForm(form.typed, { [fault.field]: fault.code }))
  try {
    await announceAbsence(app, actor, form.value)
  } catch (error) {
    if (!(error instanceof Conflict) || error.code !== 'absence-overlaps') throw error
    return absencePage(c, returnedForm(form.typed, { from: 'away-overlaps' }))
  }
  return redirectWith(
    c,
    absencePath,
    words(actor.locale)(form.value.tells ? 'absence.done.told' : 'absence.done'),
  )
})

absenceRoutes.post('/me/absence/:id/end', async (c) => {
  const { app, actor } = c.var
  await readButton(c)
  await endAbsence(app, actor, c.req.param('id'))
  return redirectWith(c, absencePath, words(actor.locale)('absence.ended'))
})

async function absencePage(c: Context<Env>, form: FormState) {
  const { app, actor, frame } = c.var
  allow(isSignedIn(actor))
  const today = dayIn(app.now(), actor.zone)
  const absences = await absencesOf(app.db, actor.id, today)
  return c.html(<AbsencePage {...{ frame, absences, today, form }} />, statusOf(form))
}
