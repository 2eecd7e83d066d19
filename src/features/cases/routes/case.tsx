import type { Context } from 'hono'
import { redirectWith } from '../../../platform/flash.ts'
import {
  type FormReply,
  type FormState,
  freshForm,
  readForm,
  returnedForm,
  statusOf,
} from '../../../platform/forms.ts'
import { allow, Conflict, NotFound, refusalOf } from '../../../platform/refusals.ts'
import { standingNamed } from '../../checkins/index.ts'
import { type Env, router } from '../../people/index.ts'
import { roundByCode } from '../../rounds/index.ts'
import { openTriosOf } from '../../trios/index.ts'
import { assignCase, closeCase, noteCase, openCase, waitCase } from '../actions/handling.ts'
import { partCase } from '../actions/parting.ts'
import { CasePage } from '../pages/case.tsx'
import type { Again } from '../pages/case-props.ts'
import { OpenCasePage } from '../pages/open.tsx'
import { PartCasePage } from '../pages/part.tsx'
import { casePath } from '../paths.ts'
import { mayHelpPairs } from '../policy.ts'
import { caseNumbered, eventsOf } from '../queries/one.ts'
import { keptOutOf, volunteersOf } from '../queries/volunteers.ts'
import { assignForm, closeForm, noteForm, openForm, partForm, takeForm, waitForm } from '../schema.ts'
import { words } from '../words.ts'

export const caseRoutes = router()

const one = '/cases/:number{[0-9]{1,9}}'

caseRoutes.get(one, (c) => casePage(c))

caseRoutes.post(`${one}/note`, async (c) => {
  const form = await readForm(c, noteForm)
  const again = againOf('note', form)
  if (!form.ok) return casePage(c, again)
  return handled(c, again, noteCase(c.var.app, c.var.actor, numberIn(c), form.value.body), 'done.noted')
})

caseRoutes.post(`${one}/take`, async (c) => {
  const { app, actor } = c.var
  const form = await readForm(c, takeForm)
  const from = form.ok ? form.value.from : undefined
  const taken = assignCase(app, actor, numberIn(c), {
    ownerId: actor.id,
    from: from === 'nobody' ? null : from,
  })
  // The page says who looks after it now.
  return done(c, (await refusalOf(taken, ['case-taken'])) ? 'refusal.case-taken' : 'done.taken')
})

caseRoutes.post(`${one}/assign`, async (c) => {
  const form = await readForm(c, assignForm)
  const again = againOf('assign', form)
  if (!form.ok) return casePage(c, again)
  const { owner, note } = form.value
  const ownerId = owner === 'nobody' ? null : owner
  const act = assignCase(c.var.app, c.var.actor, numberIn(c), { ownerId, body: note })
  return handled(c, again, act, 'done.assigned')
})

caseRoutes.post(`${one}/wait`, async (c) => {
  const form = await readForm(c, waitForm)
  const again = againOf('wait', form)
  if (!form.ok) return casePage(c, again)
  const { until, note } = form.value
  return handled(c, again, waitCase(c.var.app, c.var.actor, numberIn(c), { until, body: note }), 'done.waits')
})

caseRoutes.post(`${one}/close`, async (c) => {
  const form = await readForm(c, closeForm)
  const again = againOf('close', form)
  if (!form.ok) return casePage(c, again)
  const { outcome, note } = form.value
  const act = closeCase(c.var.app, c.var.actor, numberIn(c), { outcome, body: note })
  return handled(c, again, act, 'done.closed')
})

caseRoutes.get(`${one}/part`, (c) => partPage(c))

caseRoutes.post(`${one}/part`, async (c) => {
  const form = await readForm(c, partForm)
  if (!form.ok) return partPage(c, Object.values(form.errors)[0])
  const { app, actor } = c.var
  const { left, free } = await partCase(app, actor, numberIn(c), form.value.leaving)
  return redirectWith(c, casePath(numberIn(c)), words(actor.locale)('done.parted', { left, free }))
})

caseRoutes.get('/rounds/:code/weeks/people/:id/open-case', (c) => openPage(c, freshForm()))

caseRoutes.post('/rounds/:code/weeks/people/:id/open-case', async (c) => {
  const { app, actor } = c.var
  const form = await readForm(c, openForm)
  if (!form.ok) return openPage(c, returnedForm(form.typed, form.errors))
  const { code, id } = c.req.param()
  const number = await openCase(app, actor, code, { id, ...form.value })
  return redirectWith(c, casePath(number), words(actor.locale)('done.opened'))
})

const numberIn = (c: Context<Env>) => Number(c.req.param('number'))

type Said =
  | 'done.noted'
  | 'done.taken'
  | 'refusal.case-taken'
  | 'done.assigned'
  | 'done.waits'
  | 'done.closed'

/** What is wrong beside which field, by the code of the refusal; of a case that was closed meanwhile there is no form any more. */
const besideOf = {
  'no-such-outcome': { outcome: 'choose-outcome' },
  'not-for-them': { owner: 'not-for-them' },
  'day-past': { until: 'day-past' },
  'case-closed': {},
} satisfies Record<string, Again['errors']>
const besideCase = Object.keys(besideOf) as (keyof typeof besideOf)[]

/** After what a form asks for was done; or the page with what was typed, where it cannot be. */
async function handled(c: Context<Env>, again: Again, act: Promise<void>, said: Said) {
  const refused = await refusalOf(act, besideCase)
  return refused ? casePage(c, { ...again, errors: besideOf[refused] }) : done(c, said)
}

const done = (c: Context<Env>, said: Said) =>
  redirectWith(c, casePath(numberIn(c)), words(c.var.actor.locale)(said))

function againOf(form: Again['form'], reply: FormReply<unknown>): Again {
  const { values, errors } = returnedForm(reply.typed, reply.ok ? {} : reply.errors)
  return { form, typed: values, errors }
}

/** The case of the address, for anyone who may see it. */
async function shownCase(c: Context<Env>) {
  const { app, actor } = c.var
  allow(mayHelpPairs(actor))
  return caseNumbered(app.db, actor, numberIn(c), app.now())
}

async function casePage(c: Context<Env>, again?: Again) {
  const { app, actor, frame } = c.var
  const found = await shownCase(c)
  const all = await volunteersOf(app.db, app.now())
  const keptOut = await keptOutOf(
    app.db,
    found.id,
    all.map(({ id }) => id),
  )
  const volunteers = all.filter(({ id }) => !keptOut.has(id))
  const events = await eventsOf(app.db, found.id)
  const waiting = found.members.filter(({ isWaiting }) => isWaiting)
  const trios = await openTriosOf(
    app.db,
    waiting.map(({ applicationId }) => applicationId),
    app.now(),
  )
  const shown = { frame, one: found, events, trios, volunteers, again, actorId: actor.id, now: app.now() }
  return c.html(<CasePage {...shown} zone={actor.zone} />, again ? (found.closedAt ? 409 : 422) : 200)
}

async function partPage(c: Context<Env>, error?: string) {
  const found = await shownCase(c)
  if (found.isOver) throw new Conflict('round-is-over')
  if (found.closedAt || found.members.filter(({ isPartner }) => isPartner).length < 2)
    throw new NotFound('no-such-pairing')
  return c.html(<PartCasePage frame={c.var.frame} one={found} error={error} />, error ? 422 : 200)
}

async function openPage(c: Context<Env>, form: FormState) {
  const { app, actor, frame } = c.var
  allow(mayHelpPairs(actor))
  const { code, id } = c.req.param() as { code: string; id: string }
  const round = await roundByCode(app.db, actor, code)
  const { member } = await standingNamed(app.db, round, id, app.now())
  return c.html(<OpenCasePage {...{ frame, round, member, form }} />, statusOf(form))
}
