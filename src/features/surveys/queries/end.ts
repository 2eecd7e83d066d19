import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../../db/index.ts'
import type { App } from '../../../platform/app.ts'
import { dayIn } from '../../../platform/days.ts'
import { tokenFor } from '../../../platform/signed.ts'
import type { Round } from '../../rounds/index.ts'
import { surveyTokenPurpose } from '../emails.ts'
import { emailedSurveyPath } from '../paths.ts'

/** Whether the application of a row has answered the survey at the end of its round. @param table that has `application_id` */
export const hasFinishedEnd = (table: string): RawBuilder<boolean> => sql`exists (
  select from survey_response response join survey on survey.id = response.survey_id
  where response.application_id = ${sql.ref(`${table}.applicationId`)}
    and survey.sheet = 'end' and response.finished_at is not null)`

/** Where somebody answers the survey at the end, while it is open and they were asked; null otherwise. */
export async function openEndSurvey(app: App, round: Round, applicationId: string): Promise<string | null> {
  const found = await asked(app.db, applicationId, dayIn(app.now(), round.zone))
  return found ? emailedSurveyPath(tokenFor(app, surveyTokenPurpose, found.id)) : null
}

const asked = (db: Db, applicationId: string, today: string) =>
  db
    .selectFrom('surveyResponse as response')
    .innerJoin('survey', 'survey.id', 'response.surveyId')
    .where('response.applicationId', '=', applicationId)
    .where('survey.sheet', '=', 'end')
    .where('survey.closedAt', 'is', null)
    .where('survey.closesOn', '>=', today)
    .select('response.id')
    .executeTakeFirst()
