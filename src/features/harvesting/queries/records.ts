import { sql } from 'kysely'
import type { Db } from '../../../db/index.ts'
import { type Filter, meant } from '../../posts/index.ts'
import type { Harvest } from '../schema.ts'

/** Records in one part of a list. */
const PART_SIZE = 100

/** What is told of a post apart from its description: which it is, since when it is as it is, where it belongs. */
export type Header = {
  id: string
  /** Instant in UTC, to the second: `2016-02-29T08:00:00Z`. */
  at: string
  isWithdrawn: boolean
  round: string | null
  /** The fortnight of that round. */
  topic: number | null
  locale: string
  /** Slugs. */
  authors: string[]
}

/**
 * Since when a post is as harvesters find it: it came out or came in, was changed, taken back or given back. Without a zone,
 * and in UTC, so that an index has it.
 */
const changedAt = sql<string>`date_trunc('second',
  greatest(post.publish_at, post.updated_at, post.withdrawn_at, post.brought_at) at time zone 'UTC')`
const inUtc = sql<string>`to_char(${changedAt}, 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`

/** Posts that are or were public: one that is not any more is told of as withdrawn, for ever. */
const posts = (db: Db, now: Date) =>
  db
    .selectFrom('post')
    .leftJoin('round', 'round.id', 'post.roundId')
    .select(['post.id', 'post.locale', 'round.code as round', 'post.fortnight as topic'])
    .select([inUtc.as('at'), isWithdrawn, authorSlugs])
    .where('post.publishAt', '<=', now)

const isWithdrawn = sql<boolean>`post.withdrawn_at is not null`.as('isWithdrawn')
const authorSlugs = sql<string[]>`array(
  select author.slug from post_author join author on author.id = post_author.author_id
  where post_author.post_id = post.id order by post_author.place)`.as('authors')

/** One part of a list, those that are as they are for longest first, and how many there are in all. */
export async function partOf(
  db: Db,
  now: Date,
  { from, until, after }: Harvest,
  filter: Filter,
): Promise<{ headers: Header[]; isLast: boolean; count: number }> {
  const wanted = db
    .selectFrom('post')
    .where('post.publishAt', '<=', now)
    .where(meant(filter))
    .$if(from !== null, (all) => all.where(changedAt, '>=', sql<string>`${from}::timestamp`))
    .$if(until !== null, (all) => all.where(changedAt, '<=', sql<string>`${until}::timestamp`))
  const { count } = await wanted
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  const ids = wanted
    .select('post.id')
    .$if(after !== null, (all) =>
      all.where(sql<boolean>`(${changedAt}, post.id) > (${after?.at}::timestamp, ${after?.id}::uuid)`),
    )
    .orderBy(changedAt)
    .orderBy('post.id')
    .limit(PART_SIZE + 1)
  const headers = await posts(db, now)
    .where('post.id', 'in', ids)
    .orderBy(changedAt)
    .orderBy('post.id')
    .execute()
  return { headers: headers.slice(0, PART_SIZE), isLast: headers.length <= PART_SIZE, count }
}

/** One post; undefined where none that is or was public has the id. */
export const headerOf = (db: Db, now: Date, id: string): Promise<Header | undefined> =>
  posts(db, now).where('post.id', '=', id).executeTakeFirst()

/** Since when the first is as it is, as `Header.at`; null where nothing was ever public. */
export async function earliest(db: Db, now: Date): Promise<string | null> {
  const first = await db
    .selectFrom('post')
    .select(inUtc.as('at'))
    .where('post.publishAt', '<=', now)
    .orderBy(changedAt)
    .limit(1)
    .executeTakeFirst()
  return first?.at ?? null
}

/** What sets there are: rounds with the fortnights that have posts, authors, languages. */
export type Sets = {
  rounds: { code: string; topics: number[] }[]
  authors: { slug: string; name: string }[]
  locales: string[]
}

export async function setsOf(db: Db, now: Date): Promise<Sets> {
  const { rows } = await sql<Sets>`
    with told as (select id, round_id, fortnight, locale from post where publish_at <= ${now})
    select
      coalesce((select json_agg(json_build_object('code', code, 'topics', array(
          select distinct fortnight from told where round_id = round.id and fortnight is not null order by fortnight
        )) order by code)
        from round where exists (select from told where round_id = round.id)), '[]') as rounds,
      coalesce((select json_agg(json_build_object('slug', slug, 'name', name) order by slug)
        from author where exists (
          select from post_author join told on told.id = post_author.post_id where author_id = author.id
        )), '[]') as authors,
      array(select distinct locale from told order by locale) as locales`.execute(db)
  return rows[0] ?? { rounds: [], authors: [], locales: [] }
}
