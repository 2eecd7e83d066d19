import type { Context } from 'hono'
import { redirectWith } from '../../../platform/flash.ts'
import { type FormState, freshForm, readForm, returnedForm, statusOf } from '../../../platform/forms.ts'
import { networkOf } from '../../../platform/sign-in/index.ts'
import { type Env, router } from '../../people/index.ts'
import { postPath } from '../../posts/index.ts'
import { answerReprint } from '../actions/answering.ts'
import { askForLeave } from '../actions/asking.ts'
import { AnswerPage } from '../pages/answer.tsx'
import { AskPage } from '../pages/ask.tsx'
import { answerPath } from '../paths.ts'
import { mayHandleReprints } from '../policy.ts'
import { postToReprint } from '../queries/below.ts'
import { askedOf } from '../queries/reprints.ts'
import { standingOf } from '../reprint.ts'
import { askForm, sayForm } from '../schema.ts'
import { words } from '../words.ts'

export const routes = router()

routes.get('/posts/:slug/reprint', (c) => {
  const { name, locale } = c.var.actor
  return askPage(c, freshForm({ name, language: locale }))
})

routes.post('/posts/:slug/reprint', async (c) => {
  const { app, actor, frame } = c.var
  const form = await readForm(c, askForm(actor.id !== null))
  if (!form.ok) return askPage(c, returnedForm(form.typed, form.errors))
  const { website: _website, ...wish } = form.value
  const email = actor.email ?? ('email' in wish ? String(wish.email) : '')
  const post = c.req.param('slug')
  const from = { network: networkOf(c, app.config.trustedProxies), locale: frame.locale }
  await askForLeave(app, { ...wish, email, post }, from)
  return redirectWith(c, postPath(post), words(frame.locale)('ask.done'))
})

async function askPage(c: Context<Env>, form: FormState) {
  const { app, actor, frame } = c.var
  const post = await postToReprint(app.db, app.now(), c.req.param('slug') ?? '')
  const who = { isMember: actor.id !== null, isEditor: mayHandleReprints(actor) }
  return c.html(<AskPage {...{ frame, post, form }} {...who} />, statusOf(form))
}

// The address holds a key: no page it leads to is told.
for (const keyed of ['/reprints/:key', '/reprints/:key/*'])
  routes.use(keyed, async (c, next) => {
    c.header('Referrer-Policy', 'no-referrer')
    await next()
  })

routes.get('/reprints/:key', (c) => answerPage(c, freshForm()))

routes.post('/reprints/:key/answer', async (c) => {
  const { app, actor, frame } = c.var
  const key = c.req.param('key')
  const form = await readForm(c, sayForm)
  if (!form.ok) return answerPage(c, returnedForm(form.typed, form.errors))
  await answerReprint(app, actor, key, form.value)
  const { reprint } = await askedOf(app, actor, key)
  const isAllowed = form.value.answer === 'yes' && standingOf(reprint) === 'allowed'
  const done = isAllowed ? 'allowed' : form.value.answer
  return redirectWith(c, answerPath(key), words(frame.locale)(`answer.done.${done}`))
})

async function answerPage(c: Context<Env>, form: FormState) {
  const { app, actor, frame } = c.var
  const path = c.req.param('key') ?? ''
  const asked = await askedOf(app, actor, path)
  return c.html(<AnswerPage {...{ frame, form, path }} {...asked} />, statusOf(form))
}
