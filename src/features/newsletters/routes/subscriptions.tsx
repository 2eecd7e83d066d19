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
import { deadAddress, readUnsubscribeToken } from '../../../platform/mail/index.ts'
import { NotFound } from '../../../platform/refusals.ts'
import { networkOf } from '../../../platform/sign-in/index.ts'
import { type Env, router } from '../../people/index.ts'
import { confirmByLink, newsletterList, questionByLink } from '../../subscribers/index.ts'
import {
  changeSubscription,
  leaveOne,
  pauseSubscription,
  resumeSubscription,
  subscribe,
} from '../actions/subscribing.ts'
import { ownLink } from '../emails/for-reader.ts'
import { AskedPage, ConfirmPage, SubscribePage } from '../pages/subscribe.tsx'
import { EndedPage, LeftPage, SubscriptionsPage } from '../pages/subscriptions.tsx'
import { askedPath, subscriptionsPath } from '../paths.ts'
import { subscriptionOf, subscriptionsByToken } from '../queries/subscriptions.ts'
import { usualRhythm } from '../rhythm.ts'
import { changeForm, subscribeForm } from '../schema.ts'
import { words } from '../words.ts'

/** Subscribing, and the page of one's own subscriptions. */
export const subscriptionRoutes = router()

// These addresses hold a key: no page they lead to is told.
for (const keyed of ['/subscriptions/*', '/subscribe/confirm/*'])
  subscriptionRoutes.use(keyed, async (c, next) => {
    c.header('Referrer-Policy', 'no-referrer')
    await next()
  })

subscriptionRoutes.get('/subscribe', async (c) => {
  const { app, actor, frame } = c.var
  const own = actor.email === null ? undefined : await subscriptionOf(app.db, actor.email)
  if (own) return c.redirect(new URL(ownLink(app, own.id)).pathname, 303)
  return subscribePage(c, freshForm({ email: actor.email ?? '', rhythm: usualRhythm, locale: frame.locale }))
})

subscriptionRoutes.post('/subscribe', async (c) => {
  const { app, actor, frame } = c.var
  const form = await readForm(c, subscribeForm)
  if (!form.ok)
    return subscribePage(
      c,
      returnedForm({ rhythm: usualRhythm, locale: frame.locale, ...form.typed }, form.errors),
    )
  const { email, rhythm, locale = frame.locale } = form.value
  const network = networkOf(c, app.config.trustedProxies)
  const isOn = await subscribe(app, { email, rhythm, locale, network, own: actor.email })
  const own = isOn ? await subscriptionOf(app.db, email) : undefined
  if (!own) return c.redirect(askedPath, 303)
  return redirectWith(c, new URL(ownLink(app, own.id)).pathname, words(frame.locale)('done.title'))
})

const subscribePage = async (c: Context<Env>, form: FormState) => {
  const { app, features, frame, network } = c.var
  const others = await Promise.all(features.map(({ waysToFollow }) => waysToFollow?.(app, frame)))
  return c.html(<SubscribePage {...{ frame, form, others }} offered={network.locales} />, statusOf(form))
}

subscriptionRoutes.get('/subscribe/asked', (c) => c.html(<AskedPage frame={c.var.frame} />))

subscriptionRoutes.get('/subscribe/confirm/:secret', async (c) => {
  const { app, frame } = c.var
  const { secret, id, email } = await asked(c)
  const own = await subscriptionOf(app.db, email)
  // Opened once more by whoever has said yes.
  if (own?.id === id) return c.redirect(new URL(ownLink(app, id)).pathname, 303)
  return c.html(<ConfirmPage frame={frame} secret={secret} email={email} />)
})

subscriptionRoutes.post('/subscribe/confirm/:secret', async (c) => {
  const { app, frame } = c.var
  await readButton(c)
  const { secret } = await asked(c)
  const id = await confirmByLink(app, secret, newsletterList)
  return redirectWith(c, new URL(ownLink(app, id)).pathname, words(frame.locale)('done.title'))
})

/** What a link asks about. @throws NotFound `no-such-subscribing` */
async function asked(c: Context<Env>) {
  const secret = c.req.param('secret') ?? ''
  const question = await questionByLink(c.var.app.db, secret, newsletterList)
  if (!question) throw new NotFound('no-such-subscribing')
  return { secret, ...question }
}

subscriptionRoutes.get('/subscriptions/:token', async (c) => {
  try {
    return await ownPage(c)
  } catch (refusal) {
    // A key of ours whose address was forgotten, or of an email that is only looked at.
    const isOurs = readUnsubscribeToken(c.var.app, c.req.param('token')) !== null
    if (!isOurs || !(refusal instanceof NotFound)) throw refusal
    return c.html(<EndedPage frame={c.var.frame} />)
  }
})

subscriptionRoutes.post('/subscriptions/:token/change', async (c) => {
  const { app, frame } = c.var
  const token = c.req.param('token')
  const form = await readForm(c, changeForm)
  if (!form.ok) return ownPage(c, returnedForm(form.typed, form.errors))
  await changeSubscription(app, token, form.value)
  return redirectWith(c, subscriptionsPath(token), words(frame.locale)('own.saved'))
})

subscriptionRoutes.post('/subscriptions/:token/pause', async (c) => {
  await readButton(c)
  await pauseSubscription(c.var.app, c.req.param('token'))
  return c.redirect(subscriptionsPath(c.req.param('token')), 303)
})

subscriptionRoutes.post('/subscriptions/:token/resume', async (c) => {
  await readButton(c)
  await resumeSubscription(c.var.app, c.req.param('token'))
  return redirectWith(c, subscriptionsPath(c.req.param('token')), words(c.var.frame.locale)('own.resumed'))
})

subscriptionRoutes.post('/subscriptions/:token/leave', async (c) => {
  await readButton(c)
  await leaveOne(c.var.app, c.req.param('token'), newsletterList)
  return c.html(<LeftPage frame={c.var.frame} />)
})

subscriptionRoutes.post('/subscriptions/:token/lists/:list/leave', async (c) => {
  await readButton(c)
  await leaveOne(c.var.app, c.req.param('token'), c.req.param('list'))
  return redirectWith(c, subscriptionsPath(c.req.param('token')), words(c.var.frame.locale)('own.left-one'))
})

async function ownPage(c: Context<Env>, form?: FormState) {
  const { app, frame, network } = c.var
  const token = c.req.param('token') ?? ''
  const subscriptions = await subscriptionsByToken(app.db, app, token)
  const { newsletter, email } = subscriptions
  const isUnreachable = (await deadAddress(app.db, email)) !== undefined
  const shown =
    form ?? freshForm({ rhythm: newsletter?.rhythm ?? '', locale: newsletter?.locale ?? frame.locale })
  const offered = network.locales
  return c.html(
    <SubscriptionsPage
      {...{ frame, token, subscriptions, isUnreachable, offered }}
      form={shown}
      now={app.now()}
    />,
    statusOf(shown),
  )
}
