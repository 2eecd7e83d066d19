import type { Context } from 'hono'
import { redirectWith } from '../../../platform/flash.ts'
import {
  type FormReply,
  type FormState,
  freshForm,
  readButton,
  readForm,
  returnedForm,
  statusOf,
} from '../../../platform/forms.ts'
import { allow, Conflict, NotFound } from '../../../platform/refusals.ts'
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
import { assignForm, closeForm, noteForm, openForm, partForm, waitForm } from '../schema.ts'
import { words } from '../words.ts'

export const caseRoutes = router()

const one = '/cases/:number{[0-9]{1,9}}'

caseRoutes.get(one, (c) => casePage(c))

caseRoutes.post(`${one}/note`, async (c) => {
  const form = await readForm(c, noteForm)
  if (!form.ok) return casePage(c, againOf('note', form))
  await noteCase(c.var.app, c.var.actor, numberIn(c), form.value.body)
  return done(c, 'done.noted')
})

caseRoutes.post(`${one}/take`, async (c) => {
  await readButton(c)
  await assignCase(c.var.app, c.var.actor, numberIn(c), { ownerId: c.var.actor.id })
  return done(c, 'done.taken')
})

caseRoutes.post(`${one}/assign`, async (c) => {
  const form = await readForm(c, assignForm)
  if (!form.ok) return casePage(c, againOf('assign', form))
  const { owner, note } = form.value
  const ownerId = owner === 'nobody' ? null : owner
  await assignCase(c.var.app, c.var.actor, numberIn(c), { ownerId, body: note })
  return done(c, 'done.assigned')
})

caseRoutes.post(`${one}/wait`, async (c) => {
  const form = await readForm(c, waitForm)
  if (!form.ok) return casePage(c, againOf('wait', form))
  try {
    await waitCase(c.var.app, c.var.actor, numberIn(c), { until: form.value.until, body: form.value.note })
  } catch (error) {
    if (!(error instanceof Conflict) || error.code !== 'day-past') throw error
    return casePage(c, { ...againOf('wait', form), errors: { until: 'day-past' } })
  }
  return done(c, 'done.waits')
})

caseRoutes.post(`${one}/close`, async (c) => {
  const form = await readForm(c, closeForm)
  if (!form.ok) return casePage(c, againOf('close', form))
  const { outcome, note } = form.value
  await closeCase(c.var.app, c.var.actor, numberIn(c), { outcome, body: note })
  return done(c, 'done.closed')
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

const done = (
  c: Context<Env>,
  said: 'done.noted' | 'done.taken' | 'done.assigned' | 'done.waits' | 'done.closed',
) => redirectWith(c, casePath(numberIn(c)), words(c.var.actor.locale)(said))

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
  return c.html(<CasePage {...shown} zone={actor.zone} />, again ? 422 : 200)
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
