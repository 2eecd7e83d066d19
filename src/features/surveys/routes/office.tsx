import type { Context } from 'hono'
import { csvOf } from '../../../platform/csv.ts'
import { redirectWith } from '../../../platform/flash.ts'
import {
  type FormState,
  freshForm,
  readButton,
  readForm,
  returnedForm,
  statusOf,
} from '../../../platform/forms.ts'
import { pageAsked, pagesOf } from '../../../platform/paging.ts'
import { allow, refusalOf } from '../../../platform/refusals.ts'
import { type Actor, type Env, router } from '../../people/index.ts'
import { questionsOf, surveyPath } from '../../questions/index.ts'
import { roundByCode } from '../../rounds/index.ts'
import { exportFigures } from '../actions/exporting.ts'
import { closeSurvey, planSurvey, recallSurvey, releaseSurvey, supplySurvey } from '../actions/planning.ts'
import { FiguresPage } from '../pages/figures.tsx'
import { DaysPage, SurveyOfficePage, SurveysPage } from '../pages/survey.tsx'
import { TextsPage } from '../pages/texts.tsx'
import { mayReadTexts, mayRunSurveys } from '../policy.ts'
import { editionsOf } from '../queries/counts.ts'
import { preparedSurvey, surveyOf, surveysOf } from '../queries/surveys.ts'
import { textsOf } from '../queries/texts.ts'
import { daysForm, groupingQuery } from '../schema.ts'
import { type SurveySheet, surveySheets } from '../survey.ts'
import { words } from '../words.ts'

export const office = router()

// In a group: the router reads an alternative as all there is otherwise, and would take what is below a survey for it.
const oneSurvey = `/rounds/:code/surveys/:sheet{(?:${surveySheets.join('|')})}` as const

/** The round of the address and which of its surveys. */
async function opened(c: Context<Env>, may: (actor: Actor) => boolean) {
  const { app, actor } = c.var
  allow(may(actor))
  const round = await roundByCode(app.db, actor, c.req.param('code') ?? '')
  return { round, sheet: c.req.param('sheet') as SurveySheet }
}

office.get('/rounds/:code/surveys', async (c) => {
  const { app, frame } = c.var
  const { round } = await opened(c, mayRunSurveys)
  return c.html(<SurveysPage {...{ frame, round }} surveys={await surveysOf(app.db, round, app.now())} />)
})

office.get(oneSurvey, async (c) => {
  const { app, frame } = c.var
  const { round, sheet } = await opened(c, mayRunSurveys)
  return c.html(
    <SurveyOfficePage {...{ frame, round }} {...(await preparedSurvey(app.db, round, sheet, app.now()))} />,
  )
})

office.post(`${oneSurvey}/supply`, async (c) => {
  const { app, actor } = c.var
  await readButton(c)
  const place = placeOf(c)
  const count = await supplySurvey(app, actor, place)
  return back(c, words(actor.locale)('done.supplied', { count }))
})

office.get(`${oneSurvey}/days`, async (c) => {
  const { app } = c.var
  const { round, sheet } = await opened(c, mayRunSurveys)
  const { asksOn, closesOn } = await surveyOf(app.db, round, sheet, app.now())
  return daysPage(c, freshForm({ asksOn, closesOn }))
})

office.post(`${oneSurvey}/days`, async (c) => {
  const { app, actor } = c.var
  const form = await readForm(c, daysForm)
  if (!form.ok) return daysPage(c, returnedForm(form.typed, form.errors))
  const refused = await refusalOf(planSurvey(app, actor, placeOf(c), form.value), ['survey-day-past'])
  if (refused) return daysPage(c, returnedForm(form.typed, { closesOn: refused }))
  return back(c, words(actor.locale)('done.planned'))
})

async function daysPage(c: Context<Env>, form: FormState) {
  const { app, frame } = c.var
  const { round, sheet } = await opened(c, mayRunSurveys)
  const survey = await surveyOf(app.db, round, sheet, app.now())
  return c.html(<DaysPage {...{ frame, round, survey, form }} />, statusOf(form))
}

for (const [verb, act] of [
  ['release', releaseSurvey],
  ['recall', recallSurvey],
  ['close', closeSurvey],
] as const)
  office.post(`${oneSurvey}/${verb}`, async (c) => {
    const { app, actor } = c.var
    await readButton(c)
    await act(app, actor, placeOf(c))
    return back(c, words(actor.locale)(`done.${verb}`))
  })

office.get(`${oneSurvey}/figures`, async (c) => {
  const { app, frame } = c.var
  const { round, sheet } = await opened(c, mayRunSurveys)
  const by = groupingQuery.parse(c.req.query('by'))
  const [survey, questions, editions] = await Promise.all([
    surveyOf(app.db, round, sheet, app.now()),
    questionsOf(app.db, round.id, sheet),
    editionsOf(app.db, sheet),
  ])
  return c.html(<FiguresPage {...{ frame, round, survey, questions, editions, by }} />)
})

office.post(`${oneSurvey}/export`, async (c) => {
  const { app, actor } = c.var
  await readButton(c)
  const { code, sheet } = placeOf(c)
  const lines = await exportFigures(app, actor, { code, sheet })
  c.header('Content-Type', 'text/csv; charset=utf-8')
  c.header('Content-Disposition', `attachment; filename="survey-${sheet}-${code.toUpperCase()}.csv"`)
  return c.body(csvOf(['question', 'grouping', 'group', 'number', 'option', 'count'], lines))
})

/** Texts are long: so many fit a page. */
const textsOnAPage = 50

office.get(`${oneSurvey}/texts`, async (c) => {
  const { app, frame } = c.var
  const { round, sheet } = await opened(c, mayReadTexts)
  const page = pageAsked(c.req.query('page'))
  const asked = { roundId: round.id, sheet }
  const found = await textsOf(app.db, asked, { from: (page - 1) * textsOnAPage, size: textsOnAPage })
  const pages = Math.max(page, pagesOf(found.count, textsOnAPage))
  const questions = await questionsOf(app.db, round.id, sheet)
  return c.html(
    <TextsPage {...{ frame, round, sheet, questions }} list={{ shown: found.texts, page, pages }} />,
  )
})

const placeOf = (c: Context<Env>) => ({
  code: c.req.param('code') ?? '',
  sheet: c.req.param('sheet') as SurveySheet,
})

function back(c: Context<Env>, said: string) {
  const { code, sheet } = placeOf(c)
  return redirectWith(c, surveyPath(code, sheet), said)
}
