import type { Context } from 'hono'
import { csvOf } from '../../../platform/csv.ts'
import { redirectWith } from '../../../platform/flash.ts'
import {
  type FormState,
  freshForm,
  readButton,
  readForm,
  returnedForm,
  statusOf,
} from '../../../platform/forms.ts'
import { allow, NotFound } from '../../../platform/refusals.ts'
import { type Env, router } from '../../people/index.ts'
import { recordAnswer } from '../actions/answering.ts'
import { enterReprint } from '../actions/asking.ts'
import { allowByLicence, askAuthors, declineReprint, sayAppeared } from '../actions/deciding.ts'
import { exportReprints } from '../actions/exporting.ts'
import { EnterPage } from '../pages/enter.tsx'
import { LogPage } from '../pages/log.tsx'
import { ReprintPage } from '../pages/reprint.tsx'
import { reprintPath } from '../paths.ts'
import { mayHandleReprints } from '../policy.ts'
import { logParts, type Reprint, reprintOnDesk, reprintsIn } from '../queries/reprints.ts'
import { standingOf } from '../reprint.ts'
import { appearedForm, declineForm, enterForm, recordForm } from '../schema.ts'
import { words } from '../words.ts'

export const office = router()

office.get('/reprints', async (c) => {
  const { app, actor, frame } = c.var
  const part = logParts.find((one) => one === c.req.query('part')) ?? 'open'
  const reprints = await reprintsIn(app.db, actor, part)
  return c.html(<LogPage {...{ frame, part, reprints }} zone={actor.zone} />)
})

office.post('/reprints/export', async (c) => {
  const { app, actor } = c.var
  await readButton(c)
  const reprints = await exportReprints(app, actor)
  c.header('Content-Type', 'text/csv; charset=utf-8')
  c.header('Content-Disposition', 'attachment; filename="reprints.csv"')
  return c.body(csvOf(header, reprints.map(rowOf)))
})

const header = [
  ...['post', 'address', 'publication', 'language', 'asked by', 'email', 'asked at', 'standing'],
  ...['authors', 'allowed at', 'by licence', 'appeared on', 'appeared at'],
]

const rowOf = (one: Reprint) => [
  ...[one.post.title, one.post.slug, one.publication, one.language, one.name, one.email ?? ''],
  ...[one.askedAt.toISOString(), standingOf(one)],
  one.answers.map(({ name, answer }) => `${name}: ${answer ?? '?'}`).join('; '),
  ...[one.allowedAt?.toISOString() ?? '', one.licensedBy ? (one.post.licence ?? '') : ''],
  ...[one.appearedOn ?? '', one.appearedUrl ?? ''],
]

office.get('/reprints/enter', (c) => {
  allow(mayHandleReprints(c.var.actor))
  return enterPage(c, freshForm({ post: c.req.query('post') ?? '', language: c.var.actor.locale }))
})

office.post('/reprints/enter', async (c) => {
  const { app, actor } = c.var
  allow(mayHandleReprints(actor))
  const form = await readForm(c, enterForm)
  if (!form.ok) return enterPage(c, returnedForm(form.typed, form.errors))
  try {
    const id = await enterReprint(app, actor, form.value)
    return redirectWith(c, reprintPath(id), words(actor.locale)('done.entered'))
  } catch (error) {
    if (!(error instanceof NotFound) || error.code !== 'no-such-post') throw error
    return enterPage(c, returnedForm(form.typed, { post: 'reprint-no-post' }))
  }
})

const enterPage = (c: Context<Env>, form: FormState) =>
  c.html(<EnterPage frame={c.var.frame} form={form} />, statusOf(form))

office.get('/reprints/:id', (c) => show(c, freshForm()))

office.post('/reprints/:id/ask', async (c) => {
  const { app, actor } = c.var
  await readButton(c)
  await askAuthors(app, actor, idIn(c))
  return done(c, 'asked')
})

office.post('/reprints/:id/licence', async (c) => {
  const { app, actor } = c.var
  await readButton(c)
  await allowByLicence(app, actor, idIn(c))
  return done(c, 'licensed')
})

office.post('/reprints/:id/decline', async (c) => {
  const { app, actor } = c.var
  await reprintOnDesk(app.db, actor, idIn(c))
  const form = await readForm(c, declineForm)
  if (!form.ok) return show(c, returnedForm(form.typed, form.errors))
  await declineReprint(app, actor, idIn(c), form.value.declineWord)
  return done(c, 'declined')
})

office.post('/reprints/:id/record', async (c) => {
  const { app, actor } = c.var
  await reprintOnDesk(app.db, actor, idIn(c))
  const form = await readForm(c, recordForm)
  if (!form.ok) return show(c, returnedForm(form.typed, form.errors))
  await recordAnswer(app, actor, idIn(c), form.value)
  return done(c, 'recorded')
})

office.post('/reprints/:id/appeared', async (c) => {
  const { app, actor } = c.var
  await reprintOnDesk(app.db, actor, idIn(c))
  const form = await readForm(c, appearedForm)
  if (!form.ok) return show(c, returnedForm(form.typed, form.errors))
  const { appearedOn, appearedUrl } = form.value
  await sayAppeared(app, actor, idIn(c), { on: appearedOn || null, url: appearedUrl || null })
  return done(c, 'appeared')
})

const idIn = (c: Context<Env>) => c.req.param('id') ?? ''

type Done = 'asked' | 'licensed' | 'declined' | 'recorded' | 'appeared'
const done = (c: Context<Env>, what: Done) =>
  redirectWith(c, reprintPath(idIn(c)), words(c.var.actor.locale)(`done.${what}`))

async function show(c: Context<Env>, form: FormState) {
  const { app, actor, frame } = c.var
  const reprint = await reprintOnDesk(app.db, actor, idIn(c))
  return c.html(<ReprintPage {...{ frame, reprint, form }} zone={actor.zone} />, statusOf(form))
}
