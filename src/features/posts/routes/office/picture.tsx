import type { Context } from 'hono'
import { redirectWith } from '../../../../platform/flash.ts'
import { type FormState, freshForm, readButton, readForm, returnedForm } from '../../../../platform/forms.ts'
import { Conflict } from '../../../../platform/refusals.ts'
import { missingCredit, type Picture, picturesByIds } from '../../../media/index.ts'
import { type Env, router } from '../../../people/index.ts'
import { setPicture } from '../../actions/picture.ts'
import { PicturePage } from '../../pages/office/picture.tsx'
import { officePostPath } from '../../paths.ts'
import type { DeskPost } from '../../queries/desk.ts'
import { pictureForm } from '../../schema.ts'
import { words } from '../../words.ts'
import { postIn } from './post-in.ts'
import { sentPicture } from './sent-picture.ts'

export const pictureRoutes = router()

pictureRoutes.get('/posts/:id/picture', async (c) => {
  const post = await postIn(c)
  const picture = await pictureBy(c, post.mediaId)
  const { alt = '', caption = '', author = '', source = '', licence = '' } = picture ?? {}
  return show(c, post, picture, freshForm({ alt, caption, author, source, licence }))
})

pictureRoutes.post('/posts/:id/picture', async (c) => {
  const { app, actor } = c.var
  const post = await postIn(c)
  const form = await readForm(c, pictureForm)
  const { id: sent, error } = await sentPicture(c, form.typed)
  const id = sent === '' ? null : sent
  const again = async (errors: Record<string, string>) =>
    show(c, post, await pictureBy(c, id), returnedForm({ ...form.typed, pictureId: id ?? '' }, errors))
  if (!form.ok) return again({ ...form.errors, ...(error ? { picture: error } : {}) })
  if (error || id === null) return again({ picture: error ?? 'required' })
  const { picture: _upload, pictureId: _kept, ...credit } = form.value
  try {
    await setPicture(app, actor, post.id, { id, ...credit })
  } catch (refusal) {
    if (!(refusal instanceof Conflict && refusal.code === 'post-incomplete')) throw refusal
    return again(Object.fromEntries(missingCredit(credit).map((name) => [name, 'required'])))
  }
  return redirectWith(c, officePostPath(post.id), words(actor.locale)('done.picture'))
})

pictureRoutes.post('/posts/:id/picture/remove', async (c) => {
  const { app, actor } = c.var
  await readButton(c)
  const { id } = await postIn(c)
  await setPicture(app, actor, id, null)
  return redirectWith(c, officePostPath(id), words(actor.locale)('done.picture.removed'))
})

async function pictureBy(c: Context<Env>, id: string | null): Promise<Picture | null> {
  const [picture] = id === null ? [] : await picturesByIds(c.var.app.db, [id])
  return picture ?? null
}

function show(c: Context<Env>, post: DeskPost, picture: Picture | null, form: FormState) {
  const status = Object.keys(form.errors).length > 0 ? 422 : 200
  return c.html(<PicturePage frame={c.var.frame} {...{ post, picture, form }} />, status)
}
