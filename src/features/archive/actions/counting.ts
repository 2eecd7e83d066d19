import { sql } from 'kysely'
import type { Tx } from '../../../db/index.ts'
import type { Spelling } from '../vector.ts'

/** In how many posts more, or fewer, a word stands now, and the stems of its spellings that are new. */
type Count = { locale: string; folded: string; shown: string; posts: number; lexemes: Set<string> }
export type Counts = Map<string, Count>

export function count(counts: Counts, of: { locale: string; words: readonly string[]; by: 1 | -1 }): void {
  for (const folded of of.words) countOf(counts, of.locale, folded).posts += of.by
}

export function spell(
  counts: Counts,
  { locale, folded, shown, lexemes }: Spelling & { locale: string; lexemes: readonly string[] },
): void {
  const known = countOf(counts, locale, folded)
  known.shown ||= shown
  for (const lexeme of lexemes) known.lexemes.add(lexeme)
}

function countOf(counts: Counts, locale: string, folded: string): Count {
  const key = `${locale} ${folded}`
  const known = counts.get(key) ?? { locale, folded, shown: '', posts: 0, lexemes: new Set() }
  counts.set(key, known)
  return known
}

/** Adds all of it to the words of the search. Those that stand in no post any more go. */
export async function keepCounts(tx: Tx, counts: Counts): Promise<void> {
  const changed = [...counts.values()].filter(({ posts, lexemes }) => posts !== 0 || lexemes.size > 0)
  if (changed.length === 0) return
  const said = JSON.stringify(changed.map((one) => ({ ...one, lexemes: [...one.lexemes] })))
  const sums = sql`jsonb_to_recordset(${said}::jsonb) as sum (folded text, locale text, shown text, posts int, lexemes text[])`
  await sql`
    insert into search_word (folded, locale, shown, lexemes, posts)
    select folded, locale, shown, '{}', 0 from ${sums} on conflict do nothing`.execute(tx)
  await sql`
    update search_word known
    set posts = known.posts + sum.posts,
        lexemes = case when known.lexemes @> sum.lexemes then known.lexemes else array(
          select distinct unnest(known.lexemes || sum.lexemes) order by 1) end
    from ${sums} where (known.folded, known.locale) = (sum.folded, sum.locale)`.execute(tx)
  await sql`
    delete from search_word known using ${sums}
    where (known.folded, known.locale) = (sum.folded, sum.locale) and known.posts <= 0`.execute(tx)
}
