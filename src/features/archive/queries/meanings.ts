import { sql } from 'kysely'
import { type Db, often, oftenAs } from '../../../db/index.ts'
import { dictionaryOf } from '../languages.ts'
import { type Known, type Meaning, meantBy, queryOf, type Spelled, type Term, type Typed } from '../search.ts'

/** What somebody looks for, understood. */
export type Understood = {
  /** As a `tsquery`; null when no post can have it. */
  query: string | null
  /** Words that are found by it, to be marked. */
  found: readonly Spelled[]
  /** Words that stand in no post, with those that are looked for in their place, the nearest first; none when nothing is near. */
  slips: readonly Slip[]
  /** Whether all that was typed stands in nearly every text, as “the” does. */
  isCommon: boolean
}
export type Slip = { typed: Typed; meant: readonly Known[] }

/** A word of the published posts in one language, with the stems of its spellings. */
type Word = Known & { locale: string; lexemes: readonly string[] }
type Meanings = Map<string, Meaning[]>

/** What the words of a question mean. @param locales languages of published posts */
export async function understand(
  db: Db,
  terms: readonly Term[],
  locales: readonly string[],
): Promise<Understood> {
  const typed = [...new Map(terms.flatMap(({ words }) => words).map((one) => [one.folded, one])).values()]
  const { meanings, known } = await meaningsOf(db, typed, locales)
  for (const all of meanings.values()) for (const one of all) keepKnown(one, known)
  const slips = await slipsAmong(db, meanings, typed)
  const nearby = slips.length === 0 ? [] : await wordsWith(db, meanings)
  const found = [...known, ...nearby].filter((word) => isMeant(word, meanings))
  const isCommon = typed.every(({ folded }) => meanings.get(folded)?.some((meaning) => meaning.isCommon))
  return { query: queryOf(terms, meanings, locales), found, slips, isCommon }
}

/** Most spellings of what is looked for that are marked. */
const mostSpellings = 300

type Meant = { folded: string; locale: string; isCommon: boolean; stems: string[] }

/**
 * The stems of each word, cut in each language as it was typed, and as it is spelled in posts with all its accents; and the words
 * of published posts that have one of them. Both at once: each question costs a turn. Stems are named as `stemIn` does.
 */
async function meaningsOf(
  db: Db,
  typed: readonly Typed[],
  locales: readonly string[],
): Promise<{ meanings: Meanings; known: Word[] }> {
  const [said] = await meant(db, {
    plain: typed.map(({ plain }) => plain),
    folded: typed.map(({ folded }) => folded),
    locales,
    dictionaries: locales.map(dictionaryOf),
  })
  return { meanings: Map.groupBy(said?.meant ?? [], ({ folded }) => folded), known: said?.known ?? [] }
}

const texts = (): readonly string[] => []

/** What is given stands aside: a plan that is made for these very words costs more than the answer. */
const meant = oftenAs(
  { plain: texts(), folded: texts(), locales: texts(), dictionaries: texts() },
  (db, { plain, folded, locales, dictionaries }) =>
    sql<{ meant: Meant[] | null; known: Word[] | null }>`
    with given as materialized (
      select ${plain}::text[] as plain, ${folded}::text[] as folded,
             ${locales}::text[] as locales, ${dictionaries}::text[] as dictionaries),
    meant as (
      select typed.folded, spoken.locale, cut = '{}' as "isCommon",
             array(select spoken.locale || '.' || stem from unnest(cut) as stem union select unnest(known.lexemes)) as stems
        from given cross join unnest(plain, folded) as typed (plain, folded)
       cross join unnest(locales, dictionaries) as spoken (locale, dictionary)
       cross join lateral (
         select coalesce(ts_lexize(spoken.dictionary::regdictionary, typed.plain), array[typed.plain])) as own (cut)
        left join search_word known on known.folded = typed.folded and known.locale = spoken.locale),
    known as (
      select folded, locale, shown, lexemes, posts from search_word
       where lexemes && array(select unnest(stems) from meant) limit ${mostSpellings})
    select (select json_agg(meant) from meant) as meant, (select json_agg(known) from known) as known`.compile(
      db,
    ),
)

/** The words of published posts that share a stem with what is meant. */
async function wordsWith(db: Db, meanings: Meanings): Promise<Word[]> {
  const stems = [...new Set([...meanings.values()].flat().flatMap((meaning) => meaning.stems))]
  if (stems.length === 0) return []
  const query = sql<Word>`
    select folded, locale, shown, lexemes, posts from search_word where lexemes && ${stems}::text[] limit ${mostSpellings}`
  return often(db, query.compile(db))
}

/** Stems that no post has say nothing. */
function keepKnown(meaning: Meaning, known: readonly Word[]): void {
  const there = new Set(known.flatMap(({ lexemes }) => lexemes))
  meaning.stems = meaning.stems.filter((stem) => there.has(stem))
}

const isMeant = ({ lexemes }: Word, meanings: Meanings): boolean =>
  [...meanings.values()].flat().some(({ stems }) => stems.some((stem) => lexemes.includes(stem)))

/** Words that stand in no post mean those that are nearest to them, from now on. */
async function slipsAmong(db: Db, meanings: Meanings, typed: readonly Typed[]): Promise<Slip[]> {
  const isNowhere = ({ folded }: Typed) =>
    !meanings.get(folded)?.some(({ stems, isCommon }) => isCommon || stems.length > 0)
  const unknown = typed.filter(isNowhere)
  if (unknown.length === 0) return []
  const near = await wordsNear(
    db,
    unknown.map(({ folded }) => folded),
  )
  return unknown.map((one) => {
    const candidates = near.filter(({ like }) => like === one.folded)
    const meant = meantBy(one.folded, sums(candidates))
    for (const meaning of meanings.get(one.folded) ?? [])
      meaning.stems = candidates
        .filter(
          ({ folded, locale }) => locale === meaning.locale && meant.some((word) => word.folded === folded),
        )
        .flatMap(({ lexemes }) => lexemes)
    return { typed: one, meant }
  })
}

/** Words of all languages with letters in common, or that begin so; the most alike, twenty for each. */
const wordsNear = (db: Db, unknown: readonly string[]): Promise<Near[]> => near(db, { unknown })

type Near = Word & { like: string }

const near = oftenAs({ unknown: texts() }, (db, { unknown }) =>
  sql<Near>`
    select typed.folded as "like", near.*
      from unnest(${unknown}::text[]) as typed (folded)
     cross join lateral (
       select word.folded, word.locale, word.shown, word.lexemes, word.posts from search_word word
        where word.folded % typed.folded or word.folded like typed.folded || '%'
        order by similarity(word.folded, typed.folded) desc, word.posts desc limit 20) near`.compile(db),
)

/** The same word in several languages, once. */
function sums(words: readonly Word[]): Known[] {
  const known = new Map<string, Known>()
  for (const { folded, shown, posts } of words)
    known.set(folded, { folded, shown, posts: posts + (known.get(folded)?.posts ?? 0) })
  return [...known.values()]
}
