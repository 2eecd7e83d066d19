import type { Context } from 'hono'
import { redirectWith } from '../../../platform/flash.ts'
import { type FormState, readForm, statusOf, type Typed } from '../../../platform/forms.ts'
import { allow, Conflict, Unacceptable } from '../../../platform/refusals.ts'
import { type Env, router } from '../../people/index.ts'
import { roundByCode } from '../../rounds/index.ts'
import { dropApplication, mendApplication } from '../actions/cleaning.ts'
import { settleCorrection } from '../actions/corrections.ts'
import { type Answers, sectors, stages } from '../application.ts'
import { type Change, problemKinds } from '../checks.ts'
import { countryNamed } from '../countries.ts'
import { allProblemsOf } from '../desk.ts'
import { faultsIn } from '../faults.ts'
import { ApplicationPage } from '../pages/application.tsx'
import { ProblemsPage } from '../pages/problems.tsx'
import { applicationPath } from '../paths.ts'
import { maySeeApplications } from '../policy.ts'
import { againOf } from '../queries/again.ts'
import { applicationById } from '../queries/applications.ts'
import { mendsOf } from '../queries/batches.ts'
import { deskFor } from '../queries/desk.ts'
import { rowsBehind } from '../queries/imports.ts'
import { givenAnswersOf } from '../queries/own-answers.ts'
import { unreachableIn } from '../queries/unreachable.ts'
import { correctionForm, dropForm, mendForm } from '../schema.ts'
import { words } from '../words.ts'
import { backTo } from './back.ts'
import { openDesk } from './open-desk.ts'
import { orSay } from './or-say.ts'

/** One application: looked at, mended, dropped. */
export const mending = router()

const idPattern = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'

mending.get(`/rounds/:code/applications/:id{${idPattern}}`, (c) => showApplication(c))

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
      problems={allProblemsOf(desk, application.id)}
      mergedInto={desk.byId.get(application.mergedInto ?? '')}
      standsFor={desk.applications.filter(({ mergedInto }) => mergedInto === application.id)}
      mends={mends.map((mend) => ({ ...mend, before: mend.before as Change, after: mend.after as Change }))}
      unreachable={(await unreachableIn(app.db, round.id, application.id))[0]}
      rows={await rowsBehind(app.db, application.id)}
      own={await givenAnswersOf(app.db, application.id)}
      again={await againOf(app.db, application.id)}
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
  const [country, languages] = [text('country'), text('languages')]
  return {
    ...answers,
    email: text('email') ?? answers.email,
    givenName: text('givenName') ?? answers.givenName,
    familyName: text('familyName') ?? answers.familyName,
    country: country === undefined ? answers.country : (countryNamed(country) ?? country),
    zone: text('zone') ?? answers.zone,
    workplace: text('workplace') ?? answers.workplace,
    jobTitle: text('jobTitle') ?? answers.jobTitle,
    sector: choice(sectors, 'sector') ?? answers.sector,
    stage: choice(stages, 'stage') ?? answers.stage,
    interests: Array.isArray(typed.interests) ? typed.interests : answers.interests,
    languages: languages === undefined ? answers.languages : [languages],
  }
}

mending.post(`/rounds/:code/applications/:id{${idPattern}}/mend`, async (c) => {
  const { app, actor } = c.var
  const { code, id } = c.req.param()
  const form = await readForm(c, mendForm)
  if (!form.ok) return mendAgain(c, form.errors, form.typed)
  try {
    const { batchId } = await mendApplication(app, actor, id, form.value)
    const to = backTo(form.value.back, applicationPath(code, id))
    return redirectWith(c, to, words(actor.locale)(batchId ? 'flash.mended' : 'flash.nothing'))
  } catch (error) {
    if (!(error instanceof Conflict)) throw error
    if (error.code === 'problem-settled')
      return redirectWith(
        c,
        applicationPath(code, id),
        words(actor.locale)('refusal.problem-settled'),
        'danger',
      )
    if (error.code !== 'still-wrong') throw error
    return mendAgain(c, faultsIn(await applicationById(app.db, actor, id), form.value), form.typed)
  }
})

/** The page that the form was on, with what was typed: one kind of problem, or the one application. */
async function mendAgain(c: Context<Env>, errors: FormState['errors'], typed: Typed) {
  const id = c.req.param('id') ?? ''
  const { batches, ...open } = await openDesk(c)
  const kind = problemKinds.find((known) => known === typed.kind)
  const isOpen = allProblemsOf(open.desk, id).some((problem) => problem.kind === kind)
  if (!kind || !isOpen) return showApplication(c, errors, typed)
  const answers = withTyped(await applicationById(c.var.app.db, c.var.actor, id), typed)
  return c.html(
    <ProblemsPage {...open} kind={kind} pages={{ open: 1, asked: 1 }} returned={{ id, errors, answers }} />,
    422,
  )
}

mending.post(`/rounds/:code/applications/:id{${idPattern}}/correct`, async (c) => {
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

mending.post(`/rounds/:code/applications/:id{${idPattern}}/drop`, async (c) => {
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
