import type { Context } from 'hono'
import { redirectWith } from '../../platform/flash.ts'
import {
  type FormState,
  freshForm,
  readButton,
  readForm,
  readPlainForm,
  returnedForm,
  statusOf,
} from '../../platform/forms.ts'
import { allow } from '../../platform/refusals.ts'
import { isLocale } from '../../platform/words.ts'
import { type Env, router } from '../people/index.ts'
import { mayRunRounds, roundByCode } from '../rounds/index.ts'
import {
  addQuestion,
  changeQuestion,
  copyQuestions,
  moveQuestion,
  removeQuestion,
} from './actions/questions.ts'
import { QuestionPage } from './pages/form.tsx'
import { QuestionsPage, TryPage } from './pages/list.tsx'
import { newQuestionPath, questionPath, questionsPath } from './paths.ts'
import { isAnswered, questionNamed, questionsOf, roundsToCopy } from './queries.ts'
import { type Kind, type Place, type Question, type Sheet, sheets } from './question.ts'
import { copyForm, kindQuery, moveForm, questionForm, typedOf, wishFrom } from './schema.ts'
import { words } from './words.ts'

export const office = router()

/** The form’s own questions, and those of each survey: the same pages. */
const doors = {
  application: '/rounds/:code/questions',
  mid: '/rounds/:code/surveys/mid/questions',
  end: '/rounds/:code/surveys/end/questions',
} as const

for (const sheet of sheets) {
  const door = doors[sheet]
  office.get(door, async (c) => listPage(c, sheet, freshForm()))
  office.get(`${door}/try`, (c) => tryPage(c, sheet))
  office.get(`${door}/add`, (c) => newPage(c, sheet))
  office.post(`${door}/add`, (c) => add(c, sheet))
  office.post(`${door}/copy`, (c) => copy(c, sheet))
  // Ids alone: what else stands there is another address.
  const oneQuestion = `${door}/:id{[0-9a-f-]{36}}` as const
  office.get(oneQuestion, (c) => changePage(c, sheet))
  office.post(`${oneQuestion}/change`, (c) => change(c, sheet))
  office.post(`${oneQuestion}/move`, (c) => move(c, sheet))
  office.post(`${oneQuestion}/remove`, (c) => remove(c, sheet))
}

/** Which questions, by the address. */
const placeOf = (c: Context<Env>, sheet: Sheet): Place => ({ code: c.req.param('code') ?? '', sheet })
const idOf = (c: Context<Env>) => c.req.param('id') ?? ''

async function tryPage(c: Context<Env>, sheet: Sheet) {
  const { frame, network } = c.var
  const standing = await opened(c, sheet)
  const asked = c.req.query('in')
  const locale = asked && isLocale(asked) && network.locales.includes(asked) ? asked : frame.locale
  return c.html(<TryPage {...standing} {...{ frame, locale }} offered={network.locales} />)
}

async function newPage(c: Context<Env>, sheet: Sheet) {
  const kind = kindQuery.parse(c.req.query('kind'))
  const usual = { isRequired: 'yes', isShown: 'no', prefers: 'no', weight: '15' }
  return questionPage(c, await opened(c, sheet), { kind, question: null, form: freshForm(usual) })
}

async function add(c: Context<Env>, sheet: Sheet) {
  const { app, actor, network } = c.var
  const kind = kindQuery.parse(c.req.query('kind'))
  const standing = await opened(c, sheet)
  const form = await readForm(c, questionForm(kind, network.locales, null, sheet))
  if (!form.ok) {
    const again = returnedForm(form.typed, form.errors)
    return questionPage(c, standing, { kind, question: null, form: again })
  }
  await addQuestion(app, actor, standing.place, wishFrom(kind, network.locales, form.value, null))
  return redirectWith(c, questionsPath(standing.place), words(actor.locale)('done.added'))
}

async function copy(c: Context<Env>, sheet: Sheet) {
  const { app, actor } = c.var
  const form = await readForm(c, copyForm)
  if (!form.ok) return listPage(c, sheet, returnedForm(form.typed, form.errors))
  const place = placeOf(c, sheet)
  const count = await copyQuestions(app, actor, place, form.value.from)
  return redirectWith(c, questionsPath(place), words(actor.locale)('done.copied', { count }))
}

async function changePage(c: Context<Env>, sheet: Sheet) {
  const standing = await opened(c, sheet)
  const question = questionNamed(standing.questions, idOf(c))
  const form = freshForm(typedOf(question, c.var.network.locales))
  return questionPage(c, standing, { kind: question.kind, question, form })
}

async function change(c: Context<Env>, sheet: Sheet) {
  const { app, actor, network } = c.var
  const standing = await opened(c, sheet)
  const question = questionNamed(standing.questions, idOf(c))
  const { kind, id } = question
  const fixed = standing.isFixed ? question : null
  const form = await readForm(c, questionForm(kind, network.locales, fixed, sheet))
  if (!form.ok) {
    const again = returnedForm(form.typed, form.errors)
    return questionPage(c, standing, { kind, question, form: again })
  }
  const wish = wishFrom(kind, network.locales, form.value, fixed)
  await changeQuestion(app, actor, standing.place, { id, wish })
  return redirectWith(c, questionsPath(standing.place), words(actor.locale)('done.changed'))
}

async function move(c: Context<Env>, sheet: Sheet) {
  const { app, actor } = c.var
  const { to } = await readPlainForm(c, moveForm)
  const place = placeOf(c, sheet)
  await moveQuestion(app, actor, place, { id: idOf(c), to })
  return redirectWith(c, questionsPath(place), words(actor.locale)('done.moved'))
}

async function remove(c: Context<Env>, sheet: Sheet) {
  const { app, actor } = c.var
  await readButton(c)
  const place = placeOf(c, sheet)
  await removeQuestion(app, actor, place, idOf(c))
  return redirectWith(c, questionsPath(place), words(actor.locale)('done.removed'))
}

type Standing = Awaited<ReturnType<typeof opened>>

async function opened(c: Context<Env>, sheet: Sheet) {
  const { app, actor } = c.var
  allow(mayRunRounds(actor))
  const round = await roundByCode(app.db, actor, c.req.param('code') ?? '')
  const questions = await questionsOf(app.db, round.id, sheet)
  const isFixed = await isAnswered(app.db, round.id, sheet)
  return { round, place: { code: round.code, sheet }, questions, isFixed }
}

async function listPage(c: Context<Env>, sheet: Sheet, form: FormState) {
  const { app, actor, frame } = c.var
  const standing = await opened(c, sheet)
  const from = await roundsToCopy(app.db, actor, standing.round.id, sheet)
  return c.html(<QuestionsPage {...standing} {...{ frame, from, form }} />, statusOf(form))
}

type Shown = { kind: Kind; question: Question | null; form: FormState }

function questionPage(c: Context<Env>, standing: Standing, { kind, question, form }: Shown) {
  const { frame, network } = c.var
  const { place } = standing
  const action = question ? `${questionPath(place, question.id)}/change` : newQuestionPath(place, kind)
  return c.html(
    <QuestionPage {...standing} {...{ frame, kind, question, form, action }} offered={network.locales} />,
    statusOf(form),
  )
}
