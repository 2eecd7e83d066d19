import { sql } from 'kysely'
import type { Db, Tx } from '../../../db/index.ts'
import type { GivenAnswer, LineageAnswer } from '../../questions/index.ts'

/** What an application answered to its round's own questions, for the form of whichever round asks them again. */
export const lineageAnswersOf = (db: Db | Tx, applicationId: string): Promise<LineageAnswer[]> =>
  db
    .selectFrom('ownAnswer')
    .innerJoin('ownQuestion', 'ownQuestion.id', 'ownAnswer.questionId')
    .leftJoin('ownOption', 'ownOption.id', 'ownAnswer.optionId')
    .where('applicationId', '=', applicationId)
    .groupBy('ownQuestion.id')
    .select('ownQuestion.lineageId')
    .select(
      sql<string[]>`coalesce(array_agg(own_option.lineage_id) filter (where option_id is not null), '{}')`.as(
        'optionLineageIds',
      ),
    )
    .select(sql<string>`coalesce(max(said), '')`.as('said'))
    .execute()

/**
 * The id of what says the answers of `application` to its round's own questions: of those that were made one with it the
 * latest that has any. Few were, and only of those the others are looked for.
 */
export const answering = sql`case
  when application.id in (select merged_into from application merged where merged_into is not null) then (
    select one.id from application one
    where (one.id = application.id or one.merged_into = application.id)
      and exists (select from own_answer where own_answer.application_id = one.id)
    order by one.submitted_at desc limit 1)
  else application.id end`

/**
 * What `application` answered to its round's own questions, in their order, as a value for a query.
 *
 * @param reader the partner reads what the questions said that the partner would read
 */
export const givenAnswers = (reader: 'partner' | 'office') => sql<GivenAnswer[]>`coalesce((
  select jsonb_agg(jsonb_build_object('optionIds', option_ids, 'said', said,
    'question', jsonb_build_object('id', own_question.id, 'kind', kind, 'isShown', is_shown, 'words', words,
      'options', coalesce((select jsonb_agg(jsonb_build_object('id', id, 'lineageId', lineage_id, 'words', words)
        order by position) from own_option where own_option.question_id = own_question.id), '[]')))
    order by position)
  from (
    select question_id, coalesce(max(said), '') as said,
      coalesce(jsonb_agg(option_id) filter (where option_id is not null), '[]') as option_ids
    from own_answer where application_id = ${answering} group by question_id) given
  join own_question on own_question.id = given.question_id
  where is_shown or ${reader === 'office'}), '[]')`

/** Of one application, for the office. */
export async function givenAnswersOf(db: Db, applicationId: string): Promise<GivenAnswer[]> {
  const { own } = await db
    .selectFrom('application')
    .where('id', '=', applicationId)
    .select(givenAnswers('office').as('own'))
    .executeTakeFirstOrThrow()
  return own
}

/** The ids of the applications of a round that chose an option of one of its own questions. */
export async function whoChose(db: Db, roundId: string, optionId: string): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    select application.id from application
     where application.round_id = ${roundId}
       and exists (select from own_answer
                    where own_answer.application_id = ${answering} and own_answer.option_id = ${optionId})`.execute(
    db,
  )
  return new Set(rows.map(({ id }) => id))
}
