import { redirectWith } from '../../../platform/flash.ts'
import { parsedForm, readPlainForm } from '../../../platform/forms.ts'
import { networkIn } from '../../../platform/network/index.ts'
import { allow, NotFound } from '../../../platform/refusals.ts'
import { router } from '../../people/index.ts'
import { roundByCode } from '../../rounds/index.ts'
import { askApplicant, questionFor, stopWaiting } from '../actions/asking.ts'
import { AskPage } from '../pages/asking.tsx'
import { problemsPath } from '../paths.ts'
import { mayCleanApplications } from '../policy.ts'
import { applicationById } from '../queries/applications.ts'
import { questionForm } from '../schema.ts'
import { words } from '../words.ts'
import { backTo } from './back.ts'
import { orSay } from './or-say.ts'

/** Asking people what only they can answer. */
export const asking = router()

asking.get('/rounds/:code/applications/:id/ask', async (c) => {
  const { app, actor, frame } = c.var
  allow(mayCleanApplications(actor))
  const { code, id } = c.req.param()
  const asked = parsedForm(questionForm, c.req.query())
  if (!asked.ok) throw new NotFound('no-such-kind')
  const { kind } = asked.value
  const round = await roundByCode(app.db, actor, code)
  const application = await applicationById(app.db, actor, id)
  const email = await questionFor(app.db, actor, { id, kind }, await networkIn(app))
  const back = backTo(asked.value.back, problemsPath(code, kind))
  return c.html(<AskPage {...{ frame, round, application, kind, email, back }} />)
})

asking.post('/rounds/:code/applications/:id/ask', async (c) => {
  const { app, actor } = c.var
  const { code, id } = c.req.param()
  const { kind, back } = await readPlainForm(c, questionForm)
  return orSay(c, backTo(back, problemsPath(code, kind)), async () => {
    await askApplicant(app, actor, id, kind)
    return words(actor.locale)('flash.asked')
  })
})

asking.post('/rounds/:code/applications/:id/stop-waiting', async (c) => {
  const { app, actor } = c.var
  const { code, id } = c.req.param()
  const { kind, back } = await readPlainForm(c, questionForm)
  await stopWaiting(app, actor, id, kind)
  return redirectWith(c, backTo(back, problemsPath(code, kind)), words(actor.locale)('flash.taken-up'))
})
