import { sql } from 'kysely'
import type { Db } from '../../../db/index.ts'
import { keeper } from '../../../platform/kept.ts'
import { type Filter, isPublic, meant } from '../../posts/index.ts'

/** In their order, from 1. */
export type Months = { month: number; count: number }[]

/** The ways into the archive, each with how many published posts are behind it; what has none is no door. */
export type Doors = {
  count: number
  /** Newest first. */
  rounds: { code: string; title: string; startsOn: string; count: number }[]
  /** Newest first. */
  years: { year: number; count: number; months: Months }[]
  /** As its address spells it, as most posts do, and most used first. */
  tags: { key: string; label: string; count: number }[]
  /** By name. */
  authors: { slug: string; name: string; country: string | null; count: number }[]
  countries: { code: string; count: number }[]
  locales: { locale: string; count: number }[]
}

const kept = keeper<Doors>(2)

/** Worked out once for each change of what is published: it looks at every post. @param state `stateOfPublication` */
export const doorsOf = (db: Db, now: Date, state: string): Promise<Doors> =>
  kept(db, { key: 'doors', version: state }, () => countDoors(db, now))

async function countDoors(db: Db, now: Date): Promise<Doors> {
  const [rounds, months, tags, authors, repeats, locales] = await Promise.all([
    roundDoors(db, now),
    monthDoors(db, now),
    tagDoors(db, now),
    authorDoors(db, now),
    countryRepeats(db, now),
    localeDoors(db, now),
  ])
  const count = locales.reduce((sum, one) => sum + one.count, 0)
  const countries = countriesOf(authors, repeats)
  return { count, rounds, years: yearsOf(months), tags, authors, countries, locales }
}

const published = (db: Db, now: Date) => db.selectFrom('post').where(isPublic(now))
const postCount = sql<number>`count(*)::int`.as('count')

/** Counted before they are named, as authors are: so are fewer rows. */
const roundDoors = (db: Db, now: Date) => {
  const counts = published(db, now).groupBy('post.roundId').select(['post.roundId', postCount])
  return db
    .selectFrom('round')
    .innerJoin(counts.as('own'), 'own.roundId', 'round.id')
    .select(['round.code', 'round.title', 'round.startsOn', 'own.count'])
    .orderBy('round.startsOn', 'desc')
    .execute()
}

/** By the clock of the round in which a post came out, as its page names its day. */
const monthDoors = (db: Db, now: Date, of: Filter = {}) =>
  published(db, now)
    .where(meant(of))
    .leftJoin('round', 'round.id', 'post.roundId')
    .select(
      sql<string>`date_trunc('month', post.publish_at at time zone coalesce(round.zone, 'UTC'))::date`.as(
        'month',
      ),
    )
    .select(postCount)
    .groupBy('month')
    .orderBy('month', 'desc')
    .execute()

/** The months of one year, from 1, in which something came out. */
export async function monthsOf(db: Db, now: Date, year: number): Promise<Months> {
  return yearsOf(await monthDoors(db, now, { year }))[0]?.months ?? []
}

function yearsOf(months: readonly { month: string; count: number }[]): Doors['years'] {
  return [...Map.groupBy(months, ({ month }) => Number(month.slice(0, 4)))].map(([year, own]) => ({
    year,
    count: own.reduce((sum, { count }) => sum + count, 0),
    months: own.map(({ month, count }) => ({ month: Number(month.slice(5, 7)), count })).reverse(),
  }))
}

/** Spellings are counted first, so that few are compared. @param key of the only one that is wanted */
const tagDoors = async (db: Db, now: Date, key?: string): Promise<Doors['tags']> => {
  const { rows } = await sql<Doors['tags'][number]>`
    select key, (array_agg(tag order by posts desc, tag))[1] as label, sum(posts)::int as count
      from (
        select key, tag, count(*) as posts from post_tag
         where publish_at <= ${now} and withdrawn_at is null ${key === undefined ? sql`` : sql`and key = ${key}`}
         group by key, tag) as spelled
     group by key order by count desc, key`.execute(db)
  return rows
}

/** A tag as most posts spell it. @param key as its address does */
export async function tagLabel(db: Db, now: Date, key: string): Promise<string> {
  const [tag] = await tagDoors(db, now, key)
  return tag?.label ?? key
}

const authorDoors = (db: Db, now: Date) => {
  const counts = published(db, now)
    .innerJoin('postAuthor', 'postAuthor.postId', 'post.id')
    .groupBy('postAuthor.authorId')
    .select(['postAuthor.authorId', postCount])
  return db
    .selectFrom('author')
    .innerJoin(counts.as('own'), 'own.authorId', 'author.id')
    .select(['author.slug', 'author.name', 'author.country', 'own.count'])
    .orderBy('author.name')
    .execute()
}

/** Most used first. Two authors of one post may write from the same. */
function countriesOf(authors: Doors['authors'], repeats: readonly Counted[]): Doors['countries'] {
  const counts = new Map<string, number>()
  const add = (code: string | null, count: number) => {
    if (code !== null) counts.set(code, (counts.get(code) ?? 0) + count)
  }
  for (const { country, count } of authors) add(country, count)
  for (const { country, count } of repeats) add(country, -count)
  return [...counts]
    .map(([code, count]) => ({ code, count }))
    .toSorted((one, other) => other.count - one.count || (one.code < other.code ? -1 : 1))
}

type Counted = { country: string | null; count: number }

/** How often an author of a post writes from where one before them does. */
const countryRepeats = (db: Db, now: Date): Promise<Counted[]> =>
  published(db, now)
    .innerJoin('postAuthor', 'postAuthor.postId', 'post.id')
    .innerJoin('author', 'author.id', 'postAuthor.authorId')
    .where('postAuthor.place', '>', 1)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('postAuthor as before')
          .innerJoin('author as first', 'first.id', 'before.authorId')
          .whereRef('before.postId', '=', 'post.id')
          .whereRef('before.place', '<', 'postAuthor.place')
          .whereRef('first.country', '=', 'author.country')
          .select('first.id'),
      ),
    )
    .groupBy('author.country')
    .select(['author.country', postCount])
    .execute()

const localeDoors = (db: Db, now: Date) =>
  published(db, now)
    .groupBy('post.locale')
    .select(['post.locale', postCount])
    .orderBy('count', 'desc')
    .orderBy('post.locale')
    .execute()
