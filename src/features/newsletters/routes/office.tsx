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
import { campaignProgress, laidOut } from '../../../platform/mail/index.ts'
import { networkIn } from '../../../platform/network/index.ts'
import { allow, Conflict, NotFound } from '../../../platform/refusals.ts'
import { type Env, router } from '../../people/index.ts'
import { callBackIssue, decideIssue, testIssue, turnIssue } from '../actions/deciding.ts'
import {
  addPosts,
  beginIssue,
  dropIssue,
  dropIssueText,
  movePost,
  saveIssueText,
  setAudience,
} from '../actions/writing.ts'
import { issueEmail } from '../emails/issue.ts'
import { IssuePage } from '../pages/office/issue.tsx'
import { IssuesPage } from '../pages/office/list.tsx'
import { IssuePreviewPage } from '../pages/office/preview.tsx'
import { SendIssuePage } from '../pages/office/send.tsx'
import { IssueTextPage } from '../pages/office/text.tsx'
import { issuePath, issuePreviewPath, issuesPath } from '../paths.ts'
import { mayWorkOnIssues } from '../policy.ts'
import { type FullIssue, issueById, listedIssues, offeredPosts } from '../queries/issues.ts'
import { readersOf, rehearsalOf, sendingOf } from '../queries/readers.ts'
import { readersByRhythm } from '../queries/subscriptions.ts'
import { addForm, audienceForm, beginForm, decideForm, moveForm, textForm } from '../schema.ts'
import { words } from '../words.ts'

export const office = router()

for (const path of ['/newsletters', '/newsletters/*'])
  office.use(path, async (c, next) => {
    allow(mayWorkOnIssues(c.var.actor))
    await next()
  })

office.get('/newsletters', async (c) => {
  const { app, actor, frame } = c.var
  const [issues, readers] = await Promise.all([listedIssues(app.db, actor), readersByRhythm(app.db)])
  return c.html(<IssuesPage {...{ frame, issues, readers }} zone={actor.zone} />)
})

office.post('/newsletters/begin', async (c) => {
  const { app, actor } = c.var
  const { once } = await readPlainForm(c, beginForm)
  return c.redirect(issuePath(await beginIssue(app, actor, once)), 303)
})

office.get('/newsletters/:id', async (c) => {
  const { app, actor, frame, network } = c.var
  const issue = await issueIn(c)
  const posts = issue.decidedAt === null ? await offeredPosts(app.db, issue.id) : []
  const shown = { frame, issue, posts, offered: network.locales, zone: actor.zone }
  return c.html(<IssuePage {...shown} sent={await sentOf(c, issue)} />)
})

async function sentOf(c: Context<Env>, issue: FullIssue) {
  const { app } = c.var
  if (issue.decidedAt === null || issue.campaignId === null) return null
  const [progress, sending] = await Promise.all([
    campaignProgress(app.db, issue.campaignId),
    sendingOf(app.db, issue),
  ])
  return { progress, sending }
}

const issueIn = (c: Context<Env>) =>
  issueById(c.var.app.db, c.var.actor, c.req.param('id') ?? '', c.var.app.now())

office.get('/newsletters/:id/texts/:locale', async (c) => {
  const issue = await issueIn(c)
  const {
    subject = '',
    preview = '',
    welcome = '',
  } = issue.texts.find(({ locale }) => locale === c.req.param('locale')) ?? {}
  return textPage(c, issue, freshForm({ subject, preview, welcome }))
})

office.post('/newsletters/:id/texts/:locale', async (c) => {
  const { app, actor } = c.var
  const locale = localeIn(c)
  const form = await readForm(c, textForm)
  const id = c.req.param('id')
  if (!form.ok) return textPage(c, await issueIn(c), returnedForm(form.typed, form.errors))
  try {
    await saveIssueText(app, actor, id, { locale, ...form.value })
  } catch (error) {
    if (!(error instanceof Conflict) || error.code !== 'issue-changed') throw error
    return textPage(c, await issueIn(c), returnedForm(form.typed, { welcome: 'issue-changed' }))
  }
  return redirectWith(c, issuePath(id), words(actor.locale)('text.saved'))
})

office.post('/newsletters/:id/texts/:locale/drop', async (c) => {
  const { app, actor } = c.var
  await readButton(c)
  await dropIssueText(app, actor, c.req.param('id'), localeIn(c))
  return redirectWith(c, issuePath(c.req.param('id')), words(actor.locale)('text.dropped'))
})

/** @throws NotFound for a language that the network does not offer */
function localeIn(c: Context<Env>): string {
  const locale = c.var.network.locales.find((one) => one === c.req.param('locale'))
  if (!locale) throw new NotFound('not-found')
  return locale
}

const textPage = (c: Context<Env>, issue: FullIssue, form: FormState) =>
  c.html(<IssueTextPage {...{ frame: c.var.frame, issue, form }} locale={localeIn(c)} />, statusOf(form))

office.post('/newsletters/:id/audience', async (c) => {
  const { app, actor } = c.var
  const { audience } = await readPlainForm(c, audienceForm)
  await setAudience(app, actor, c.req.param('id'), audience)
  return redirectWith(c, issuePath(c.req.param('id')), words(actor.locale)('issue.saved'))
})

office.post('/newsletters/:id/add', async (c) => {
  const { app, actor } = c.var
  const { postId } = await readPlainForm(c, addForm)
  if (postId.length > 0) await addPosts(app, actor, c.req.param('id'), postId)
  return c.redirect(issuePath(c.req.param('id')), 303)
})

office.post('/newsletters/:id/move', async (c) => {
  const { app, actor } = c.var
  const move = await readPlainForm(c, moveForm)
  await movePost(app, actor, c.req.param('id'), move)
  return c.redirect(issuePath(c.req.param('id')), 303)
})

office.post('/newsletters/:id/drop', async (c) => {
  const { app, actor } = c.var
  await readButton(c)
  await dropIssue(app, actor, c.req.param('id'))
  return redirectWith(c, issuesPath, words(actor.locale)('issue.dropped'))
})

office.get('/newsletters/:id/preview/:locale', async (c) => {
  const { actor, frame } = c.var
  const issue = await issueIn(c)
  const email = await emailIn(c, issue)
  const locale = c.req.param('locale')
  return c.html(<IssuePreviewPage {...{ frame, issue, locale, email }} own={actor.email} />)
})

office.get('/newsletters/:id/preview/:locale/drawn', async (c) => {
  return laidOut(c, await emailIn(c, await issueIn(c)))
})

async function emailIn(c: Context<Env>, issue: FullIssue) {
  const { app } = c.var
  const text = issue.texts.find(({ locale }) => locale === c.req.param('locale'))
  if (!text) throw new NotFound('no-such-issue')
  return issueEmail(app, { issue, text, posts: issue.posts, network: await networkIn(app) })
}

office.post('/newsletters/:id/preview/:locale/test', async (c) => {
  const { app, actor } = c.var
  await readButton(c)
  const { id, locale } = c.req.param()
  await testIssue(app, actor, id, locale)
  return redirectWith(c, issuePreviewPath(id, locale), words(actor.locale)('preview.tested'))
})

office.get('/newsletters/:id/send', (c) => sendPage(c, freshForm({ at: '' })))

office.post('/newsletters/:id/send', async (c) => {
  const { app, actor } = c.var
  const id = c.req.param('id')
  const form = await readForm(c, decideForm(actor.zone, app.now()))
  if (!form.ok) return sendPage(c, returnedForm(form.typed, form.errors))
  const { at, revision } = form.value
  const count = await decideIssue(app, actor, id, { sendAt: at, revision })
  return redirectWith(c, issuePath(id), words(actor.locale)('send.done', { count }))
})

async function sendPage(c: Context<Env>, form: FormState) {
  const { app, actor, frame } = c.var
  const issue = await issueIn(c)
  if (issue.decidedAt !== null) throw new Conflict('issue-decided')
  const rehearsal = rehearsalOf(await readersOf(app, app.db, issue))
  return c.html(<SendIssuePage {...{ frame, issue, rehearsal, form }} zone={actor.zone} />, statusOf(form))
}

office.post('/newsletters/:id/call-back', async (c) => {
  const { app, actor } = c.var
  await readButton(c)
  await callBackIssue(app, actor, c.req.param('id'))
  return redirectWith(c, issuePath(c.req.param('id')), words(actor.locale)('sent.called-back'))
})

for (const [act, to] of [
  ['stop', 'stopped'],
  ['resume', 'resumed'],
] as const)
  office.post(`/newsletters/:id/${act}`, async (c) => {
    const { app, actor } = c.var
    await readButton(c)
    const id = c.req.param('id') ?? ''
    await turnIssue(app, actor, id, to)
    return redirectWith(c, issuePath(id), words(actor.locale)(`sent.${to}.done`))
  })
