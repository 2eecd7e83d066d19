import { sql } from 'kysely'
import { type Db, oftenAs, type Tx } from '../../db/index.ts'
import { NotFound } from '../../platform/refusals.ts'
import type { Actor } from '../people/index.ts'
import { roundsFor } from '../rounds/index.ts'
import type { Question, Sheet } from './question.ts'

/** What a round asks beyond those of every round, or in a survey, in the order in which it is asked. */
export const questionsOf = async (
  db: Db | Tx,
  roundId: string,
  sheet: Sheet = 'application',
): Promise<Question[]> => (await askedOn(db, { roundId, sheet })) as Question[]

const askedOn = oftenAs({ roundId: 'round', sheet: 'sheet' as Sheet }, (db, { roundId, sheet }) =>
  db
    .selectFrom('ownQuestion')
    .leftJoin('ownCondition', 'ownCondition.questionId', 'ownQuestion.id')
    .where('roundId', '=', roundId)
    .where('sheet', '=', sheet)
    .select(['ownQuestion.id', 'lineageId', 'kind', 'isRequired', 'isShown', 'prefers', 'weight', 'words'])
    .select('ownCondition.optionId as shownIf')
    .select(
      sql<Question['options']>`coalesce((
        select jsonb_agg(jsonb_build_object('id', id, 'lineageId', lineage_id, 'words', words) order by position)
        from own_option where question_id = own_question.id), '[]')`.as('options'),
    )
    .orderBy('position')
    .orderBy('ownQuestion.id'),
)

/** Whether somebody has answered a question of a sheet: from then on their wording alone changes. */
export async function isAnswered(db: Db | Tx, roundId: string, sheet: Sheet): Promise<boolean> {
  const answered = await db
    .selectFrom('ownQuestion')
    .where('roundId', '=', roundId)
    .where('sheet', '=', sheet)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('answeredQuestion').whereRef('questionId', '=', 'ownQuestion.id').select('questionId'),
      ),
    )
    .select('id')
    .limit(1)
    .executeTakeFirst()
  return answered !== undefined
}

/** Keeps the questions of a round as they are until the transaction ends. */
export const keepQuestions = (tx: Tx, roundId: string) =>
  tx.selectFrom('ownQuestion').where('roundId', '=', roundId).select('id').forShare().execute()

/** Codes of the other rounds that ask something on such a sheet, newest first. */
export async function roundsToCopy(db: Db, actor: Actor, roundId: string, sheet: Sheet): Promise<string[]> {
  const rows = await db
    .selectFrom('ownQuestion')
    .where('sheet', '=', sheet)
    .select('roundId')
    .distinct()
    .execute()
  const asking = new Set(rows.map((row) => row.roundId))
  const rounds = await roundsFor(db, actor)
  return rounds.filter(({ id }) => id !== roundId && asking.has(id)).map(({ code }) => code)
}

/** @throws NotFound `no-such-question` */
export function questionNamed(questions: readonly Question[], id: string): Question {
  const question = questions.find((one) => one.id === id)
  if (!question) throw new NotFound('no-such-question')
  return question
}
