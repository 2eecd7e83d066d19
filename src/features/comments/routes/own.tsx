import type { Context } from 'hono'
import { redirectWith } from '../../../platform/flash.ts'
import {
  type FormState,
  freshForm,
  readButton,
  readForm,
  returnedForm,
  statusOf,
} from '../../../platform/forms.ts'
import { unsubscribeLink } from '../../../platform/mail/index.ts'
import { Conflict, NotFound } from '../../../platform/refusals.ts'
import { type Env, router } from '../../people/index.ts'
import { confirmByLink, questionByLink, repliesList } from '../../subscribers/index.ts'
import { changeComment, claimComment, takeCommentBack } from '../actions/own.ts'
import { mayBeChanged } from '../comment.ts'
import { FollowedPage, FollowPage, MinePage, OwnPage } from '../pages/own.tsx'
import { ownPath } from '../paths.ts'
import { ownToken, readMineToken, readOwnToken } from '../policy.ts'
import { ownComment } from '../queries/own.ts'
import { commentedPostById } from '../queries/post.ts'
import { changeForm, decideOneForm } from '../schema.ts'
import { words } from '../words.ts'

/** What its sender can still do about a comment, by an address that only they have; and being told of answers. */
export const ownRoutes = router()

// The addresses hold a key: no page they lead to is told.
for (const keyed of ['/comments/own/*', '/comments/mine/*', '/comments/follow/*', '/comments/decide/*'])
  ownRoutes.use(keyed, async (c, next) => {
    c.header('Referrer-Policy', 'no-referrer')
    await next()
  })

ownRoutes.get('/comments/own/:token', (c) => ownPage(c))

ownRoutes.post('/comments/own/:token/change', async (c) => {
  const { app, frame } = c.var
  const { id, token } = await owned(c)
  const form = await readForm(c, changeForm)
  if (!form.ok) return ownPage(c, returnedForm(form.typed, form.errors))
  try {
    await changeComment(app, id, form.value)
  } catch (error) {
    if (!(error instanceof Conflict) || error.code !== 'comment-changed') throw error
    return ownPage(c, returnedForm(form.typed, { text: 'comment-changed' }))
  }
  return redirectWith(c, ownPath(token), words(frame.locale)('own.changed'))
})

ownRoutes.post('/comments/own/:token/take-back', async (c) => {
  await readButton(c)
  const { id, token } = await owned(c)
  await takeCommentBack(c.var.app, id)
  return c.redirect(ownPath(token), 303)
})

/** @throws NotFound `no-such-comment` */
async function owned(c: Context<Env>) {
  const { app } = c.var
  const token = c.req.param('token') ?? ''
  return { token, ...(await ownComment(app.db, readOwnToken(app, token))) }
}

async function ownPage(c: Context<Env>, form?: FormState) {
  const { app, frame } = c.var
  const { token, ...comment } = await owned(c)
  const post = await commentedPostById(app.db, app.now(), comment.postId)
  const mayChange = !comment.isNameless && mayBeChanged(comment, app.now())
  const shown = form ?? freshForm({ text: comment.text })
  return c.html(<OwnPage {...{ frame, token, comment, post, mayChange }} form={shown} />, statusOf(shown))
}

ownRoutes.get('/comments/mine/:token', async (c) => {
  const { app, frame } = c.var
  const { token, ...comment } = await claimed(c)
  if (comment.state !== 'waiting') return c.redirect(ownPath(ownToken(app, comment.id)), 302)
  const post = await commentedPostById(app.db, app.now(), comment.postId)
  return c.html(<MinePage {...{ frame, token, comment, post }} />)
})

ownRoutes.post('/comments/mine/:token', async (c) => {
  const { app } = c.var
  const { id } = await claimed(c)
  const form = await readForm(c, decideOneForm)
  if (!form.ok) throw new Conflict('comment-changed')
  await claimComment(app, id, form.value.revision)
  return c.redirect(ownPath(ownToken(app, id)), 303)
})

/** @throws NotFound `no-such-comment` */
async function claimed(c: Context<Env>) {
  const { app } = c.var
  const token = c.req.param('token') ?? ''
  return { token, ...(await ownComment(app.db, readMineToken(app, token))) }
}

ownRoutes.get('/comments/follow/:secret', async (c) => {
  const { secret, email } = await asked(c)
  return c.html(<FollowPage frame={c.var.frame} secret={secret} email={email} />)
})

ownRoutes.post('/comments/follow/:secret', async (c) => {
  const { app, frame } = c.var
  await readButton(c)
  const { secret } = await asked(c)
  const id = await confirmByLink(app, secret, repliesList)
  return c.html(<FollowedPage frame={frame} stop={unsubscribeLink(app, id, repliesList)} />)
})

/** @throws NotFound `no-such-follow` */
async function asked(c: Context<Env>) {
  const secret = c.req.param('secret') ?? ''
  const question = await questionByLink(c.var.app.db, secret, repliesList)
  if (!question) throw new NotFound('no-such-follow')
  return { secret, email: question.email }
}
