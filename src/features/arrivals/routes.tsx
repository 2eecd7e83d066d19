import type { Context } from 'hono'
import { redirectWith } from '../../platform/flash.ts'
import {
  type FormState,
  freshForm,
  readButton,
  readForm,
  returnedForm,
  statusOf,
} from '../../platform/forms.ts'
import { allow, NotFound } from '../../platform/refusals.ts'
import { sayRefusal } from '../../platform/words.ts'
import { type Env, router } from '../people/index.ts'
import { decideOnBlog, sendBlog, startBlog } from './actions/sending.ts'
import type { Wish } from './mapping.ts'
import { ListPage } from './pages/list.tsx'
import { HowFar, ReportPage } from './pages/report.tsx'
import { Looking, SentPage } from './pages/sent.tsx'
import { reportPath, sentPath } from './paths.ts'
import { mayBringIn } from './policy.ts'
import { roundCodes } from './queries/known.ts'
import { reportOf } from './queries/report.ts'
import { arrivalById, arrivals, type Sent, sentFile, totalOf, waitingFiles } from './queries/uploads.ts'
import { decideForm, uploadForm } from './schema.ts'
import { wishOf, wishTyped } from './wish.ts'
import { words } from './words.ts'

export const office = router()

office.get('/arrivals', (c) => listPage(c, freshForm()))

office.post('/arrivals/upload', async (c) => {
  const { app, actor } = c.var
  allow(mayBringIn(actor))
  const form = await readForm(c, uploadForm)
  if (!form.ok) return listPage(c, returnedForm(form.typed, form.errors))
  const { file } = form.value
  const id = await sendBlog(app, actor, { fileName: file.name, source: () => file.stream() })
  return c.redirect(sentPath(id), 303)
})

office.get('/arrivals/files/:id', async (c) => {
  const sent = await sentTo(c)
  return sent.arrivalId === null
    ? sentPage(c, sent, freshForm())
    : c.redirect(reportPath(sent.arrivalId), 303)
})

office.get('/arrivals/files/:id/progress', async (c) => {
  const { frame } = c.var
  return c.html(<Looking frame={frame} sent={await sentTo(c)} />)
})

office.post('/arrivals/files/:id/decide', async (c) => {
  const { app, actor } = c.var
  const sent = await sentTo(c)
  const form = await readForm(c, decideForm)
  const categories = sent.rehearsal?.categories ?? []
  if (!form.ok)
    return sentPage(c, sent, returnedForm(form.typed, form.errors), wishTyped(form.typed, categories))
  const wish = wishOf(form.value, categories)
  try {
    await decideOnBlog(app, actor, sent.id, wish)
  } catch (error) {
    if (!(error instanceof NotFound && error.code === 'no-such-person')) throw error
    return sentPage(c, sent, returnedForm(form.typed, { account: 'no-such-person' }), wish)
  }
  return c.redirect(sentPath(sent.id), 303)
})

office.post('/arrivals/files/:id/start', async (c) => {
  const { app, actor } = c.var
  const { id } = await sentTo(c)
  await readButton(c)
  await startBlog(app, actor, id)
  return redirectWith(c, sentPath(id), words(actor.locale)('flash.started'))
})

office.get('/arrivals/:id', async (c) => {
  const { app, actor, frame } = c.var
  const arrival = await arrivalTo(c)
  const [report, total] = await Promise.all([reportOf(app.db, arrival.id), totalOf(app.db, arrival.id)])
  return c.html(<ReportPage {...{ frame, arrival, report, total }} zone={actor.zone} />)
})

office.get('/arrivals/:id/progress', async (c) => {
  const { app, actor, frame } = c.var
  const arrival = await arrivalTo(c)
  const total = await totalOf(app.db, arrival.id)
  return c.html(<HowFar {...{ frame, arrival, total }} zone={actor.zone} />)
})

function sentTo(c: Context<Env>) {
  allow(mayBringIn(c.var.actor))
  return sentFile(c.var.app.db, c.req.param('id') ?? '')
}

function arrivalTo(c: Context<Env>) {
  allow(mayBringIn(c.var.actor))
  return arrivalById(c.var.app.db, c.req.param('id') ?? '')
}

async function listPage(c: Context<Env>, form: FormState) {
  const { app, actor, frame } = c.var
  allow(mayBringIn(actor))
  const [waiting, past] = await Promise.all([waitingFiles(app.db), arrivals(app.db)])
  return c.html(<ListPage {...{ frame, form, waiting }} arrivals={past} zone={actor.zone} />, statusOf(form))
}

/** @param wish what was typed and not taken, which stands in the form again */
async function sentPage(c: Context<Env>, known: Sent, form: FormState, wish: Wish = {}) {
  const { app, actor, frame } = c.var
  const rehearsal = known.rehearsal && {
    ...known.rehearsal,
    mapping: { ...known.rehearsal.mapping, ...wish },
  }
  const rounds = await roundCodes(app.db)
  const problem =
    known.problem === null ? null : (sayRefusal(frame.locale, known.problem, {}) ?? known.problem)
  const sent = { ...known, rehearsal }
  return c.html(<SentPage {...{ frame, sent, form, rounds, problem }} zone={actor.zone} />, statusOf(form))
}
