import type { Context } from 'hono'
import { addDays, dayIn } from '../../../platform/days.ts'
import { redirectWith } from '../../../platform/flash.ts'
import {
  type FormState,
  freshForm,
  readButton,
  readForm,
  readPlainForm,
  returnedForm,
} from '../../../platform/forms.ts'
import { isUuid } from '../../../platform/ids.ts'
import { allow, Conflict, NotFound } from '../../../platform/refusals.ts'
import { type Env, isSignedIn, router } from '../../people/index.ts'
import {
  agreeToReflection,
  beginReflection,
  beginsWithinDays,
  inviteAuthors,
  leaveReflection,
  saveReflection,
  takeBackAgreement,
} from '../actions/writing.ts'
import { AgreePage, LeavePage, OwnReflectionsPage, WritePage } from '../pages/writing.tsx'
import { agreePath, ownReflectionPath, ownReflectionsPath } from '../paths.ts'
import { occasionsOf, ownReflection, ownReflections, postsMade } from '../queries/reflections.ts'
import { agreeForm, beginForm, writeForm } from '../schema.ts'
import { words } from '../words.ts'

export const routes = router()

routes.get('/me/reflections', async (c) => {
  const { app, actor, frame } = c.var
  allow(isSignedIn(actor))
  const since = addDays(dayIn(app.now()), -beginsWithinDays)
  const own = await ownReflections(app.db, actor.id)
  const occasions = await occasionsOf(app.db, actor.id, since)
  const posts = await postsMade(app.db, own, app.now())
  return c.html(<OwnReflectionsPage {...{ frame, own, occasions, posts }} />)
})

routes.post('/me/reflections/begin', async (c) => {
  const { app, actor } = c.var
  const { application } = await readPlainForm(c, beginForm)
  return c.redirect(ownReflectionPath(await beginReflection(app, actor, application)), 303)
})

routes.get('/me/reflections/:id', async (c) => {
  const { reflection, own } = await opened(c)
  const { title, body, audience } = reflection
  return writePage(c, freshForm({ title, body, audience, shownAs: own.shownAs }), false)
})

routes.post('/me/reflections/:id/save', async (c) => {
  const { app, actor } = c.var
  const id = idOf(c)
  const form = await readForm(c, writeForm)
  if (!form.ok) return writePage(c, returnedForm(form.typed, form.errors), false, 422)
  const { go, ...edit } = form.value
  try {
    await saveReflection(app, actor, id, edit)
  } catch (error) {
    // Both texts are shown; saving again replaces the other one knowingly.
    if (error instanceof Conflict && error.code === 'reflection-changed')
      return writePage(c, returnedForm(form.typed, {}), true, 409)
    throw error
  }
  const path = go === 'on' ? agreePath(id) : ownReflectionPath(id)
  return redirectWith(c, path, words(actor.locale)('done.saved'))
})

routes.get('/me/reflections/:id/agree', async (c) => {
  return c.html(<AgreePage frame={c.var.frame} {...(await openedWithPost(c))} />)
})

routes.post('/me/reflections/:id/agree', async (c) => {
  const { app, actor } = c.var
  const { rev } = await readPlainForm(c, agreeForm)
  await agreeToReflection(app, actor, idOf(c), rev)
  return redirectWith(c, agreePath(idOf(c)), words(actor.locale)('done.agreed'))
})

routes.post('/me/reflections/:id/invite', async (c) => {
  const { app, actor } = c.var
  await readButton(c)
  await inviteAuthors(app, actor, idOf(c))
  return redirectWith(c, ownReflectionPath(idOf(c)), words(actor.locale)('done.invited'))
})

routes.post('/me/reflections/:id/take-back', async (c) => {
  const { app, actor } = c.var
  await readButton(c)
  const { reflection } = await opened(c)
  await takeBackAgreement(app, actor, idOf(c))
  const said = reflection.postId === null ? 'done.taken-back' : 'done.taken-back.post'
  return redirectWith(c, agreePath(idOf(c)), words(actor.locale)(said))
})

routes.get('/me/reflections/:id/leave', async (c) => {
  return c.html(<LeavePage frame={c.var.frame} {...(await opened(c))} />)
})

routes.post('/me/reflections/:id/leave', async (c) => {
  const { app, actor } = c.var
  await readButton(c)
  try {
    await leaveReflection(app, actor, idOf(c))
  } catch (error) {
    // Pressed twice: it is no longer theirs.
    if (!(error instanceof NotFound)) throw error
  }
  return redirectWith(c, ownReflectionsPath, words(actor.locale)('done.left'))
})

/** @throws NotFound `no-such-reflection` for what is no id */
function idOf(c: Context<Env>): string {
  const id = c.req.param('id') ?? ''
  if (!isUuid(id)) throw new NotFound('no-such-reflection')
  return id
}

const opened = (c: Context<Env>) => ownReflection(c.var.app.db, c.var.actor.id, idOf(c))

async function openedWithPost(c: Context<Env>) {
  const found = await opened(c)
  return { ...found, posts: await postsMade(c.var.app.db, [found.reflection], c.var.app.now()) }
}

async function writePage(c: Context<Env>, form: FormState, isClash: boolean, status: 200 | 409 | 422 = 200) {
  const { app, frame } = c.var
  const { reflection, own, posts } = await openedWithPost(c)
  const since = addDays(dayIn(app.now()), -beginsWithinDays)
  const known = new Set(reflection.authors.map(({ applicationId }) => applicationId))
  const occasions = await occasionsOf(app.db, own.personId, since)
  const occasion = occasions.find(({ applicationId }) => applicationId === own.applicationId)
  const invitable = occasion?.partners.filter(({ applicationId }) => !known.has(applicationId)).length ?? 0
  const theirs = isClash ? reflection : null
  return c.html(<WritePage {...{ frame, reflection, own, posts, form, theirs, invitable }} />, status)
}
