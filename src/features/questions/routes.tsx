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
import { allow, NotFound } from '../../platform/refusals.ts'
import { isLocale } from '../../platform/words.ts'
import { type Env, router } from '../people/index.ts'
import { mayRunRounds, roundByCode } from '../rounds/index.ts'
import { addQuestion, changeQuestion, copyQuestions, moveQuestion, removeQuestion } from './actions.ts'
import { QuestionPage } from './pages/form.tsx'
import { QuestionsPage, TryPage } from './pages/list.tsx'
import { addQuestionPath, questionPath, questionsPath } from './paths.ts'
import { isAnswered, questionsOf, roundsToCopy } from './queries.ts'
import type { Kind, Question } from './question.ts'
import { copyForm, kindQuery, moveForm, questionForm, typedOf, wishFrom } from './schema.ts'
import { words } from './words.ts'

export const office = router()

office.get('/rounds/:code/questions', async (c) => listPage(c, freshForm()))

office.get('/rounds/:code/questions/try', async (c) => {
  const { frame, network } = c.var
  const { round, questions } = await opened(c)
  const asked = c.req.query('in')
  const locale = asked && isLocale(asked) && network.locales.includes(asked) ? asked : frame.locale
  return c.html(<TryPage {...{ frame, round, questions, locale }} offered={network.locales} />)
})

office.get('/rounds/:code/questions/add', async (c) => {
  const kind = kindQuery.parse(c.req.query('kind'))
  const standing = await opened(c)
  const usual = { isRequired: 'yes', isShown: 'no', prefers: 'no', weight: '15' }
  return questionPage(c, standing, { kind, question: null, form: freshForm(usual) })
})

office.post('/rounds/:code/questions/add', async (c) => {
  const { app, actor, network } = c.var
  const kind = kindQuery.parse(c.req.query('kind'))
  const standing = await opened(c)
  const form = await readForm(c, questionForm(kind, network.locales, null))
  if (!form.ok) {
    const again = returnedForm(form.typed, form.errors)
    return questionPage(c, standing, { kind, question: null, form: again })
  }
  const { code } = standing.round
  await addQuestion(app, actor, code, wishFrom(kind, network.locales, form.value, null))
  return redirectWith(c, questionsPath(code), words(actor.locale)('done.added'))
})

office.post('/rounds/:code/questions/copy', async (c) => {
  const { app, actor } = c.var
  const form = await readForm(c, copyForm)
  if (!form.ok) return listPage(c, returnedForm(form.typed, form.errors))
  const code = c.req.param('code')
  const count = await copyQuestions(app, actor, code, form.value.from)
  return redirectWith(c, questionsPath(code), words(actor.locale)('done.copied', { count }))
})

/** Ids alone: what else stands there is another address. */
const oneQuestion = '/rounds/:code/questions/:id{[0-9a-f-]{36}}' as const

office.get(oneQuestion, async (c) => {
  const standing = await opened(c)
  const question = named(standing.questions, c.req.param('id'))
  const form = freshForm(typedOf(question, c.var.network.locales))
  return questionPage(c, standing, { kind: question.kind, question, form })
})

office.post(`${oneQuestion}/change`, async (c) => {
  const { app, actor, network } = c.var
  const standing = await opened(c)
  const question = named(standing.questions, c.req.param('id'))
  const { kind } = question
  const fixed = standing.isFixed ? question : null
  const form = await readForm(c, questionForm(kind, network.locales, fixed))
  if (!form.ok) {
    const again = returnedForm(form.typed, form.errors)
    return questionPage(c, standing, { kind, question, form: again })
  }
  const { code } = standing.round
  await changeQuestion(app, actor, code, question.id, wishFrom(kind, network.locales, form.value, fixed))
  return redirectWith(c, questionsPath(code), words(actor.locale)('done.changed'))
})

office.post(`${oneQuestion}/move`, async (c) => {
  const { app, actor } = c.var
  const { to } = await readPlainForm(c, moveForm)
  const { code, id } = c.req.param()
  await moveQuestion(app, actor, code, { id, to })
  return redirectWith(c, questionsPath(code), words(actor.locale)('done.moved'))
})

office.post(`${oneQuestion}/remove`, async (c) => {
  const { app, actor } = c.var
  await readButton(c)
  const { code, id } = c.req.param()
  await removeQuestion(app, actor, code, id)
  return redirectWith(c, questionsPath(code), words(actor.locale)('done.removed'))
})

type Standing = Awaited<ReturnType<typeof opened>>

async function opened(c: Context<Env>) {
  const { app, actor } = c.var
  allow(mayRunRounds(actor))
  const round = await roundByCode(app.db, actor, c.req.param('code') ?? '')
  const questions = await questionsOf(app.db, round.id)
  return { round, questions, isFixed: await isAnswered(app.db, round.id) }
}

function named(questions: readonly Question[], id: string): Question {
  const question = questions.find((one) => one.id === id)
  if (!question) throw new NotFound('no-such-question')
  return question
}

async function listPage(c: Context<Env>, form: FormState) {
  const { app, actor, frame } = c.var
  const standing = await opened(c)
  const from = await roundsToCopy(app.db, actor, standing.round.id)
  return c.html(<QuestionsPage {...standing} {...{ frame, from, form }} />, statusOf(form))
}

type Shown = { kind: Kind; question: Question | null; form: FormState }

function questionPage(c: Context<Env>, standing: Standing, { kind, question, form }: Shown) {
  const { frame, network } = c.var
  const { code } = standing.round
  const action = question
    ? `${questionPath(code, question.id)}/change`
    : `${addQuestionPath(code)}?kind=${kind}`
  return c.html(
    <QuestionPage {...standing} {...{ frame, kind, question, form, action }} offered={network.locales} />,
    statusOf(form),
  )
}
