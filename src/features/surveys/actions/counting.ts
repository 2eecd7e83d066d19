import type { Tx } from '../../../db/index.ts'
import type { App } from '../../../platform/app.ts'
import { fewest } from '../../../platform/small-numbers.ts'
import { questionsOf } from '../../questions/index.ts'
import { figuresOf } from '../figures.ts'
import { countedIn, freshOf, surveysToCount } from '../queries/counts.ts'
import type { SurveySheet } from '../survey.ts'

/**
 * Makes a new edition of the figures of each survey to which five people at least have given new answers.
 *
 * @returns how many editions were made
 * @source docs/decisions/0058-surveys.md
 */
export async function countSurveys(app: App): Promise<number> {
  let made = 0
  // One look at all answers: those that come meanwhile are for the next edition.
  for (const surveyId of await surveysToCount(app.db))
    made += await app.db
      .transaction()
      .setIsolationLevel('repeatable read')
      .execute((tx) => makeEdition(app, tx, surveyId))
  return made
}

async function makeEdition(app: App, tx: Tx, surveyId: string): Promise<number> {
  const survey = await tx
    .selectFrom('survey')
    .where('id', '=', surveyId)
    .where((eb) => eb(freshOf(tx, surveyId).select(eb.fn.countAll<number>().as('fresh')), '>=', fewest))
    .select(['roundId', 'sheet'])
    .forUpdate()
    .skipLocked()
    .executeTakeFirst()
  // Another worker is at it, or was.
  if (!survey) return 0
  await tx
    .updateTable('surveyResponse')
    .set({ countedAt: app.now() })
    .where('id', 'in', freshOf(tx, surveyId).select('id'))
    .execute()
  const { people, chosen } = await countedIn(tx, surveyId)
  const questions = await questionsOf(tx, survey.roundId, survey.sheet as SurveySheet)
  const figures = JSON.stringify(figuresOf(people, chosen, questions))
  const edition = { countedAt: app.now(), figures }
  await tx
    .insertInto('surveyEdition')
    .values({ surveyId, number: 1, ...edition })
    .onConflict((conflict) =>
      conflict
        .column('surveyId')
        .doUpdateSet((eb) => ({ ...edition, number: eb('surveyEdition.number', '+', 1) })),
    )
    .execute()
  return 1
}
