import type { Tx } from '../../../db/index.ts'
import type { Round } from '../../rounds/index.ts'
import type { Option, Question, Sheet } from '../question.ts'

/** The place behind all questions of a round. */
export async function nextPosition(tx: Tx, { id }: Round): Promise<number> {
  const last = await tx
    .selectFrom('ownQuestion')
    .where('roundId', '=', id)
    .select((eb) => eb.fn.max('position').as('position'))
    .executeTakeFirstOrThrow()
  return (last.position ?? -1) + 1
}

/** Writes a question with its options and its condition. */
export async function insertQuestion(
  tx: Tx,
  round: Round,
  question: Question & { sheet: Sheet },
  position: number,
): Promise<void> {
  const { shownIf, options, words, ...row } = question
  await tx
    .insertInto('ownQuestion')
    .values({ ...row, words: JSON.stringify(words), roundId: round.id, position })
    .execute()
  await writeOptions(tx, question.id, options, [])
  await writeCondition(tx, question.id, shownIf)
}

/** Writes the options of a question in their order, and takes away those that go. */
export async function writeOptions(
  tx: Tx,
  questionId: string,
  options: readonly Option[],
  goes: readonly Option[],
): Promise<void> {
  if (goes.length > 0)
    await tx
      .deleteFrom('ownOption')
      .where(
        'id',
        'in',
        goes.map(({ id }) => id),
      )
      .execute()
  if (options.length === 0) return
  const rows = options.map(({ words, ...row }, position) => ({
    ...{ ...row, questionId, position },
    words: JSON.stringify(words),
  }))
  await tx
    .insertInto('ownOption')
    .values(rows)
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet((eb) => ({
        position: eb.ref('excluded.position'),
        words: eb.ref('excluded.words'),
      })),
    )
    .execute()
}

/** Writes which option of another question shows this one. */
export async function writeCondition(tx: Tx, questionId: string, optionId: string | null): Promise<void> {
  await tx.deleteFrom('ownCondition').where('questionId', '=', questionId).execute()
  if (optionId !== null) await tx.insertInto('ownCondition').values({ questionId, optionId }).execute()
}
