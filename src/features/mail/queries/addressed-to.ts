import { type ExpressionBuilder, sql } from 'kysely'
import type { Tables } from '../../../db/index.ts'

/** The name a mail was written to; of one whose address is no longer kept, the name its reader has today. */
export const receiverName = sql<string>`case
  when to_address = '' then coalesce((select name from person where person.id = outbox.person_id), '')
  else to_name end`

/** Mails to anyone who has this in their name or address; all of them for an empty text. */
export const addressedTo = (part: string) => (eb: ExpressionBuilder<Tables, 'outbox'>) => {
  if (part === '') return eb.lit(true)
  const like = `%${part.replaceAll(/[\\%_]/g, '\\$&')}%`
  return eb.or([
    eb('outbox.toName', 'ilike', like),
    eb('outbox.toAddress', 'ilike', like),
    eb.and([
      eb('outbox.toAddress', '=', ''),
      eb.exists(
        eb
          .selectFrom('person')
          .select('person.id')
          .whereRef('person.id', '=', 'outbox.personId')
          .where((person) =>
            person.or([person('person.name', 'ilike', like), person('person.email', 'ilike', like)]),
          ),
      ),
    ]),
  ])
}
