import type { Context } from 'hono'
import { redirectWith } from '../../../platform/flash.ts'
import { type FormState, freshForm, readForm, returnedForm, statusOf } from '../../../platform/forms.ts'
import { allow, refusalOf } from '../../../platform/refusals.ts'
import { type Env, router } from '../../people/index.ts'
import { askErasureFor } from '../actions/asking.ts'
import { RequestsPage } from '../pages/requests.tsx'
import { requestsPath } from '../paths.ts'
import { mayErasePeople } from '../policy.ts'
import { newestRequests } from '../queries/erasures.ts'
import { eraseForm } from '../schema.ts'
import { words } from '../words.ts'

export const office = router()

office.get('/requests', (c) => requestsPage(c, freshForm({ why: 'by-email' })))

office.post('/requests/erase', async (c) => {
  const { app, actor } = c.var
  const form = await readForm(c, eraseForm)
  if (!form.ok) return requestsPage(c, returnedForm(form.typed, form.errors))
  const refused = await refusalOf(askErasureFor(app, actor, form.value), besideAddress)
  if (refused) return requestsPage(c, returnedForm(form.typed, { email: refused }))
  return redirectWith(c, requestsPath, words(actor.locale)('requests.done'))
})

/** What is wrong with the address that was typed is said beside it. */
const besideAddress = ['no-such-person', 'last-director', 'erasure-asked-already'] as const

async function requestsPage(c: Context<Env>, form: FormState) {
  const { app, actor, frame } = c.var
  allow(mayErasePeople(actor))
  const requests = await newestRequests(app.db)
  return c.html(<RequestsPage {...{ frame, requests, form }} zone={actor.zone} />, statusOf(form))
}
