import type { Context } from 'hono'
import { redirectWith } from '../../../platform/flash.ts'
import { type FormState, freshForm, readForm, returnedForm, statusOf } from '../../../platform/forms.ts'
import { allow, NotFound, Refusal } from '../../../platform/refusals.ts'
import { type Env, isSignedIn, router } from '../../people/index.ts'
import { roundByCode, roundById } from '../../rounds/index.ts'
import { openEndSurvey } from '../../surveys/index.ts'
import { askForCertificate } from '../actions/asking.ts'
import { OwnCertificatePage } from '../pages/own.tsx'
import { emailedPath, ownPath } from '../paths.ts'
import { readCertificateToken } from '../policy.ts'
import { badgeOf, latestOf } from '../queries/certificates.ts'
import { type Candidate, candidateById, candidateOf, claimOf } from '../queries/own.ts'
import { nameForm } from '../schema.ts'
import { words } from '../words.ts'

/** One's own certificate, by the link of an email or signed in. Pages of both show the same. */
export const ownRoutes = router()

for (const door of ['/my-certificate/:token', '/me/rounds/:code/certificate'] as const) {
  ownRoutes.get(door, async (c) => {
    const { candidate } = await found(c)
    const last = await latestOf(c.var.app.db, candidate.applicationId)
    return ownPage(c, freshForm({ name: last?.nameWritten || candidate.name }))
  })
  ownRoutes.post(`${door}/ask`, async (c) => {
    const { app, frame } = c.var
    const { candidate, base } = await found(c)
    const form = await readForm(c, nameForm)
    if (!form.ok) return ownPage(c, returnedForm(form.typed, form.errors))
    try {
      await askForCertificate(app, candidate.applicationId, form.value.name)
    } catch (error) {
      // What is wrong with the name is told beside it.
      if (!(error instanceof Refusal) || error.code !== 'letter-without-font') throw error
      return ownPage(c, { values: form.value, errors: { name: 'letter-without-font' } })
    }
    return redirectWith(c, base, words(frame.locale)('own.asked'))
  })
  ownRoutes.get(`${door}/badge.json`, async (c) => {
    const { candidate } = await found(c)
    const last = await latestOf(c.var.app.db, candidate.applicationId)
    if (!last) throw new NotFound('no-such-certificate')
    const badge = await badgeOf(c.var.app.db, last.id)
    c.header('Content-Type', 'application/vc+ld+json; charset=utf-8')
    c.header('Content-Disposition', `attachment; filename="badge-${last.code}.json"`)
    return c.body(JSON.stringify(badge))
  })
}

/** Whose it is, and where. @throws NotFound `no-such-place` */
async function found(c: Context<Env>): Promise<{ candidate: Candidate; base: string }> {
  const { app, actor } = c.var
  // The address may hold a key: no page it leads to is told.
  c.header('Referrer-Policy', 'no-referrer')
  const token = c.req.param('token')
  if (token !== undefined) {
    const id = readCertificateToken(app, token)
    if (id === null) throw new NotFound('no-such-place')
    return { candidate: await candidateById(app.db, id), base: emailedPath(token) }
  }
  allow(isSignedIn(actor))
  const round = await roundByCode(app.db, actor, c.req.param('code') ?? '')
  return { candidate: await candidateOf(app.db, actor.id, round.id), base: ownPath(round.code) }
}

async function ownPage(c: Context<Env>, form: FormState) {
  const { app, frame } = c.var
  const { candidate, base } = await found(c)
  const round = await roundById(app.db, candidate.roundId)
  const claim = await claimOf(app.db, candidate, app.now())
  const certificate = await latestOf(app.db, candidate.applicationId)
  const survey = await openEndSurvey(app, round, candidate.applicationId)
  const props = {
    frame,
    round,
    claim,
    survey,
    certificate,
    form,
    base,
    origin: app.origin,
    network: frame.site.name,
  }
  return c.html(<OwnCertificatePage {...props} />, statusOf(form))
}
