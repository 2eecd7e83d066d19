import type { Context } from 'hono'
import { dayIn } from '../../../platform/days.ts'
import { redirectWith } from '../../../platform/flash.ts'
import { readButton, readForm, typedIn as typedOn } from '../../../platform/forms.ts'
import { isUuid } from '../../../platform/ids.ts'
import { NotFound, Unacceptable } from '../../../platform/refusals.ts'
import { readToken } from '../../../platform/signed.ts'
import { type Env, router } from '../../people/index.ts'
import { fieldNames, problemsIn, questionsOf } from '../../questions/index.ts'
import { roundById } from '../../rounds/index.ts'
import { type Answering, finishSurvey, saveAnswers, takeBackQuotes } from '../actions/answering.ts'
import { surveyTokenPurpose } from '../emails.ts'
import { LastStepPage, SurveyPage, ThanksPage } from '../pages/answer.tsx'
import { emailedSurveyPath, lastStepPath, ownSurveyPath, surveyPagePath } from '../paths.ts'
import { hasWords, responseById, typedIn } from '../queries/responses.ts'
import { quotesForm } from '../schema.ts'
import { pagesOf, surveyState } from '../survey.ts'
import { words } from '../words.ts'

/**
 * Answering a survey, by the link of its email or signed in. Both show the same; a link that a program follows changes
 * nothing.
 */
export const answerRoutes = router()

for (const door of ['/survey/:token', '/me/survey/:id'] as const) {
  answerRoutes.get(door, firstPage)
  answerRoutes.get(`${door}/:page{[1-9]}`, (c) => questionsPage(c, Number(c.req.param('page'))))
  answerRoutes.post(`${door}/:page{[1-9]}/save`, (c) => save(c, Number(c.req.param('page'))))
  answerRoutes.get(`${door}/last`, (c) => lastPage(c))
  answerRoutes.post(`${door}/finish`, finish)
  answerRoutes.post(`${door}/take-back-quotes`, takeBack)
}

type Found = { base: string; who: Answering }

/** Which survey it is, and whose answers they are. @throws NotFound `no-such-survey` */
function found(c: Context<Env>): Found {
  const { app, actor, frame } = c.var
  // The address may hold a key: no page it leads to is told.
  c.header('Referrer-Policy', 'no-referrer')
  const { locale } = frame
  const token = c.req.param('token')
  if (token === undefined) {
    const id = c.req.param('id') ?? ''
    if (!isUuid(id) || actor.id === null) throw new NotFound('no-such-survey')
    return { base: ownSurveyPath(id), who: { id, personId: actor.id, locale } }
  }
  const id = readToken(app, surveyTokenPurpose, token)
  if (id === null) throw new NotFound('no-such-survey')
  return { base: emailedSurveyPath(token), who: { id, personId: null, locale } }
}

async function opened(c: Context<Env>) {
  const { app, frame } = c.var
  const { base, who } = found(c)
  const response = await responseById(app.db, who.id)
  if (who.personId !== null && response.personId !== who.personId) throw new NotFound('no-such-survey')
  const round = await roundById(app.db, response.roundId)
  const questions = await questionsOf(app.db, round.id, response.sheet)
  const values = await typedIn(app.db, response.id, questions)
  const isOpen = surveyState(response, dayIn(app.now(), round.zone)) === 'open'
  const about = { hasWords: hasWords(questions, values), pages: pagesOf(questions) }
  return { frame, base, response, round, questions, values, isOpen, ...about }
}

type Opened = Awaited<ReturnType<typeof opened>>

/** Thanks for what was sent; else the page on which one goes on. */
async function firstPage(c: Context<Env>) {
  const props = await opened(c)
  if (!props.isOpen || props.response.finishedAt) return c.html(<ThanksPage {...props} />)
  return shownPage(c, props, { page: pageToGoOn(props), values: props.values, errors: {} })
}

/** Once begun, the first page with something that must be answered still. */
function pageToGoOn({ response, pages, values }: Opened): number {
  if (response.begunAt === null) return 1
  const missing = pages.findIndex((here) => Object.keys(problemsIn(here, values)).length > 0)
  return missing < 0 ? pages.length : missing + 1
}

async function questionsPage(c: Context<Env>, page: number) {
  const props = await opened(c)
  if (!props.isOpen) return c.html(<ThanksPage {...props} />)
  return shownPage(c, props, { page, values: props.values, errors: {} })
}

type Shown = { page: number; values: Opened['values']; errors: Record<string, string> }

function shownPage(c: Context<Env>, props: Opened, shown: Shown) {
  if (!props.pages[shown.page - 1]) throw new NotFound('no-such-survey')
  const status = Object.keys(shown.errors).length > 0 ? 422 : 200
  return c.html(<SurveyPage {...props} {...shown} />, status)
}

async function save(c: Context<Env>, page: number) {
  const { app } = c.var
  const typed = (await typedOn(c)) as Opened['values']
  const props = await opened(c)
  const names = fieldNames(props.pages[page - 1] ?? [])
  // A question that the office took away meanwhile was asked in good faith.
  if (!Object.keys(typed).every((name) => names.includes(name) || name.startsWith('q-')))
    throw new Unacceptable('unknown-field')
  // Answers that came too late are shown again, so that nobody loses them without knowing.
  if (!props.isOpen) return c.html(<ThanksPage {...props} />, 409)
  const errors = await saveAnswers(app, found(c).who, page, typed)
  const values = { ...props.values, ...Object.fromEntries(names.map((name) => [name, ''])), ...typed }
  if (Object.keys(errors).length > 0) return shownPage(c, props, { page, values, errors })
  return c.redirect(
    page < props.pages.length ? surveyPagePath(props.base, page + 1) : lastStepPath(props.base),
    303,
  )
}

async function lastPage(c: Context<Env>, error?: string) {
  const props = await opened(c)
  if (!props.isOpen) return c.html(<ThanksPage {...props} />)
  const missing = props.pages.findIndex((here) => Object.keys(problemsIn(here, props.values)).length > 0)
  if (missing >= 0) return c.redirect(surveyPagePath(props.base, missing + 1), 303)
  return c.html(<LastStepPage {...props} error={error} />, error ? 422 : 200)
}

async function finish(c: Context<Env>) {
  const { app, frame } = c.var
  const { base, who } = found(c)
  const form = await readForm(c, quotesForm)
  if (!form.ok) return lastPage(c, form.errors.quotes ?? 'choose-one')
  await finishSurvey(app, who, form.value.quotes)
  return redirectWith(c, base, words(frame.locale)('done.sent'))
}

async function takeBack(c: Context<Env>) {
  const { app, frame } = c.var
  const { base, who } = found(c)
  await readButton(c)
  await takeBackQuotes(app, who)
  return redirectWith(c, base, words(frame.locale)('done.taken-back'))
}
