import { sql } from 'kysely'
import type { Db, Tx } from '../../../db/index.ts'
import { NotFound } from '../../../platform/refusals.ts'
import { fieldOf, type LineageAnswer, type Question, typedFrom } from '../../questions/index.ts'
import type { QuoteWish, SurveySheet } from '../survey.ts'

/** Somebody who was asked, and how far they are. */
export type Response = {
  id: string
  surveyId: string
  roundId: string
  sheet: SurveySheet
  asksOn: string
  closesOn: string
  releasedAt: Date | null
  closedAt: Date | null
  personId: string
  applicationId: string
  name: string
  givenName: string
  email: string
  locale: string
  begunAt: Date | null
  finishedAt: Date | null
  remindedAt: Date | null
  quotes: QuoteWish | null
}

const responses = (db: Db | Tx) =>
  db
    .selectFrom('surveyResponse as response')
    .innerJoin('survey', 'survey.id', 'response.surveyId')
    .innerJoin('participant', 'participant.applicationId', 'response.applicationId')
    .select(['response.id', 'response.surveyId', 'survey.roundId', 'survey.asksOn', 'survey.closesOn'])
    .select(['survey.releasedAt', 'survey.closedAt', 'response.personId', 'response.applicationId'])
    .select(['participant.name', 'participant.givenName', 'participant.email', 'participant.locale'])
    .select(['response.begunAt', 'response.finishedAt', 'response.remindedAt'])
    .select([sql<SurveySheet>`survey.sheet`.as('sheet'), sql<QuoteWish | null>`response.quotes`.as('quotes')])

/** @throws NotFound `no-such-survey`, also for someone who takes part no longer */
export async function responseById(db: Db | Tx, id: string): Promise<Response> {
  const found = await responses(db).where('response.id', '=', id).executeTakeFirst()
  if (!found) throw new NotFound('no-such-survey')
  return found
}

export const responsesByIds = (db: Db | Tx, ids: readonly string[]): Promise<Response[]> =>
  responses(db).where('response.id', 'in', ids).execute()

/** Surveys that somebody was asked to answer and that have not closed by a day, `YYYY-MM-DD`. */
export const openResponsesOf = (db: Db, personId: string, today: string): Promise<Response[]> =>
  responses(db)
    .where('response.personId', '=', personId)
    .where('survey.closedAt', 'is', null)
    .where('survey.closesOn', '>=', today)
    .orderBy('survey.closesOn')
    .execute()

/** What somebody has answered so far, as the form would have it typed. */
export async function typedIn(db: Db | Tx, responseId: string, questions: readonly Question[]) {
  const rows: LineageAnswer[] = await db
    .selectFrom('surveyAnswer')
    .innerJoin('ownQuestion', 'ownQuestion.id', 'surveyAnswer.questionId')
    .leftJoin('ownOption', 'ownOption.id', 'surveyAnswer.optionId')
    .where('responseId', '=', responseId)
    .groupBy('ownQuestion.id')
    .select('ownQuestion.lineageId')
    .select([
      sql<
        string[]
      >`coalesce(array_agg(own_option.lineage_id) filter (where own_option.id is not null), '{}')`.as(
        'optionLineageIds',
      ),
      sql<string>`coalesce(max(survey_answer.said), '')`.as('said'),
    ])
    .execute()
  return typedFrom(questions, rows)
}

/** Whether somebody has written anything in their own words, which could be quoted. @param values as typed, by field */
export const hasWords = (
  questions: readonly Question[],
  values: Readonly<Record<string, string | readonly string[]>>,
): boolean =>
  questions.some(
    (one) => (one.kind === 'line' || one.kind === 'text') && String(values[fieldOf(one)] ?? '').trim() !== '',
  )

/**
 * Applications whose people have finished the survey at the end of a round, for what depends on it.
 *
 * @returns their ids, in order
 */
export async function finishedSurvey(db: Db | Tx, roundId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('surveyResponse')
    .innerJoin('survey', 'survey.id', 'surveyResponse.surveyId')
    .where('survey.roundId', '=', roundId)
    .where('survey.sheet', '=', 'end')
    .where('surveyResponse.finishedAt', 'is not', null)
    .select('surveyResponse.applicationId')
    .orderBy('surveyResponse.applicationId')
    .execute()
  return rows.map(({ applicationId }) => applicationId)
}
