import type { Context } from 'hono'
import { redirectWith } from '../../../../platform/flash.ts'
import { formats } from '../../../../platform/formats.ts'
import {
  type FormState,
  freshForm,
  readButton,
  readForm,
  readPlainForm,
  returnedForm,
  statusOf,
} from '../../../../platform/forms.ts'
import { allow } from '../../../../platform/refusals.ts'
import { missingCredit, picturesByIds } from '../../../media/index.ts'
import { type Env, router } from '../../../people/index.ts'
import { approvePost, bringPostBack, takePostBack, unschedulePost } from '../../actions/coming-out.ts'
import {
  assignPost,
  claimPost,
  giveBackPost,
  movePost,
  noteOnPost,
  submitPost,
  takeBackPost,
} from '../../actions/course.ts'
import { translatePost } from '../../actions/translating.ts'
import { checklist } from '../../checklist.ts'
import { actsOn } from '../../course.ts'
import { PublishPage, WithdrawPage } from '../../pages/office/confirm.tsx'
import { OfficePostPage } from '../../pages/office/post.tsx'
import { officePostPath, writePostPath } from '../../paths.ts'
import { mayWorkOnPosts } from '../../policy.ts'
import { hasBeenPublic } from '../../post.ts'
import { type DeskPost, editorBy, editors, postOnDesk, revisionsOf } from '../../queries/desk.ts'
import { notesOn } from '../../queries/notes.ts'
import { treatedPosts } from '../../queries/plan.ts'
import { translationsOf } from '../../queries/translations.ts'
import { picturesOf } from '../../rendered.ts'
import {
  approveForm,
  assignForm,
  giveBackForm,
  moveForm,
  noteForm,
  submitForm,
  translateForm,
  withdrawForm,
} from '../../schema.ts'
import { treatedBefore } from '../../treated.ts'
import { words } from '../../words.ts'

export const actRoutes = router()

const idIn = (c: Context<Env>) => c.req.param('id') ?? ''

actRoutes.get('/posts/:id', async (c) => {
  const post = await postOnDesk(c.var.app.db, c.var.actor, idIn(c))
  const { assigneeId, dueOn } = post
  return showPost(c, post, freshForm({ assignee: assigneeId ?? '', dueOn: dueOn ?? '' }))
})

/** Acts that are a button and nothing else. */
const presses = {
  claim: claimPost,
  'take-back': takeBackPost,
  unschedule: unschedulePost,
  restore: bringPostBack,
} as const

for (const [act, does] of Object.entries(presses) as [keyof typeof presses, typeof claimPost][])
  actRoutes.post(`/posts/:id/${act}`, async (c) => {
    const { app, actor } = c.var
    await readButton(c)
    await does(app, actor, idIn(c))
    return redirectWith(c, officePostPath(idIn(c)), words(actor.locale)(`done.${act}`))
  })

actRoutes.post('/posts/:id/assign', (c) =>
  withForm(c, assignForm, async ({ assignee, dueOn }, post) => {
    const { app, actor } = c.var
    const to = assignee === null ? null : await editorBy(app.db, assignee, app.now())
    await assignPost(app, actor, post.id, { assigneeId: to?.id ?? null, dueOn })
    return words(actor.locale)(to ? 'done.assigned' : 'done.unassigned', { name: to?.name ?? '' })
  }),
)

actRoutes.post('/posts/:id/submit', (c) =>
  withForm(c, submitForm, async ({ reviewer, message }, post) => {
    const { app, actor } = c.var
    const to = reviewer === null ? null : await editorBy(app.db, reviewer, app.now())
    await submitPost(app, actor, post.id, { reviewerId: to?.id ?? null, text: message })
    return words(actor.locale)('done.submitted')
  }),
)

actRoutes.post('/posts/:id/give-back', (c) =>
  withForm(c, giveBackForm, async ({ remark }, post) => {
    await giveBackPost(c.var.app, c.var.actor, post.id, remark)
    return words(c.var.actor.locale)('done.given-back')
  }),
)

actRoutes.post('/posts/:id/note', (c) =>
  withForm(c, noteForm, async ({ note: text, once }, post) => {
    await noteOnPost(c.var.app, c.var.actor, post.id, { text, once })
    return words(c.var.actor.locale)('done.noted')
  }),
)

actRoutes.post('/posts/:id/translate', async (c) => {
  const { app, actor } = c.var
  const { into, once } = await readPlainForm(c, translateForm)
  const id = await translatePost(app, actor, idIn(c), { locale: into, once })
  return redirectWith(c, writePostPath(id), words(actor.locale)('languages.begun'))
})

actRoutes.post('/posts/:id/move', (c) =>
  withForm(c, moveForm, async ({ address }, post) => {
    const slug = await movePost(c.var.app, c.var.actor, post.id, address)
    return words(c.var.actor.locale)('done.moved', { slug })
  }),
)

actRoutes.post('/posts/:id/schedule', async (c) => {
  const { app, actor } = c.var
  allow(mayWorkOnPosts(actor))
  const { zone } = await postOnDesk(app.db, actor, idIn(c))
  return withForm(c, approveForm(zone, app.now()), async ({ at }, post) => {
    await approvePost(app, actor, post.id, at)
    return words(actor.locale)('done.scheduled', { at: formats(actor.locale, zone).instant(at) })
  })
})

actRoutes.get('/posts/:id/publish', async (c) => {
  const { app, actor, frame } = c.var
  allow(mayWorkOnPosts(actor))
  const post = await postOnDesk(app.db, actor, idIn(c))
  return c.html(<PublishPage {...{ frame, post }} origin={app.origin} />)
})

actRoutes.post('/posts/:id/publish', async (c) => {
  const { app, actor } = c.var
  await readButton(c)
  await approvePost(app, actor, idIn(c), null)
  return redirectWith(c, officePostPath(idIn(c)), words(actor.locale)('done.published'))
})

actRoutes.get('/posts/:id/withdraw', async (c) => {
  const { app, actor, frame } = c.var
  allow(mayWorkOnPosts(actor))
  const post = await postOnDesk(app.db, actor, idIn(c))
  return c.html(<WithdrawPage {...{ frame, post }} origin={app.origin} form={freshForm()} />)
})

actRoutes.post('/posts/:id/withdraw', async (c) => {
  const { app, actor, frame } = c.var
  allow(mayWorkOnPosts(actor))
  const post = await postOnDesk(app.db, actor, idIn(c))
  const read = await readForm(c, withdrawForm)
  if (!read.ok) {
    const form = returnedForm(read.typed, read.errors)
    return c.html(<WithdrawPage {...{ frame, post, form }} origin={app.origin} />, 422)
  }
  await takePostBack(app, actor, post.id, read.value.because)
  return redirectWith(c, officePostPath(post.id), words(actor.locale)('done.withdrawn'))
})

/** A form on the page of a post: the page comes back with what was typed, or says what was done. */
async function withForm<Value>(
  c: Context<Env>,
  schema: Parameters<typeof readForm<Value>>[1],
  act: (value: Value, post: DeskPost) => Promise<string>,
) {
  allow(mayWorkOnPosts(c.var.actor))
  const post = await postOnDesk(c.var.app.db, c.var.actor, idIn(c))
  const form = await readForm(c, schema)
  if (!form.ok) return showPost(c, post, returnedForm(form.typed, form.errors))
  return redirectWith(c, officePostPath(post.id), await act(form.value, post))
}

async function showPost(c: Context<Env>, post: DeskPost, form: FormState) {
  const { app, actor, frame, network } = c.var
  const now = app.now()
  const [notes, revisions, people, pictures, release, translations, archive] = await Promise.all([
    notesOn(app.db, post.id),
    revisionsOf(app.db, post.id),
    editors(app.db, now),
    picturesByIds(app.db, picturesOf(post)),
    releasesOf(c, post.id),
    translationsOf(app.db, actor, post),
    hasBeenPublic(post, now) ? [] : treatedPosts(app.db, now),
  ])
  const findings = checklist(post, pictures, missingCredit)
  const page = (
    <OfficePostPage
      {...{ frame, post, form, now, notes, revisions, findings, translations }}
      locales={network.locales}
      origin={app.origin}
      actorId={actor.id}
      acts={actsOn(post, actor.id, now)}
      editors={people}
      earlier={treatedBefore(post, archive)}
      hinders={findings.some(({ weight, isFine }) => weight === 'must' && !isFine)}
      mayWork={mayWorkOnPosts(actor)}
      release={release}
    />
  )
  return c.html(page, statusOf(form))
}

/** The page by which it comes out, where another feature has one. */
async function releasesOf(c: Context<Env>, id: string) {
  const { app, actor, features } = c.var
  const links = await Promise.all(
    features.flatMap(({ besidePosts }) => besidePosts?.(app.db, actor, [id]) ?? []),
  )
  return links.flatMap((one) => one.get(id) ?? [])[0]
}
