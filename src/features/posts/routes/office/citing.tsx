import type { Context } from 'hono'
import { redirectWith } from '../../../../platform/flash.ts'
import { type FormState, freshForm, readForm, returnedForm, statusOf } from '../../../../platform/forms.ts'
import { Conflict, NotFound } from '../../../../platform/refusals.ts'
import { type Env, router } from '../../../people/index.ts'
import { correctPost, setCiting } from '../../actions/citing.ts'
import { isCorrectable } from '../../citing.ts'
import { dataciteRecord } from '../../datacite.ts'
import { publishedFrom } from '../../pages/head.tsx'
import { CitingPage } from '../../pages/office/citing.tsx'
import { citingPath, officePostPath } from '../../paths.ts'
import { correctionsOf } from '../../queries/citing.ts'
import type { DeskPost } from '../../queries/desk.ts'
import { signedPosts } from '../../queries/signed.ts'
import { textAt } from '../../queries/texts.ts'
import { citingForm, correctForm } from '../../schema.ts'
import { words } from '../../words.ts'
import { postIn } from './post-in.ts'

export const citingRoutes = router()

const asItIs = ({ licence, doi }: DeskPost) => ({ licence: licence ?? '', doi: doi ?? '' })

citingRoutes.get('/posts/:id/citing', async (c) => {
  const post = await postIn(c)
  return show(c, post, freshForm(asItIs(post)))
})

citingRoutes.post('/posts/:id/citing', async (c) => {
  const { app, actor } = c.var
  const post = await postIn(c)
  const read = await readForm(c, citingForm)
  if (!read.ok) return show(c, post, returnedForm(read.typed, read.errors))
  try {
    await setCiting(app, actor, post.id, read.value)
  } catch (refusal) {
    if (!(refusal instanceof Conflict && refusal.code === 'doi-taken')) throw refusal
    return show(c, post, returnedForm(read.typed, { doi: refusal.code }))
  }
  return redirectWith(c, officePostPath(post.id), words(actor.locale)('citing.done'))
})

citingRoutes.post('/posts/:id/correct', async (c) => {
  const { app, actor } = c.var
  const post = await postIn(c)
  const read = await readForm(c, correctForm)
  if (!read.ok) return show(c, post, returnedForm({ ...asItIs(post), ...read.typed }, read.errors))
  await correctPost(app, actor, post.id, read.value.correction)
  return redirectWith(c, citingPath(post.id), words(actor.locale)('correct.done'))
})

/** @throws NotFound `no-such-post`, also for one that is not public */
citingRoutes.get('/posts/:id/datacite.json', async (c) => {
  const { app, network } = c.var
  const { id, slug } = await postIn(c)
  const [post] = await signedPosts(app.db, app.now(), [id])
  if (!post) throw new NotFound('no-such-post')
  c.header('Content-Disposition', `attachment; filename="${slug.replace(/[^a-z0-9-]/g, '')}.datacite.json"`)
  return c.json(dataciteRecord(publishedFrom(post, network)))
})

async function show(c: Context<Env>, post: DeskPost, form: FormState) {
  const { app, frame, network } = c.var
  const [corrections, { at }] = await Promise.all([
    correctionsOf(app.db, post.id),
    textAt(app.db, post.id, post.revision),
  ])
  const mayCorrect = isCorrectable(post, at, app.now())
  const page = <CitingPage {...{ frame, network, post, form, corrections, mayCorrect }} now={app.now()} />
  return c.html(page, statusOf(form))
}
