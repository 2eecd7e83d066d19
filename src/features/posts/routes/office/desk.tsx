import type { Context } from 'hono'
import { redirectWith } from '../../../../platform/flash.ts'
import { type FormState, freshForm, readForm, returnedForm, statusOf } from '../../../../platform/forms.ts'
import { allow } from '../../../../platform/refusals.ts'
import { type Env, router } from '../../../people/index.ts'
import { inHandFirst, phaseOf, roundsFor } from '../../../rounds/index.ts'
import { proposePost } from '../../actions/course.ts'
import { DeskPage, type View, views } from '../../pages/office/desk.tsx'
import { ProposePage } from '../../pages/office/propose.tsx'
import { officePostPath } from '../../paths.ts'
import { maySeePosts, mayWorkOnPosts } from '../../policy.ts'
import { editors, postsOnDesk } from '../../queries/desk.ts'
import { proposeForm } from '../../schema.ts'
import { words } from '../../words.ts'

export const deskRoutes = router()

deskRoutes.get('/posts', async (c) => {
  const { app, actor, frame } = c.var
  allow(maySeePosts(actor))
  const posts = await postsOnDesk(app.db, actor, app.now())
  const asked = views.find((view) => view === c.req.query('of'))
  const view: View = asked ?? 'all'
  const mayWork = mayWorkOnPosts(actor)
  return c.html(<DeskPage {...{ frame, posts, view, mayWork }} actorId={actor.id} now={app.now()} />)
})

deskRoutes.get('/posts/new', async (c) => {
  const { network } = c.var
  allow(mayWorkOnPosts(c.var.actor))
  const place = c.req.query('place') ?? ''
  return showProposal(c, freshForm({ locale: network.locales[0], place }))
})

deskRoutes.post('/posts/propose', async (c) => {
  const { app, actor } = c.var
  allow(mayWorkOnPosts(actor))
  const form = await readForm(c, proposeForm)
  if (!form.ok) return showProposal(c, returnedForm(form.typed, form.errors))
  const { place, assignee: assigneeId, once, ...proposal } = form.value
  const [code = '', number = ''] = place.split('/')
  const fortnight = number === '' ? null : Number(number)
  const id = await proposePost(app, actor, { ...proposal, code, fortnight, assigneeId }, once)
  return redirectWith(c, officePostPath(id), words(actor.locale)('done.proposed'))
})

async function showProposal(c: Context<Env>, form: FormState) {
  const { app, actor, frame, network } = c.var
  const all = inHandFirst(await roundsFor(app.db, actor), app.now())
  const rounds = all.filter((round) => phaseOf(round, app.now()) !== 'ended')
  const people = await editors(app.db, app.now())
  const page = <ProposePage {...{ frame, form, rounds }} editors={people} locales={network.locales} />
  return c.html(page, statusOf(form))
}
