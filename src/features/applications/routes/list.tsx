import type { Context } from 'hono'
import { redirectWith } from '../../../platform/flash.ts'
import { type FormState, readForm, statusOf, type Typed } from '../../../platform/forms.ts'
import { allow, Forbidden, Unacceptable } from '../../../platform/refusals.ts'
import { type Env, router } from '../../people/index.ts'
import { roundByCode } from '../../rounds/index.ts'
import { dropApplication, mendApplication } from '../actions/cleaning.ts'
import { settleCorrection } from '../actions/corrections.ts'
import { type Answers, type Application, fullName, sectors, stages } from '../application.ts'
import type { Change } from '../checks.ts'
import { countryCodes } from '../countries.ts'
import type { Desk } from '../desk.ts'
import { fold } from '../fold.ts'
import { ApplicationPage } from '../pages/application.tsx'
import { ApplicationsPage } from '../pages/list.tsx'
import { NumbersPage } from '../pages/numbers.tsx'
import { applicationPath } from '../paths.ts'
import { countriesCountedFor, maySeeApplications } from '../policy.ts'
import { applicationById, countryNumbers, deskFor } from '../queries/applications.ts'
import { mendsOf, wordsBefore } from '../queries/batches.ts'
import { rowsBehind } from '../queries/imports.ts'
import { correctionForm, dropForm, type ListQuery, listQuery, mendForm } from '../schema.ts'
import { words } from '../words.ts'
import { backTo } from './back.ts'
import { orSay } from './or-say.ts'

export const list = router()

list.get('/rounds/:code/applications', async (c) => {
  const { app, actor, frame } = c.var
  const round = await roundByCode(app.db, actor, c.req.param('code'))
  if (!maySeeApplications(actor)) {
    if (countriesCountedFor(actor) !== 'all' && !actor.roles.has('ambassador'))
      throw new Forbidden('not-allowed')
    return c.html(
      <NumbersPage frame={frame} round={round} numbers={await countryNumbers(app.db, actor, round.id)} />,
    )
  }
  const query = listQuery.parse(c.req.query())
  const desk = await deskFor(app.db, actor, round.id)
  const before = query.q ? await wordsBefore(app.db, round.id) : new Map<string, string[]>()
  const found = foundOn(desk, query, before)
  return c.html(<ApplicationsPage frame={frame} round={round} desk={desk} query={query} found={found} />)
})

/** An application is found by every name and address it had, before it was mended too. */
function foundOn(
  desk: Desk,
  { state, country, sector, q = '' }: ListQuery,
  before: ReadonlyMap<string, readonly string[]>,
): Application[] {
  const sought = fold(q)
  const mentions = (text: string) => fold(text).includes(sought)
  return desk.applications.filter(
    (one) =>
      (state === undefined || desk.states.get(one.id) === state) &&
      (country === undefined || one.country === country) &&
      (sector === undefined || one.sector === sector) &&
      (sought === '' ||
        mentions(`${fullName(one)} ${one.email} ${one.workplace}`) ||
        (before.get(one.id) ?? []).some(mentions)),
  )
}

const idPattern = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'

list.get(`/rounds/:code/applications/:id{${idPattern}}`, (c) => showApplication(c))

async function showApplication(c: Context<Env>, errors: FormState['errors'] = {}, typed: Typed = {}) {
  const { app, actor, frame } = c.var
  allow(maySeeApplications(actor))
  const round = await roundByCode(app.db, actor, c.req.param('code') ?? '')
  const application = await applicationById(app.db, actor, c.req.param('id') ?? '')
  const desk = await deskFor(app.db, actor, round.id)
  const mends = await mendsOf(app.db, application.id)
  return c.html(
    <ApplicationPage
      frame={frame}
      round={round}
      application={application}
      state={desk.states.get(application.id) ?? 'problem'}
      problems={desk.problems.get(application.id) ?? []}
      mergedInto={desk.byId.get(application.mergedInto ?? '')}
      standsFor={desk.applications.filter(({ mergedInto }) => mergedInto === application.id)}
      mends={mends.map((mend) => ({ ...mend, before: mend.before as Change, after: mend.after as Change }))}
      rows={await rowsBehind(app.db, application.id)}
      errors={errors}
      answers={withTyped(application, typed)}
    />,
    statusOf({ errors }),
  )
}

/** The answers with what was typed in their place, as far as a form can show it again. */
function withTyped(answers: Answers, typed: Typed): Answers {
  const text = (name: string) => (typeof typed[name] === 'string' ? typed[name] : undefined)
  const choice = <Code extends string>(codes: readonly Code[], name: string) =>
    codes.find((code) => code === typed[name])
  const languages = text('languages')
  return {
    ...answers,
    email: text('email') ?? answers.email,
    givenName: text('givenName') ?? answers.givenName,
    familyName: text('familyName') ?? answers.familyName,
    country: choice(countryCodes, 'country') ?? answers.country,
    zone: text('zone') ?? answers.zone,
    workplace: text('workplace') ?? answers.workplace,
    jobTitle: text('jobTitle') ?? answers.jobTitle,
    sector: choice(sectors, 'sector') ?? answers.sector,
    stage: choice(stages, 'stage') ?? answers.stage,
    interests: Array.isArray(typed.interests) ? typed.interests : answers.interests,
    languages: languages === undefined ? answers.languages : [languages],
  }
}

list.post(`/rounds/:code/applications/:id{${idPattern}}/mend`, async (c) => {
  const { app, actor } = c.var
  const { code, id } = c.req.param()
  const form = await readForm(c, mendForm)
  if (!form.ok) return showApplication(c, form.errors, form.typed)
  const done = await mendApplication(app, actor, id, form.value)
  const t = words(actor.locale)
  return redirectWith(
    c,
    backTo(form.value.back, applicationPath(code, id)),
    t(done.batchId ? 'flash.mended' : 'flash.nothing'),
  )
})

list.post(`/rounds/:code/applications/:id{${idPattern}}/correct`, async (c) => {
  const { app, actor } = c.var
  const { code, id } = c.req.param()
  const form = await readForm(c, correctionForm)
  if (!form.ok) throw new Unacceptable('not-a-form')
  const { verdict, back } = form.value
  const to = backTo(back, applicationPath(code, id))
  return orSay(c, to, async () => {
    await settleCorrection(app, actor, id, verdict)
    return words(actor.locale)(`flash.correction.${verdict}`)
  })
})

list.post(`/rounds/:code/applications/:id{${idPattern}}/drop`, async (c) => {
  const { app, actor } = c.var
  const { code, id } = c.req.param()
  const form = await readForm(c, dropForm)
  if (!form.ok) return showApplication(c, form.errors)
  await dropApplication(app, actor, id, form.value.reason)
  return redirectWith(
    c,
    backTo(form.value.back, applicationPath(code, id)),
    words(actor.locale)('flash.dropped'),
  )
})
