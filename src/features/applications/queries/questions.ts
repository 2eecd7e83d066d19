import type { Db, Tx } from '../../../db/index.ts'
import type { Question } from '../questions.ts'

/** Questions of a round that nobody has stopped waiting for, by application. */
export async function openQuestions(db: Db | Tx, roundId: string): Promise<Map<string, Question[]>> {
  const rows = await db
    .selectFrom('applicationQuestion')
    .innerJoin('application', 'application.id', 'applicationId')
    .leftJoin('person', 'person.id', 'askedBy')
    .where('roundId', '=', roundId)
    .where('closedAt', 'is', null)
    .select(['applicationId', 'kind', 'askedAt', 'person.name as askedBy'])
    .execute()
  return Map.groupBy(rows, ({ applicationId }) => applicationId)
}
