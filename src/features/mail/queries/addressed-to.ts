import type { ExpressionBuilder } from 'kysely'
import type { Tables } from '../../../db/index.ts'

/** Mails to anyone who has this in their name or address; all of them for an empty text. */
export const addressedTo = (part: string) => (eb: ExpressionBuilder<Tables, 'outbox'>) => {
  if (part === '') return eb.lit(true)
  const like = `%${part.replaceAll(/[\\%_]/g, '\\$&')}%`
  return eb.or([eb('outbox.toName', 'ilike', like), eb('outbox.toAddress', 'ilike', like)])
}
