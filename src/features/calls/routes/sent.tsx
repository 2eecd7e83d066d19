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
import { NotFound } from '../../../platform/refusals.ts'
import { makeLink, useLink } from '../../../platform/sign-in/index.ts'
import { askToSignIn, type Env, isSignedIn, router, signInPath, visitor } from '../../people/index.ts'
import { roundByCode, roundPath } from '../../rounds/index.ts'
import {
  claimApplication,
  confirmByLink,
  denyByLink,
  emailLink,
  withdrawApplication,
} from '../actions/owning.ts'
import { textIn } from '../draft.ts'
import { ConfirmPage, DeniedPage, LaterPage, ResumePage } from '../pages/around.tsx'
import { SentPage, WithdrawPage } from '../pages/sent.tsx'
import { applyPath, laterPath, sentPath } from '../paths.ts'
import { draftByLink } from '../queries/drafts.ts'
import { addresseeOf } from '../queries/sent.ts'
import { claimForm, mailForm } from '../schema.ts'
import { words } from '../words.ts'
import { closed, isOpen } from './closed.tsx'
import { askerOf, deviceOf, forgetSecret, keepSecret } from './device.ts'
import { type Opened, openForm, wasDenied } from './open.ts'

export const sentRoutes = router()

/** Whoever is not known here may be once they have signed in; who has begun and not sent goes on with it. */
sentRoutes.get('/rounds/:code/apply/sent', async (c) => {
  const { actor, frame } = c.var
  const opened = await openForm(c)
  const { round, zone, sent, draft } = opened
  if (wasDenied(c, opened))
    return c.html(<DeniedPage {...{ frame, round, zone }} isOpen={isOpen(c, round)} />)
  if (!sent) {
    const isKnown = actor.id !== null || draft !== null
    return isKnown ? c.redirect(applyPath(round.code), 303) : askToSignIn(c, applyPath(round.code))
  }
  const hasUnsent = draft?.sentAt ? draft.savedAt > draft.sentAt : false
  const mayChange = isOpen(c, round) && !frame.paused
  return c.html(
    <SentPage
      {...{ frame, round, zone, hasUnsent }}
      isSignedIn={isSignedIn(actor)}
      isOpen={mayChange}
      application={sent.application}
      confirm={sent}
    />,
  )
})

sentRoutes.post('/rounds/:code/apply/claim', async (c) => {
  const { app, actor } = c.var
  const { id, isMine } = await readPlainForm(c, claimForm)
  const { round } = await openForm(c)
  await claimApplication(app, actor, { id, isMine: isMine === 'yes' })
  const said = words(actor.locale)(isMine === 'yes' ? 'sent.confirmed' : 'sent.denied')
  return redirectWith(c, isMine === 'yes' ? sentPath(round.code) : roundPath(round.code), said)
})

sentRoutes.get('/rounds/:code/apply/withdraw', async (c) => {
  const { round, zone, sent } = await openForm(c)
  if (!sent) throw new NotFound('no-such-draft')
  return c.html(<WithdrawPage {...{ frame: c.var.frame, round, zone }} isOpen={isOpen(c, round)} />)
})

sentRoutes.post('/rounds/:code/apply/withdraw', async (c) => {
  const { app, actor } = c.var
  await readButton(c)
  const { round, sent } = await openForm(c)
  if (!sent) throw new NotFound('no-such-draft')
  await withdrawApplication(app, round, { id: sent.application.id, personId: actor.id })
  return redirectWith(c, sentPath(round.code), words(actor.locale)('sent.withdrawn'))
})

sentRoutes.post('/rounds/:code/apply/forget', async (c) => {
  await readButton(c)
  const { round } = await openForm(c)
  forgetSecret(c, round)
  return redirectWith(c, roundPath(round.code), words(c.var.frame.locale)('sent.forgotten'))
})

sentRoutes.get('/rounds/:code/apply/later', async (c) => {
  const opened = await openForm(c)
  const { round, draft, values } = opened
  if (!isOpen(c, round)) return closed(c, opened)
  if (draft === null) return c.redirect(applyPath(round.code), 303)
  return laterPage(c, opened, freshForm({ email: textIn(values, 'email') }))
})

sentRoutes.post('/rounds/:code/apply/later/email', async (c) => {
  const { app, frame } = c.var
  const opened = await openForm(c)
  const { round, zone } = opened
  const form = await readForm(c, mailForm)
  if (!isOpen(c, round)) return closed(c, opened)
  if (!form.ok) return laterPage(c, opened, returnedForm(form.typed, form.errors))
  const asker = askerOf(c)
  // Someone who is signed in gets it to their own address, and to no other.
  const email = asker.email ?? form.value.email
  const secret = await emailLink(app, asker, round, { email, zone })
  keepSecret(c, round, { ...deviceOf(c), secret })
  return redirectWith(c, laterPath(round.code), words(frame.locale)('later.sent', { email }))
})

function laterPage(c: Context<Env>, { round, zone }: Opened, form: FormState) {
  const { actor, frame } = c.var
  const kept = actor.id !== null ? 'account' : deviceOf(c).isOwn ? 'device' : 'window'
  return c.html(<LaterPage {...{ frame, round, zone, form, kept }} />, statusOf(form))
}

sentRoutes.get('/apply/resume/:secret', async (c) => {
  const { round, secret } = await linked(c, 'resume')
  return c.html(<ResumePage {...{ frame: c.var.frame, round, secret, as: c.var.actor.email }} />)
})

sentRoutes.post('/apply/resume/:secret/open', async (c) => {
  await readButton(c)
  const { round, secret } = await linked(c, 'resume')
  keepSecret(c, round, { secret, isOwn: false })
  return c.redirect(applyPath(round.code), 303)
})

sentRoutes.get('/apply/confirm/:secret', async (c) => {
  const { round, secret, applicationId } = await linked(c, 'confirm')
  const { app, actor, frame } = c.var
  const { email, personId } = await addresseeOf(app.db, applicationId)
  const whose = actor.id !== null && actor.id === personId ? 'own' : personId === null ? 'new' : 'known'
  return c.html(<ConfirmPage {...{ frame, round, secret, email, whose }} as={actor.email} />)
})

/**
 * Someone we had not known is signed in by it at once; anyone else has their own way in, and a second factor perhaps. Who is
 * signed in with another address than theirs stays so.
 */
sentRoutes.post('/apply/confirm/:secret', async (c) => {
  const { app, actor, frame } = c.var
  await readButton(c)
  noReferrer(c)
  const { personId, isNew, code, email } = await confirmByLink(app, c.req.param('secret'))
  const said = words(frame.locale)('sent.confirmed')
  if (!isNew && isSignedIn(actor) && actor.id !== personId)
    return redirectWith(
      c,
      roundPath(code),
      words(frame.locale)('sent.confirmed-other', { email, as: actor.email }),
    )
  if (!isNew) {
    const next = `${signInPath}?next=${encodeURIComponent(sentPath(code))}`
    return redirectWith(c, actor.id === personId ? sentPath(code) : next, said)
  }
  const { cookies } = await useLink(app, await makeLink(app, personId), c.req.raw.headers)
  for (const cookie of cookies) c.header('Set-Cookie', cookie, { append: true })
  return redirectWith(c, sentPath(code), said)
})

sentRoutes.post('/apply/confirm/:secret/deny', async (c) => {
  await readButton(c)
  const { round, secret } = await linked(c, 'confirm')
  await denyByLink(c.var.app, secret)
  return redirectWith(c, roundPath(round.code), words(c.var.frame.locale)('sent.denied'))
})

/** The round and the application of a link that somebody holds. @throws NotFound `no-such-link` */
async function linked(c: Context<Env>, kind: 'resume' | 'confirm') {
  noReferrer(c)
  const { db } = c.var.app
  const secret = c.req.param('secret') ?? ''
  const draft = await draftByLink(db, kind, secret)
  if (!draft) throw new NotFound('no-such-link')
  const { applicationId } = draft
  return { secret, applicationId, round: await roundByCode(db, visitor('en'), draft.code) }
}

/** The address holds a secret: no page it leads to is told. */
const noReferrer = (c: Context<Env>) => c.header('Referrer-Policy', 'no-referrer')
