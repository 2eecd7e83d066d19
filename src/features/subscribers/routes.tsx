import type { Context } from 'hono'
import { csvOf } from '../../platform/csv.ts'
import { redirectWith } from '../../platform/flash.ts'
import {
  type FormState,
  freshForm,
  readButton,
  readForm,
  returnedForm,
  statusOf,
} from '../../platform/forms.ts'
import { unsubscribeLink } from '../../platform/mail/index.ts'
import { allow, Conflict, NotFound } from '../../platform/refusals.ts'
import { networkOf } from '../../platform/sign-in/index.ts'
import { type Env, router } from '../people/index.ts'
import { nextCallPath, officeRoundPath, openCalls, phaseOf, roundByCode } from '../rounds/index.ts'
import { askToBeTold, confirmByLink } from './actions/asking.ts'
import { exportSubscribers, tellOfCall } from './actions/telling.ts'
import { callEmail } from './emails.ts'
import { AskedPage, ConfirmPage, DonePage, NextCallPage } from './pages/asking.tsx'
import { TellPage, WaitingPage } from './pages/office.tsx'
import { askedPath } from './paths.ts'
import { mayExportSubscribers, mayTellOfCalls } from './policy.ts'
import { listNumbers, numbersOf, questionByLink, waitingFor, waitingId } from './queries.ts'
import { askForm } from './schema.ts'
import { callsList } from './subscriber.ts'
import { words } from './words.ts'

export const routes = router()

routes.get(nextCallPath, (c) => nextCallPage(c, freshForm({ email: c.var.actor.email ?? '' })))

routes.post(`${nextCallPath}/ask`, async (c) => {
  const { app, actor, frame } = c.var
  const form = await readForm(c, askForm)
  if (!form.ok) return nextCallPage(c, returnedForm(form.typed, form.errors))
  const network = networkOf(c, app.config.trustedProxies)
  const wish = { ...form.value, locale: frame.locale, network, own: actor.email }
  return (await askToBeTold(app, wish))
    ? redirectWith(c, nextCallPath, words(frame.locale)('done.title'))
    : c.redirect(askedPath, 303)
})

routes.get(askedPath, (c) => c.html(<AskedPage frame={c.var.frame} />))

routes.get(`${nextCallPath}/confirm/:secret`, async (c) => {
  const { secret, email } = await asked(c)
  return c.html(<ConfirmPage frame={c.var.frame} secret={secret} email={email} />)
})

routes.post(`${nextCallPath}/confirm/:secret`, async (c) => {
  const { app, frame } = c.var
  await readButton(c)
  const { secret, email } = await asked(c)
  const id = await confirmByLink(app, secret)
  const calls = await openCalls(app.db, app.now())
  return c.html(<DonePage {...{ frame, email, calls }} stop={unsubscribeLink(app, id, callsList)} />)
})

/** What a link asks about. @throws NotFound `no-such-question` */
async function asked(c: Context<Env>) {
  // The address holds a secret: no page it leads to is told.
  c.header('Referrer-Policy', 'no-referrer')
  const secret = c.req.param('secret') ?? ''
  const question = await questionByLink(c.var.app.db, secret)
  if (!question) throw new NotFound('no-such-question')
  return { secret, email: question.email }
}

async function nextCallPage(c: Context<Env>, form: FormState) {
  const { app, actor, frame } = c.var
  const calls = await openCalls(app.db, app.now())
  const id = actor.email === null ? null : await waitingId(app.db, actor.email)
  const waiting = id === null ? null : { email: actor.email ?? '', stop: unsubscribeLink(app, id, callsList) }
  return c.html(<NextCallPage {...{ frame, form, calls, waiting }} />, statusOf(form))
}

/** In a preview: its link to stop must stop nobody's emails. */
const nobody = '00000000-0000-0000-0000-000000000000'

export const office = router()

office.get('/next-call', async (c) => {
  const { app, actor, frame } = c.var
  allow(mayTellOfCalls(actor))
  const numbers = await listNumbers(app.db)
  const calls = await openCalls(app.db, app.now())
  return c.html(<WaitingPage {...{ frame, numbers, calls }} mayExport={mayExportSubscribers(actor)} />)
})

office.post('/next-call/export', async (c) => {
  const { app, actor } = c.var
  await readButton(c)
  const all = await exportSubscribers(app, actor)
  c.header('Content-Type', 'text/csv; charset=utf-8')
  c.header('Content-Disposition', 'attachment; filename="next-call.csv"')
  const rows = all.map((one) => [
    ...[one.email, one.locale, one.askedAt.toISOString(), one.confirmedAt?.toISOString() ?? ''],
    ...[one.consentVersion, one.toldOf],
  ])
  return c.body(csvOf(['email', 'language', 'asked at', 'confirmed at', 'consent version', 'told of'], rows))
})

office.get('/rounds/:code/tell', async (c) => {
  const { app, actor, frame, network } = c.var
  allow(mayTellOfCalls(actor))
  const round = await roundByCode(app.db, actor, c.req.param('code'))
  if (phaseOf(round, app.now()) !== 'applying') throw new Conflict('call-not-open', { code: round.code })
  const waiting = await waitingFor(app.db, round.id)
  const toTell = waiting.filter(({ hasApplied }) => !hasApplied)
  if (toTell.length === 0) throw new Conflict('nobody-to-tell')
  const numbers = numbersOf(toTell)
  const emails = numbers.locales.flatMap(({ locale }) => {
    const one = toTell.find((to) => to.locale === locale)
    return one ? [{ ...callEmail({ ...one, id: nobody }, { app, round, network }), locale }] : []
  })
  const applied = waiting.length - toTell.length
  return c.html(<TellPage {...{ frame, round, numbers, applied, emails }} />)
})

office.post('/rounds/:code/tell', async (c) => {
  const { app, actor } = c.var
  await readButton(c)
  const code = c.req.param('code')
  const count = await tellOfCall(app, actor, code)
  return redirectWith(c, officeRoundPath(code.toUpperCase()), words(actor.locale)('tell.done', { count }))
})
