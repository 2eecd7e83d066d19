import type { Context } from 'hono'
import { redirectWith } from '../../../platform/flash.ts'
import {
  type FormState,
  freshForm,
  readButton,
  readForm,
  returnedForm,
  statusOf,
} from '../../../platform/forms.ts'
import { isUuid } from '../../../platform/ids.ts'
import { listPage, pageAsked } from '../../../platform/paging.ts'
import { allow, Conflict, NotFound, refusalOf } from '../../../platform/refusals.ts'
import { type Env, router } from '../../people/index.ts'
import { roundByCode } from '../../rounds/index.ts'
import { surveysOf } from '../../surveys/index.ts'
import { issueAgain, remindOfName, setRule, withdrawCertificate } from '../actions/running.ts'
import { CertificatesPage, RulePage, WithdrawPage } from '../pages/office.tsx'
import { officePath } from '../paths.ts'
import { mayRunCertificates } from '../policy.ts'
import { certificateById, certificatesOf } from '../queries/certificates.ts'
import { ruleOf } from '../queries/own.ts'
import { reachedBy, waitingForName } from '../queries/round.ts'
import { ruleForm, withdrawForm } from '../schema.ts'
import { words } from '../words.ts'

export const office = router()

const perPage = 50

/** The round of the address, for anyone who may. */
async function opened(c: Context<Env>) {
  const { app, actor } = c.var
  allow(mayRunCertificates(actor))
  return roundByCode(app.db, actor, c.req.param('code') ?? '')
}

office.get('/rounds/:code/certificates', async (c) => {
  const { app, frame } = c.var
  const round = await opened(c)
  const all = await certificatesOf(app.db, round.id)
  const waiting = await waitingForName(app.db, round, app.now())
  const count = (standing: string) => all.filter((one) => one.standing === standing).length
  const counts = {
    ...{ valid: count('valid'), 'being-made': count('being-made'), withdrawn: count('withdrawn') },
    waiting: waiting.length,
  }
  const rule = await ruleOf(app.db, round.id)
  const list = listPage(all, pageAsked(c.req.query('page')), perPage)
  return c.html(<CertificatesPage {...{ frame, round, rule, list, counts }} />)
})

office.get('/rounds/:code/certificates/rule', async (c) => {
  const round = await opened(c)
  const rule = await ruleOf(c.var.app.db, round.id)
  return rulePage(
    c,
    freshForm({ checkIns: String(rule?.checkIns ?? 2), endSurvey: rule?.endSurvey ? 'yes' : 'no' }),
  )
})

office.post('/rounds/:code/certificates/rule', async (c) => {
  const { app, actor } = c.var
  const form = await readForm(c, ruleForm)
  if (!form.ok) return rulePage(c, returnedForm(form.typed, form.errors))
  const code = c.req.param('code')
  await setRule(app, actor, code, form.value)
  return redirectWith(c, officePath(code), words(actor.locale)('rule.saved'))
})

async function rulePage(c: Context<Env>, form: FormState) {
  const { app, frame } = c.var
  const round = await opened(c)
  const reached = await reachedBy(app.db, round.id)
  const end = (await surveysOf(app.db, round, app.now())).find(({ sheet }) => sheet === 'end')
  const lacksSurvey = end?.state === 'draft'
  return c.html(<RulePage {...{ frame, round, form, reached, lacksSurvey }} />, statusOf(form))
}

office.post('/rounds/:code/certificates/remind', async (c) => {
  const { app, actor } = c.var
  await readButton(c)
  const code = c.req.param('code')
  const count = await remindOfName(app, actor, code)
  return redirectWith(c, officePath(code), words(actor.locale)('office.reminded', { count }))
})

office.get('/rounds/:code/certificates/:id/withdraw', (c) => withdrawPage(c, freshForm()))

office.post('/rounds/:code/certificates/:id/withdraw', async (c) => {
  const { app, actor } = c.var
  const form = await readForm(c, withdrawForm)
  if (!form.ok) return withdrawPage(c, returnedForm(form.typed, form.errors))
  const { code, id } = known(c)
  const withdrawn = withdrawCertificate(app, actor, code, { id, ...form.value })
  // The page says what became of it, with what was typed.
  if (await refusalOf(withdrawn, ['already-withdrawn']))
    return withdrawPage(c, returnedForm(form.typed, {}), 409)
  return redirectWith(c, officePath(code), words(actor.locale)('withdraw.done'))
})

office.post('/rounds/:code/certificates/:id/again', async (c) => {
  const { app, actor } = c.var
  await readButton(c)
  const { code, id } = known(c)
  await issueAgain(app, actor, code, id)
  return redirectWith(c, officePath(code), words(actor.locale)('again.done'))
})

/** @throws NotFound `no-such-certificate` */
function known(c: Context<Env>) {
  const { code = '', id = '' } = c.req.param() as Record<string, string>
  if (!isUuid(id)) throw new NotFound('no-such-certificate')
  return { code, id }
}

async function withdrawPage(c: Context<Env>, form: FormState, status: 200 | 409 | 422 = statusOf(form)) {
  const { app, frame } = c.var
  const round = await opened(c)
  const certificate = await certificateById(app.db, known(c).id)
  if (certificate.roundId !== round.id || certificate.standing === 'erased')
    throw new NotFound('no-such-certificate')
  if (certificate.standing === 'replaced' && c.req.method === 'GET') throw new Conflict('already-withdrawn')
  return c.html(<WithdrawPage {...{ frame, round, certificate, form }} />, status)
}
