import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../../db/index.ts'
import { fewest } from '../../../platform/small-numbers.ts'
import type { SurveySheet } from '../survey.ts'

/** What somebody wrote. Who it was stands there only where they said that they may be quoted by name. */
export type SurveyText = {
  questionId: string
  said: string
  quotes: 'no' | 'unnamed' | 'named'
  name: string | null
  country: string | null
}

type Asked = { roundId: string; sheet: SurveySheet }

/** @param which further conditions */
const texts = (db: Db, { roundId, sheet }: Asked, which: RawBuilder<boolean> = sql`true`) =>
  db
    .selectFrom('surveyAnswer as answer')
    .innerJoin('surveyResponse as response', 'response.id', 'answer.responseId')
    .innerJoin('survey', 'survey.id', 'response.surveyId')
    .innerJoin('application', 'application.id', 'response.applicationId')
    .innerJoin('ownQuestion as question', 'question.id', 'answer.questionId')
    .where('survey.roundId', '=', roundId)
    .where('survey.sheet', '=', sheet)
    .where('answer.said', 'is not', null)
    .where('response.finishedAt', 'is not', null)
    .where(hasEnough)
    .where(which)

/** While fewer than five have answered, a text is as good as signed. */
const hasEnough = sql<boolean>`(select count(*) from survey_response other
  where other.survey_id = survey.id and other.finished_at is not null) >= ${sql.lit(fewest)}`

/** What somebody wrote in one answer says nothing of where their others stand: each has an order of its own. */
const shuffled = sql`sha256(convert_to(answer.response_id::text || answer.question_id::text, 'UTF8'))`

/** A page of all that was written, question by question. @param from how many are before it */
export async function textsOf(
  db: Db,
  asked: Asked,
  page: { from: number; size: number },
): Promise<{ texts: SurveyText[]; count: number }> {
  const rows = await texts(db, asked)
    .select(['answer.questionId', sql<string>`answer.said`.as('said')])
    .select([quoted, named('name'), named('country')])
    .select(sql<number>`count(*) over ()::int`.as('count'))
    .orderBy('question.position')
    .orderBy(shuffled)
    .limit(page.size)
    .offset(page.from)
    .execute()
  return { texts: rows.map(({ count, ...text }) => text), count: rows[0]?.count ?? 0 }
}

/** What may be quoted from the survey at the end of a round, question by question, for a report to those who fund it. */
export const consentedQuotes = (db: Db, roundId: string): Promise<SurveyText[]> =>
  texts(db, { roundId, sheet: 'end' }, sql`response.quotes in ('unnamed', 'named')`)
    .select(['answer.questionId', sql<string>`answer.said`.as('said')])
    .select([quoted, named('name'), named('country')])
    .orderBy('question.position')
    .orderBy(shuffled)
    .execute()

const quoted = sql<SurveyText['quotes']>`coalesce(response.quotes, 'no')`.as('quotes')

const named = <Column extends 'name' | 'country'>(column: Column) =>
  sql<string | null>`case when response.quotes = 'named' then ${sql.ref(`application.${column}`)} end`.as(
    column,
  )
