import type { Tx } from '../../../db/index.ts'
import type { App } from '../../../platform/app.ts'
import { dayIn } from '../../../platform/days.ts'
import { Conflict, NotFound } from '../../../platform/refusals.ts'
import {
  answerRows,
  answersIn,
  fieldOf,
  keepQuestions,
  problemsIn,
  type Question,
  questionsOf,
} from '../../questions/index.ts'
import { roundById } from '../../rounds/index.ts'
import { hasWords, type Response, responseById, typedIn } from '../queries/responses.ts'
import { pagesOf, type QuoteWish, surveyState } from '../survey.ts'

/** Whose answers they are: `personId` is null where the link is the proof. */
export type Answering = { id: string; personId: string | null; locale: string }

type Typed = Record<string, string | string[]>

/**
 * Keeps what was typed on one page of a survey, finished or not. Whoever has sent theirs changes a page when nothing is
 * wrong with it.
 *
 * @param page from 1
 * @returns codes of what is missing or wrong, by field
 * @throws NotFound `no-such-survey`
 * @throws Conflict `survey-closed`
 */
export const saveAnswers = (
  app: App,
  who: Answering,
  page: number,
  typed: Typed,
): Promise<Record<string, string>> =>
  inOpenSurvey(app, who, async (tx, { response, questions }) => {
    const here = pagesOf(questions)[page - 1]
    if (!here) throw new NotFound('no-such-survey')
    const problems = problemsIn(here, typed)
    if (response.finishedAt && Object.keys(problems).length > 0) return problems
    const isTooLong = ({ id }: { id: string }) => problems[fieldOf({ id })]?.startsWith('too-long')
    await writeAnswers(
      tx,
      response.id,
      here.filter((one) => !isTooLong(one)),
      typed,
    )
    await tx
      .updateTable('surveyResponse')
      .set({ begunAt: response.begunAt ?? app.now(), countedAt: null, locale: who.locale })
      .where('id', '=', response.id)
      .execute()
    return problems
  })

/**
 * Sends a survey, with whether what was written may be quoted. Sent again, it says the same.
 *
 * @throws NotFound `no-such-survey`
 * @throws Conflict `survey-closed`, `survey-unfinished` where something that must be answered is not
 */
export const finishSurvey = (app: App, who: Answering, quotes: QuoteWish): Promise<Response> =>
  inOpenSurvey(app, who, async (tx, { response, questions }) => {
    const typed = await typedIn(tx, response.id, questions)
    if (Object.keys(problemsIn(questions, typed)).length > 0) throw new Conflict('survey-unfinished')
    const finishedAt = response.finishedAt ?? app.now()
    await tx
      .updateTable('surveyResponse')
      .set({ finishedAt, begunAt: response.begunAt ?? finishedAt, locale: who.locale })
      .set(hasWords(questions, typed) ? { quotes } : {})
      .where('id', '=', response.id)
      .execute()
    return { ...response, finishedAt, quotes }
  })

/**
 * Takes back that one may be quoted, also when the survey has closed.
 *
 * @throws NotFound `no-such-survey`
 */
export async function takeBackQuotes(app: App, who: Answering): Promise<void> {
  await app.db.transaction().execute(async (tx) => {
    const response = await lockedResponse(tx, who)
    await tx
      .updateTable('surveyResponse')
      .set({ quotes: 'no', locale: who.locale })
      .where('id', '=', response.id)
      .execute()
  })
}

type Open = { response: Response; questions: Question[] }

async function inOpenSurvey<Done>(
  app: App,
  who: Answering,
  change: (tx: Tx, open: Open) => Promise<Done>,
): Promise<Done> {
  return app.db.transaction().execute(async (tx) => {
    const response = await lockedResponse(tx, who)
    const round = await roundById(tx, response.roundId)
    if (surveyState(response, dayIn(app.now(), round.zone)) !== 'open') throw new Conflict('survey-closed')
    await keepQuestions(tx, round.id)
    return change(tx, { response, questions: await questionsOf(tx, round.id, response.sheet) })
  })
}

async function lockedResponse(tx: Tx, { id, personId }: Answering): Promise<Response> {
  await tx.selectFrom('surveyResponse').where('id', '=', id).select('id').forUpdate().execute()
  const response = await responseById(tx, id)
  if (personId !== null && response.personId !== personId) throw new NotFound('no-such-survey')
  return response
}

/** In place of what was answered to these questions before. */
async function writeAnswers(tx: Tx, responseId: string, questions: readonly Question[], typed: Typed) {
  const ids = questions.map(({ id }) => id)
  if (ids.length > 0)
    await tx
      .deleteFrom('surveyAnswer')
      .where('responseId', '=', responseId)
      .where('questionId', 'in', ids)
      .execute()
  const rows = answersIn(questions, typed)
    .flatMap(answerRows)
    .map((row) => ({ ...row, responseId }))
  if (rows.length > 0) await tx.insertInto('surveyAnswer').values(rows).execute()
}
