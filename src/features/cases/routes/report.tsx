import type { Context } from 'hono'
import { redirectWith } from '../../../platform/flash.ts'
import {
  type FormState,
  freshForm,
  readForm,
  returnedForm,
  statusOf,
  type Typed,
} from '../../../platform/forms.ts'
import { Conflict } from '../../../platform/refusals.ts'
import { askToSignIn, type Env, isSignedIn, mePath, router } from '../../people/index.ts'
import { reportConduct } from '../actions/reporting.ts'
import { ReportPage } from '../pages/report.tsx'
import { reportPath } from '../paths.ts'
import { readersFor, reportableBy } from '../queries/reports.ts'
import { reportForm } from '../schema.ts'
import { words } from '../words.ts'

/** Reporting under the code of conduct, for anyone in a pairing. */
export const reportRoutes = router()

reportRoutes.get(reportPath, (c) => reportPage(c, freshForm()))

reportRoutes.post(`${reportPath}/send`, async (c) => {
  const { app, actor } = c.var
  if (!isSignedIn(actor)) return askToSignIn(c, reportPath)
  const form = await readForm(c, reportForm)
  if (!form.ok) return reportPage(c, returnedForm(form.typed, form.errors), form.typed)
  const { once, about, body, barred } = form.value
  const [pairingId = '', applicationId = ''] = about.split(' ')
  try {
    await reportConduct(app, actor, { once, pairingId, applicationId, body, barred })
  } catch (error) {
    if (!(error instanceof Conflict) || error.code !== 'nobody-to-read') throw error
    return reportPage(c, returnedForm(form.typed, { barred: 'nobody-to-read' }), form.typed)
  }
  return redirectWith(c, mePath, words(actor.locale)('report.done'))
})

async function reportPage(c: Context<Env>, form: FormState, typed: Typed = {}) {
  const { app, actor, frame } = c.var
  if (!isSignedIn(actor)) return askToSignIn(c, reportPath)
  const now = app.now()
  const [reportable, readers] = await Promise.all([
    reportableBy(app.db, actor.id, now),
    readersFor(app.db, actor.id, now),
  ])
  const barred = [typed.barred ?? []].flat().map(String)
  const once = form.values.once ?? crypto.randomUUID()
  return c.html(<ReportPage {...{ frame, reportable, readers, form, barred, once }} />, statusOf(form))
}
