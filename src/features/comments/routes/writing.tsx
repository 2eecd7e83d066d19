import { createHash } from 'node:crypto'
import type { Context } from 'hono'
import {
  type FormState,
  freshForm,
  readForm,
  returnedForm,
  statusOf,
  type Typed,
  typedIn,
} from '../../../platform/forms.ts'
import { Conflict, NotFound } from '../../../platform/refusals.ts'
import { networkOf } from '../../../platform/sign-in/index.ts'
import { isSigned, signed } from '../../../platform/signed.ts'
import { type Env, router } from '../../people/index.ts'
import { type NewComment, sendComment } from '../actions/sending.ts'
import { takesComments, wasRead } from '../comment.ts'
import { CheckPage, WritePage } from '../pages/steps.tsx'
import { ownPath } from '../paths.ts'
import { mayModerate, ownToken } from '../policy.ts'
import { type CommentedPost, commentedPost, ruleOf } from '../queries/post.ts'
import { type Shown, shownComment } from '../queries/shown.ts'
import { readForms, typedForm } from '../schema.ts'

/** Writing a comment: the form, the comment once more, and the sending of it. None of these pages is kept by anyone. */
export const writingRoutes = router()

writingRoutes.get('/posts/:slug/comments/:number{\\d{1,15}}/reply', async (c) => {
  const post = await openPost(c)
  const parent = await parentOf(c, post, Number(c.req.param('number')))
  return writePage(c, post, { parent, form: freshForm({ name: c.var.actor.name }) })
})

writingRoutes.post('/posts/:slug/comments', async (c) => {
  const post = await openPost(c)
  const form = await readForm(c, typedForm[kindOf(c)])
  if (!form.ok) return writeAgain(c, post, form)
  return checkPage(c, post, { comment: addressed(c, form.value), again: null })
})

/** Back to the form, as it was typed. */
writingRoutes.post('/posts/:slug/comments/again', async (c) => {
  const post = await openPost(c)
  const { at: _at, proof: _proof, ...typed } = await typedIn(c)
  return writeAgain(c, post, { typed, errors: {} }, 200)
})

writingRoutes.post('/posts/:slug/comments/send', async (c) => {
  const { app, actor, frame } = c.var
  const post = await openPost(c)
  const form = await readForm(c, readForms[kindOf(c)])
  if (!form.ok) {
    const { at: _at, proof: _proof, ...typed } = form.typed
    return writeAgain(c, post, { typed, errors: form.errors })
  }
  const { at, proof } = form.value
  const comment = addressed(c, form.value)
  const said = saidBy(post, comment, at)
  const isOurs = isSigned(app, 'comment', said, proof)
  const readAt = new Date(Number(at))
  if (!isOurs || !wasRead(readAt, app.now())) {
    const isQuick = isOurs && app.now().getTime() - readAt.getTime() < 60_000
    return checkPage(c, post, { comment, again: isQuick ? 'quick' : 'old' })
  }
  const network = networkOf(c, app.config.trustedProxies)
  const coming = { slug: post.slug, network, locale: frame.locale, once: said }
  const id = await sendComment(app, actor, comment, coming)
  return c.redirect(ownPath(ownToken(app, id)), 303)
})

const kindOf = (c: Context<Env>) => (c.var.actor.id === null ? 'visitor' : 'member')

/** What was typed, with the address of the account where somebody is signed in. */
const addressed = (
  c: Context<Env>,
  { name, text, follows, to, ...rest }: Omit<NewComment, 'email'> & { email?: string },
): NewComment => ({ name, text, follows, to, email: c.var.actor.email ?? rest.email ?? '' })

/** @throws NotFound `no-such-post` @throws Conflict `network-paused`, `comments-closed` */
async function openPost(c: Context<Env>): Promise<CommentedPost> {
  const { app, network } = c.var
  if (network.pausedAt) throw new Conflict('network-paused')
  const post = await commentedPost(app.db, app.now(), c.req.param('slug') ?? '')
  if (!takesComments(post, await ruleOf(app.db), app.now())) throw new Conflict('comments-closed')
  return post
}

/** @throws NotFound `no-such-comment` */
async function parentOf(c: Context<Env>, post: CommentedPost, number: number): Promise<Shown> {
  const parent = await shownComment(c.var.app.db, post, number)
  if (!parent) throw new NotFound('no-such-comment')
  return parent
}

type Returned = { typed: Typed; errors: FormState['errors'] }

async function writeAgain(c: Context<Env>, post: CommentedPost, { typed, errors }: Returned, status = 422) {
  const number = Number(typed.to ?? '')
  const parent = number > 0 ? ((await shownComment(c.var.app.db, post, number)) ?? null) : null
  return writePage(c, post, { parent, form: returnedForm(typed, errors) }, status)
}

type Writing = { parent: Shown | null; form: FormState }

function writePage(c: Context<Env>, post: CommentedPost, writing: Writing, status?: number) {
  const { actor, frame } = c.var
  const writer = { name: actor.name, isMember: actor.id !== null }
  return c.html(
    <WritePage {...{ frame, post, writer }} {...writing} />,
    (status ?? statusOf(writing.form)) as 200,
  )
}

type Checking = { comment: NewComment; again: 'quick' | 'old' | null }

async function checkPage(c: Context<Env>, post: CommentedPost, { comment, again }: Checking) {
  const { app, actor, frame } = c.var
  if (comment.to !== null) await parentOf(c, post, comment.to)
  const at = String(app.now().getTime())
  const isEditor = mayModerate(actor)
  const { waits } = await ruleOf(app.db)
  const { name, text, follows, to, email } = comment
  const hidden = {
    ...{ name, text, at, proof: signed(app, 'comment', saidBy(post, comment, at)) },
    ...(actor.id === null ? { email } : {}),
    ...(follows ? { follows: 'yes' } : {}),
    ...(to === null ? {} : { to: String(to) }),
  }
  const shown: Shown = {
    ...{ handle: null, profile: null, formerly: null },
    ...{ id: '', number: 0, name, text, sentAt: app.now(), changedAt: null, isEditor },
    isAuthor: actor.id !== null && post.authorIds.includes(actor.id),
  }
  return c.html(
    <CheckPage {...{ frame, post, hidden, again }} comment={shown} waits={isEditor ? null : waits} />,
    again ? 422 : 200,
  )
}

/** What the page on which a comment is read once more vouches for: all of it, and when it was made. */
function saidBy(post: CommentedPost, { name, email, text, follows, to }: NewComment, at: string): string {
  const whole = JSON.stringify([post.id, to, name, email, text, follows])
  return `${at} ${createHash('sha256').update(whole).digest('base64url')}`
}
