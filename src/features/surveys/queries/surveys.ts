import { sql } from 'kysely'
import type { Db, Tx } from '../../../db/index.ts'
import { dayIn } from '../../../platform/days.ts'
import { isAnswered, type Question, questionsOf } from '../../questions/index.ts'
import type { Round } from '../../rounds/index.ts'
import {
  type Survey,
  type SurveySheet,
  type SurveyState,
  surveySheets,
  surveyState,
  usualDays,
} from '../survey.ts'

/** A survey with its round; `id` is null while nobody has decided anything about it. */
export type RoundSurvey = Survey & {
  id: string | null
  sheet: SurveySheet
  state: SurveyState
  /** How many were asked; told exactly, as it says nothing of answers. */
  invited: number
}

/** Both surveys of a round, also one that nobody has touched. */
export async function surveysOf(db: Db | Tx, round: Round, now: Date): Promise<RoundSurvey[]> {
  const rows = await db
    .selectFrom('survey')
    .where('roundId', '=', round.id)
    .select(['id', 'sheet', 'asksOn', 'closesOn', 'releasedAt', 'closedAt'])
    .select(
      sql<number>`(select count(*)::int from survey_response where survey_id = survey.id)`.as('invited'),
    )
    .execute()
  const today = dayIn(now, round.zone)
  return surveySheets.map((sheet) => {
    const row = rows.find((one) => one.sheet === sheet)
    const untouched = { id: null, releasedAt: null, closedAt: null, invited: 0, ...usualDays(round, sheet) }
    const survey = { ...untouched, ...row, sheet }
    return { ...survey, state: surveyState(survey, today) }
  })
}

/** One of both. */
export async function surveyOf(
  db: Db | Tx,
  round: Round,
  sheet: SurveySheet,
  now: Date,
): Promise<RoundSurvey> {
  const found = (await surveysOf(db, round, now)).find((one) => one.sheet === sheet)
  if (!found) throw new Error(`a round has no survey ${sheet}`)
  return found
}

/** A survey with what it asks, as its page in the office shows it. */
export type PreparedSurvey = {
  survey: RoundSurvey
  questions: Question[]
  isAnswered: boolean
  /** By the clock of its round. */
  today: string
}

export async function preparedSurvey(
  db: Db,
  round: Round,
  sheet: SurveySheet,
  now: Date,
): Promise<PreparedSurvey> {
  const [survey, questions, answered] = await Promise.all([
    surveyOf(db, round, sheet, now),
    questionsOf(db, round.id, sheet),
    isAnswered(db, round.id, sheet),
  ])
  return { survey, questions, isAnswered: answered, today: dayIn(now, round.zone) }
}
