import { type RawBuilder, sql } from 'kysely'

/**
 * Whether a text has a typed part in it, however its letters are accented or written large, with whatever apostrophe, and
 * with nothing between them that nobody sees.
 */
export const hasIn = (text: RawBuilder<unknown>, typed: string) => hasPart(text, sql`${typed.trim()}::text`)

/** The same, of a part that stands in a column. */
export const hasPart = (text: RawBuilder<unknown>, part: RawBuilder<unknown>) =>
  sql<boolean>`strpos(${bare(text)}, ${bare(part)}) > 0`

/** Without accents and capitals. Letters with a stroke do not decompose. */
const bare = (text: RawBuilder<unknown>) =>
  sql`translate(lower(regexp_replace(normalize(${text}, NFD), '[\u0300-\u036f\u00ad\u200b-\u200f\u2060\ufeff]', '', 'g')), 'łøđħŧı’‘ʼʻ´\`', 'lodhti''''''''''''')`
