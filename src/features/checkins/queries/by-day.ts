import { sql } from 'kysely'
import type { Db } from '../../../db/index.ts'

/** What those who were asked on a day of the plan have said to it last; `silent` is how many said nothing. */
export type DayAnswers = {
  day: number
  asked: number
  inTouch: number
  notYet: number
  help: number
  wrote: number
  silent: number
}

/** Answers to each day on which a round has asked, in order; whoever has left since is counted too. One query. */
export function answersByDay(db: Db, roundId: string, actor: { id: string | null }): Promise<DayAnswers[]> {
  const said = (answer: string) => sql<number>`count(*) filter (where said.answer = ${sql.lit(answer)})`
  return db
    .selectFrom('checkIn as asked')
    .innerJoin('pairing', 'pairing.id', 'asked.pairingId')
    .leftJoin('checkInAnswer as said', (join) => join.onRef('said.checkInId', '=', 'asked.id').on(isLast))
    .where('pairing.roundId', '=', roundId)
    .where(sql<boolean>`not exists (select from pairing_member own
      where own.pairing_id = asked.pairing_id and own.person_id = ${actor.id})`)
    .groupBy('asked.day')
    .select('asked.day')
    .select([
      sql<number>`count(*)`.as('asked'),
      said('yes').as('inTouch'),
      said('not-yet').as('notYet'),
      said('help').as('help'),
      said('words').as('wrote'),
      sql<number>`count(*) filter (where said.id is null)`.as('silent'),
    ])
    .orderBy('asked.day')
    .execute()
}

const isLast = sql<boolean>`not exists (select from check_in_answer later
  where later.check_in_id = said.check_in_id and later.id > said.id)`
