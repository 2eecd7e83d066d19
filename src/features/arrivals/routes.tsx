import { isDeepStrictEqual } from 'node:util'
import type { Context } from 'hono'
import { redirectWith } from '../../platform/flash.ts'
import {
  type FormState,
  freshForm,
  readForm,
  returnedForm,
  statusOf,
  type Typed,
} from '../../platform/forms.ts'
import { allow, NotFound } from '../../platform/refusals.ts'
import { sayRefusal } from '../../platform/words.ts'
import { type Env, router } from '../people/index.ts'
import { decideOnBlog, sendBlog, startBlog } from './actions/sending.ts'
import type { Mapping, Wish } from './mapping.ts'
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
  const decided = await decidedIn(c)
  return 'shown' in decided ? decided.shown : lookAgain(c, decided)
})

office.post('/arrivals/files/:id/start', async (c) => {
  const { app, actor } = c.var
  const decided = await decidedIn(c)
  if ('shown' in decided) return decided.shown
  const { sent, wish } = decided
  if (sent.startedAt === null && sent.rehearsal !== null && !isAsLookedAt(wish, sent.rehearsal.mapping))
    return lookAgain(c, decided, words(actor.locale)('flash.looked-at-first'))
  await startBlog(app, actor, sent.id)
  return redirectWith(c, sentPath(sent.id), words(actor.locale)('flash.started'))
})

/** Whether a form decides what the file was looked at with last. */
const isAsLookedAt = (wish: Wish, mapping: Mapping): boolean =>
  isDeepStrictEqual({ ...mapping, ...wish }, mapping)

type Decided = { sent: Sent; wish: Wish; typed: Typed }

/** What was decided with the form of a file that was sent; the page once more where it cannot be read. */
async function decidedIn(c: Context<Env>): Promise<Decided | { shown: Response }> {
  const sent = await sentTo(c)
  const form = await readForm(c, decideForm)
  const categories = sent.rehearsal?.categories ?? []
  if (form.ok) return { sent, wish: wishOf(form.value, categories), typed: form.typed }
  const wish = wishTyped(form.typed, categories)
  return { shown: await sentPage(c, sent, returnedForm(form.typed, form.errors), wish) }
}

/** @param why the file is looked at, where something else was asked for */
async function lookAgain(c: Context<Env>, { sent, wish, typed }: Decided, why?: string) {
  const { app, actor } = c.var
  try {
    await decideOnBlog(app, actor, sent.id, wish)
  } catch (error) {
    if (!(error instanceof NotFound && error.code === 'no-such-person')) throw error
    return sentPage(c, sent, returnedForm(typed, { account: 'no-such-person' }), wish)
  }
  return why === undefined ? c.redirect(sentPath(sent.id), 303) : redirectWith(c, sentPath(sent.id), why)
}

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
