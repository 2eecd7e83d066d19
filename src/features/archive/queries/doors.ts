import { type ExpressionBuilder, sql } from 'kysely'
import type { Db, Tables } from '../../../db/index.ts'
import { keeper } from '../../../platform/kept.ts'

/** The ways into the archive, each with how many published posts are behind it; what has none is no door. */
export type Doors = {
  count: number
  /** Newest first. */
  rounds: { code: string; title: string; startsOn: string; count: number }[]
  /** Newest first, with the months in their order, from 1. */
  years: { year: number; count: number; months: { month: number; count: number }[] }[]
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
  const [rounds, months, tags, authors, countries, locales] = await Promise.all([
    roundDoors(db, now),
    monthDoors(db, now),
    tagDoors(db, now),
    authorDoors(db, now),
    countryDoors(db, now),
    localeDoors(db, now),
  ])
  const count = locales.reduce((sum, one) => sum + one.count, 0)
  return { count, rounds, years: yearsOf(months), tags, authors, countries, locales }
}

const isPublic = (now: Date) => (eb: ExpressionBuilder<Tables, 'post'>) =>
  eb.and([eb('post.publishAt', '<=', now), eb('post.withdrawnAt', 'is', null)])

const published = (db: Db, now: Date) => db.selectFrom('post').where(isPublic(now))
const postCount = sql<number>`count(distinct post.id)::int`.as('count')

const roundDoors = (db: Db, now: Date) =>
  published(db, now)
    .innerJoin('round', 'round.id', 'post.roundId')
    .groupBy('round.id')
    .select(['round.code', 'round.title', 'round.startsOn', postCount])
    .orderBy('round.startsOn', 'desc')
    .execute()

/** By the clock of the round in which a post came out, as its page names its day. */
const monthDoors = (db: Db, now: Date) =>
  published(db, now)
    .leftJoin('round', 'round.id', 'post.roundId')
    .select(
      sql<string>`to_char(post.publish_at at time zone coalesce(round.zone, 'UTC'), 'YYYY-MM')`.as('month'),
    )
    .select(postCount)
    .groupBy('month')
    .orderBy('month', 'desc')
    .execute()

function yearsOf(months: readonly { month: string; count: number }[]): Doors['years'] {
  return [...Map.groupBy(months, ({ month }) => Number(month.slice(0, 4)))].map(([year, own]) => ({
    year,
    count: own.reduce((sum, { count }) => sum + count, 0),
    months: own.map(({ month, count }) => ({ month: Number(month.slice(5)), count })).reverse(),
  }))
}

const tagDoors = async (db: Db, now: Date): Promise<Doors['tags']> => {
  const { rows } = await sql<Doors['tags'][number]>`
    select key, mode() within group (order by tag) as label, count(distinct id)::int as count
      from (select id, unnest(tags) as tag, unnest(tag_keys(tags)) as key from post
             where publish_at <= ${now} and withdrawn_at is null) as tagged
     group by key order by count desc, key`.execute(db)
  return rows
}

const signed = (db: Db, now: Date) =>
  published(db, now)
    .innerJoin('postAuthor', 'postAuthor.postId', 'post.id')
    .innerJoin('author', 'author.id', 'postAuthor.authorId')

const authorDoors = (db: Db, now: Date) =>
  signed(db, now)
    .groupBy('author.id')
    .select(['author.slug', 'author.name', 'author.country', postCount])
    .orderBy('author.name')
    .execute()

const countryDoors = (db: Db, now: Date) =>
  signed(db, now)
    .select((eb) => [eb.ref('author.country').$notNull().as('code'), postCount])
    .where('author.country', 'is not', null)
    .groupBy('author.country')
    .orderBy('count', 'desc')
    .orderBy('author.country')
    .execute()

const localeDoors = (db: Db, now: Date) =>
  published(db, now)
    .groupBy('post.locale')
    .select(['post.locale', postCount])
    .orderBy('count', 'desc')
    .orderBy('post.locale')
    .execute()
