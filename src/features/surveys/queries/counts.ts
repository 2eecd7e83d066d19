import { sql } from 'kysely'
import type { Db, Tx } from '../../../db/index.ts'
import { fewest } from '../../../platform/small-numbers.ts'
import { type Question, questionsOf } from '../../questions/index.ts'
import { regionOf } from '../../scenarios/index.ts'
import type { Alike, Chosen, Figures } from '../figures.ts'
import type { SurveySheet } from '../survey.ts'

/** Ids of surveys to which so many have given new answers that figures may change. */
export async function surveysToCount(db: Db): Promise<string[]> {
  const rows = await db
    .selectFrom('surveyResponse')
    .where('finishedAt', 'is not', null)
    .where('countedAt', 'is', null)
    .groupBy('surveyId')
    .having((eb) => eb(eb.fn.countAll(), '>=', fewest))
    .select('surveyId')
    .orderBy('surveyId')
    .execute()
  return rows.map(({ surveyId }) => surveyId)
}

/** Answers that the figures have not taken in: new ones, and those that were changed since. */
export const freshOf = (db: Db | Tx, surveyId: string) =>
  db
    .selectFrom('surveyResponse')
    .where('surveyId', '=', surveyId)
    .where('finishedAt', 'is not', null)
    .where('countedAt', 'is', null)

/** Whether it is somebody’s `first` round or they took part `again`, as far as they told or we know. */
export const experience = sql<string>`case
  when former_rounds = '{}' and not exists (
    select from application earlier join round on round.id = earlier.round_id
    where earlier.person_id = application.person_id and earlier.accepted_at is not null
      and round.starts_on < (select starts_on from round where id = application.round_id))
  then 'first' else 'again' end`

/** How many who are alike have finished, and what they chose: as numbers, nobody's answers. */
export async function countedIn(tx: Tx, surveyId: string): Promise<{ people: Alike[]; chosen: Chosen[] }> {
  const finished = tx
    .selectFrom('surveyResponse as response')
    .innerJoin('application', 'application.id', 'response.applicationId')
    .where('response.surveyId', '=', surveyId)
    .where('response.finishedAt', 'is not', null)
  const traits = [
    sql<string>`coalesce(application.sector, 'other')`.as('sector'),
    sql<string>`coalesce(application.country, '')`.as('country'),
    experience.as('experience'),
  ] as const
  const people = await tx
    .selectFrom(finished.select(traits).as('one'))
    .groupBy(['sector', 'country', 'experience'])
    .select(['sector', 'country', 'experience', sql<number>`count(*)::int`.as('count')])
    .execute()
  const chosen = await tx
    .selectFrom(
      finished
        .innerJoin('surveyAnswer as answer', 'answer.responseId', 'response.id')
        .where('answer.optionId', 'is not', null)
        .select('answer.optionId')
        .select(traits)
        .as('one'),
    )
    .groupBy(['optionId', 'sector', 'country', 'experience'])
    .select(['optionId', 'sector', 'country', 'experience', sql<number>`count(*)::int`.as('count')])
    .$narrowType<{ optionId: string }>()
    .execute()
  return { people: people.map(inItsRegion), chosen: chosen.map(inItsRegion) }
}

const inItsRegion = <Row extends { country: string }>({ country, ...rest }: Row) => ({
  ...rest,
  region: regionOf(country) ?? 'other',
})

/** The figures of a round's survey, with when they were counted. */
export type Edition = { code: string; roundId: string; countedAt: Date; figures: Figures }

/** The editions of a survey in all rounds that have one, the latest round first; in one query. */
export async function editionsOf(db: Db, sheet: SurveySheet): Promise<Edition[]> {
  const rows = await db
    .selectFrom('surveyEdition')
    .innerJoin('survey', 'survey.id', 'surveyEdition.surveyId')
    .innerJoin('round', 'round.id', 'survey.roundId')
    .where('survey.sheet', '=', sheet)
    .select(['round.code', 'survey.roundId', 'surveyEdition.countedAt', 'surveyEdition.figures'])
    .orderBy('round.startsOn', 'desc')
    .execute()
  return rows as unknown as Edition[]
}

/** A question with how many chose each of its options, in steps of five. */
export type ToldQuestion = { question: Question; chosen: number[] }

/**
 * What people said of a round in one of its surveys, question by question, as far as they answered by choosing: for a
 * report to those who fund the network.
 *
 * @returns null while fewer than five have answered
 */
export async function toldSurvey(
  db: Db,
  roundId: string,
  sheet: SurveySheet,
): Promise<{ answered: number; questions: ToldQuestion[] } | null> {
  const edition = (await editionsOf(db, sheet)).find((one) => one.roundId === roundId)
  if (!edition) return null
  const { answered, questions } = edition.figures
  const asked = await questionsOf(db, roundId, sheet)
  return {
    answered,
    questions: asked.flatMap((question) => {
      const told = questions.find(({ lineageId }) => lineageId === question.lineageId)
      return told ? [{ question, chosen: told.options.map(({ chosen }) => chosen) }] : []
    }),
  }
}
