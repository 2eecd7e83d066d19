import { sql } from 'kysely'
import { ownTables } from '../../platform/own-tables.ts'

/** What somebody said of a round is of use until the next ones; figures stay, and are about nobody. */
const keptDays = 365

const roundEnd = sql<Date | null>`(
  select round.ends_on::timestamptz from survey join round on round.id = survey.round_id
  where survey.id = survey_response.survey_id)`

export const ownData = ownTables({
  survey: {
    columns: {
      internal: ['asksOn', 'closedAt', 'closesOn', 'id', 'releasedAt', 'roundId', 'sheet'],
      actor: ['releasedBy'],
    },
  },
  surveyResponse: {
    chapter: 'texts',
    rows: (id) => sql`person_id = ${id}`,
    erased: 'delete',
    sweeps: [{ days: keptDays, since: roundEnd }],
    exports: ['begunAt', 'finishedAt', 'invitedAt', 'quotes', 'remindedAt'],
    columns: {
      internal: ['applicationId', 'countedAt', 'id', 'personId', 'surveyId'],
      personal: ['begunAt', 'finishedAt', 'invitedAt', 'locale', 'quotes', 'remindedAt'],
    },
  },
  surveyAnswer: {
    chapter: 'texts',
    rows: (id) =>
      sql`response_id in (select survey_response.id from survey_response where survey_response.person_id = ${id})`,
    erased: 'delete',
    exports: () => ({
      question: sql`(select coalesce(words -> 'en', (select value from jsonb_each(words) limit 1)) ->> 'label'
        from own_question where own_question.id = question_id)`,
      answer: sql`coalesce(said, (select coalesce(words ->> 'en', (select value #>> '{}' from jsonb_each(words) limit 1),
        (position + 1)::text) from own_option where own_option.id = option_id))`,
    }),
    columns: { internal: ['questionId', 'responseId'], personal: ['optionId'], sensitive: ['said'] },
  },
  surveyEdition: { columns: { internal: ['countedAt', 'figures', 'number', 'surveyId'] } },
})
