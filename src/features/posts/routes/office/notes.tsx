import type { Context } from 'hono'
import { redirectWith } from '../../../../platform/flash.ts'
import { type FormState, freshForm, readForm, returnedForm, statusOf } from '../../../../platform/forms.ts'
import { allow, Unacceptable } from '../../../../platform/refusals.ts'
import { type Env, router } from '../../../people/index.ts'
import { answerNote, noteOnPassage, reopenNote, resolveNote } from '../../actions/notes.ts'
import { NotesPage } from '../../pages/office/notes.tsx'
import { notesPath, writePostPath } from '../../paths.ts'
import { mayWorkOnPosts } from '../../policy.ts'
import { type DeskPost, postOnDesk } from '../../queries/desk.ts'
import { notesOn } from '../../queries/notes.ts'
import { answerForm, noteActForm, passageForm } from '../../schema.ts'
import { words } from '../../words.ts'

export const noteRoutes = router()

const postIn = (c: Context<Env>): Promise<DeskPost> =>
  postOnDesk(c.var.app.db, c.var.actor, c.req.param('id') ?? '')
const noteIn = (c: Context<Env>) => c.req.param('note') ?? ''

noteRoutes.get('/posts/:id/notes', async (c) => show(c, await postIn(c), freshForm()))

noteRoutes.post('/posts/:id/notes/add', async (c) => {
  const { app, actor } = c.var
  allow(mayWorkOnPosts(actor))
  const post = await postIn(c)
  const form = await readForm(c, passageForm)
  if (!form.ok) return show(c, post, returnedForm(form.typed, form.errors))
  const { note: text, words: said, paragraph, from, before, after, once } = form.value
  const chosen = { words: said, paragraph, around: { before, after } }
  try {
    const id = await noteOnPassage(app, actor, post.id, { text, chosen, once })
    return redirectWith(c, backTo(post.id, from, id), words(actor.locale)('done.noted'))
  } catch (refusal) {
    if (!(refusal instanceof Unacceptable && refusal.code === 'passage-not-found')) throw refusal
    return show(c, post, returnedForm({ paragraph: '0', ...form.typed }, { words: refusal.code }))
  }
})

noteRoutes.post('/posts/:id/notes/:note/answer', async (c) => {
  const { app, actor } = c.var
  allow(mayWorkOnPosts(actor))
  const post = await postIn(c)
  const form = await readForm(c, answerForm)
  if (!form.ok) return show(c, post, returnedForm({ ...form.typed, to: noteIn(c) }, form.errors))
  await answerNote(app, actor, noteIn(c), { text: form.value.answer, once: form.value.once })
  return redirectWith(
    c,
    backTo(post.id, form.value.from, noteIn(c)),
    words(actor.locale)('done.note-answered'),
  )
})

for (const [act, does] of [
  ['resolve', resolveNote],
  ['reopen', reopenNote],
] as const)
  noteRoutes.post(`/posts/:id/notes/:note/${act}`, async (c) => {
    const { app, actor } = c.var
    const form = await readForm(c, noteActForm)
    await does(app, actor, noteIn(c))
    const from = form.ok ? form.value.from : undefined
    const { id } = await postIn(c)
    return redirectWith(c, backTo(id, from, noteIn(c)), words(actor.locale)(`done.note-${act}`))
  })

const backTo = (id: string, from: 'write' | undefined, noteId: string) =>
  `${from === 'write' ? writePostPath(id) : notesPath(id)}#note-${noteId}`

async function show(c: Context<Env>, post: DeskPost, form: FormState) {
  const { app, actor, frame } = c.var
  const notes = await notesOn(app.db, post.id)
  const mayWork = mayWorkOnPosts(actor)
  return c.html(<NotesPage {...{ frame, post, notes, form, mayWork }} />, statusOf(form))
}
