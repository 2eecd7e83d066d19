import { type RawBuilder, sql } from 'kysely'

/** Whether a text has a typed part in it, however its letters are accented or written large. */
export const hasIn = (text: RawBuilder<unknown>, typed: string) =>
  sql<boolean>`strpos(${bare(text)}, ${bare(sql`${typed.trim()}::text`)}) > 0`

/** Without accents and capitals. */
const bare = (text: RawBuilder<unknown>) =>
  sql`lower(regexp_replace(normalize(${text}, NFD), '[\u0300-\u036f]', '', 'g'))`
