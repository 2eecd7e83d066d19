import type { Context } from 'hono'
import { redirectWith } from '../../../platform/flash.ts'
import {
  type FormState,
  freshForm,
  readButton,
  readForm,
  readPlainForm,
  returnedForm,
  statusOf,
} from '../../../platform/forms.ts'
import { pageAsked } from '../../../platform/paging.ts'
import { safePath } from '../../../platform/paths.ts'
import { allow, Unacceptable } from '../../../platform/refusals.ts'
import { type Env, router } from '../../people/index.ts'
import {
  decideComments,
  type Read,
  setClosing,
  setCommentRule,
  undoLastDecision,
} from '../actions/moderating.ts'
import { type Decision, decisions, takesComments } from '../comment.ts'
import { CommentQueuePage, PostCommentsPage } from '../pages/queue.tsx'
import { RulePage } from '../pages/rule.tsx'
import { closingPath, ofPostPath, queuePath, rulePath } from '../paths.ts'
import { mayModerate } from '../policy.ts'
import { commentedPost, ruleOf } from '../queries/post.ts'
import { commentQueue, lastDecision, type QueuePart } from '../queries/queue.ts'
import { asRead, closingForm, decideForm, ruleForm } from '../schema.ts'
import { words } from '../words.ts'

export const office = router()

const parts: readonly QueuePart[] = ['waiting', 'reported', 'shown', 'spam', 'removed']

office.get('/comments', async (c) => {
  const { app, actor, frame } = c.var
  const part = parts.find((one) => one === c.req.query('state')) ?? 'waiting'
  const queue = await commentQueue(app.db, actor, { part, page: pageAsked(c.req.query('page')) })
  const last = await lastDecision(app.db, actor, app.now())
  const undo = last?.ids.length ?? null
  return c.html(<CommentQueuePage {...{ frame, part, queue, undo }} zone={actor.zone} />)
})

office.post('/comments/decide', async (c) => {
  const { app, actor } = c.var
  const { comment, one, decision, back } = await readPlainForm(c, decideForm)
  const t = words(actor.locale)
  const single = one === undefined ? null : singleOf(one)
  const read = single ? [single.read] : comment.map(readOf)
  const decided = single?.decision ?? decision
  if (!decided) throw new Unacceptable('unknown-field')
  const page = safePath(back || queuePath)
  if (read.length === 0) return redirectWith(c, page, t('decided.none'), 'warning')
  const done = await decideComments(app, actor, read, decided)
  const to = single?.next ? `${page}#${single.next}` : page
  return done.left > 0
    ? redirectWith(c, to, t('decided.left', { count: done.left }), 'warning')
    : redirectWith(c, to, t(`decided.${decided}`, { count: done.decided }))
})

function readOf(said: string): Read {
  const [number, revision, state] = said.split('.')
  return { number: Number(number), revision: Number(revision), state }
}

const singleShape = new RegExp(`^(${asRead})\\.(${decisions.join('|')})\\.((?:q\\d{1,15})?)$`)

/** What one button of one comment says: which, as it was read, what becomes of it, and which is next. */
function singleOf(said: string): { read: Read; decision: Decision; next: string } {
  const [, read, decision, next = ''] = singleShape.exec(said) ?? []
  if (!read || !decision) throw new Unacceptable('unknown-field')
  return { read: readOf(read), decision: decision as Decision, next }
}

office.post('/comments/undo', async (c) => {
  const { app, actor } = c.var
  await readButton(c)
  const count = await undoLastDecision(app, actor)
  return redirectWith(c, queuePath, words(actor.locale)('undone', { count }))
})

office.get('/comments/settings', async (c) => {
  allow(mayModerate(c.var.actor))
  const { waits, closesAfterDays } = await ruleOf(c.var.app.db)
  return rulePage(c, freshForm({ waits, closesAfterDays: closesAfterDays?.toString() ?? '' }))
})

office.post('/comments/settings', async (c) => {
  const { app, actor } = c.var
  const form = await readForm(c, ruleForm)
  if (!form.ok) return rulePage(c, returnedForm(form.typed, form.errors))
  await setCommentRule(app, actor, form.value)
  return redirectWith(c, rulePath, words(actor.locale)('rule.saved'))
})

function rulePage(c: Context<Env>, form: FormState) {
  allow(mayModerate(c.var.actor))
  return c.html(<RulePage frame={c.var.frame} form={form} />, statusOf(form))
}

office.get('/comments/of/:slug', async (c) => {
  const { app, actor, frame } = c.var
  allow(mayModerate(actor))
  const post = await commentedPost(app.db, app.now(), c.req.param('slug'))
  const page = pageAsked(c.req.query('page'))
  const [queue, rule] = await Promise.all([
    commentQueue(app.db, actor, { part: 'shown', page, postId: post.id }),
    ruleOf(app.db),
  ])
  const isOpen = takesComments(post, rule, app.now())
  const more = { isOpen, closing: closingPath(post.slug) }
  return c.html(<PostCommentsPage {...{ frame, queue, post }} {...more} zone={actor.zone} />)
})

office.post('/comments/of/:slug/closing', async (c) => {
  const { app, actor } = c.var
  const { state } = await readPlainForm(c, closingForm)
  const slug = c.req.param('slug')
  await setClosing(app, actor, slug, state)
  return redirectWith(c, ofPostPath(slug), words(actor.locale)(`of.done.${state}`))
})
