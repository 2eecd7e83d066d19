import {
  type Expression,
  type ExpressionBuilder,
  expressionBuilder,
  type RawBuilder,
  type SqlBool,
  sql,
} from 'kysely'
import type { Tables } from '../../../db/index.ts'
import type { Filter } from '../filter.ts'

type Post = ExpressionBuilder<Tables, 'post'>
type Holds = Expression<SqlBool>

/**
 * The posts that a filter means, public or not, as a condition: `.where(meant(filter))`. Each part can be read from an index
 * in the order in which posts came out.
 */
export const meant =
  ({ round, topic, tag, author, country, year, month, locale }: Filter) =>
  (eb: Post): Holds =>
    eb.and([
      ...(round === undefined ? [] : [ofRound(eb, round)]),
      ...(topic === undefined ? [] : [eb('post.fortnight', '=', topic)]),
      ...(tag === undefined ? [] : [withTag(tag)]),
      ...(author === undefined ? [] : [byAuthor(eb, author)]),
      ...(country === undefined ? [] : [fromCountry(eb, country)]),
      ...(year === undefined ? [] : [month === undefined ? ofYear(year) : ofMonth(year, month)]),
      ...(locale === undefined ? [] : [eb('post.locale', '=', locale)]),
    ])

/** Ids of the posts that a filter means, public or not, as a query within another. */
export const meantIds = (filter: Filter) =>
  expressionBuilder<Tables>().selectFrom('post').select('post.id').where(meant(filter))

const ofRound = (eb: Post, code: string): Holds =>
  eb('post.roundId', '=', eb.selectFrom('round').select('round.id').where('round.code', '=', code))

const withTag = (tag: string): Holds =>
  sql<boolean>`post.id in (select post_id from post_tag where key = (tag_keys(array[${tag}]))[1])`

const byAuthor = (eb: Post, slug: string): Holds =>
  eb(
    'post.id',
    'in',
    eb
      .selectFrom('postAuthor')
      .select('postAuthor.postId')
      .where('postAuthor.authorId', '=', (author) =>
        author.selectFrom('author').select('author.id').where('author.slug', '=', slug),
      ),
  )

const fromCountry = (eb: Post, country: string): Holds =>
  eb.exists(
    eb
      .selectFrom('postAuthor')
      .innerJoin('author', 'author.id', 'postAuthor.authorId')
      .whereRef('postAuthor.postId', '=', 'post.id')
      .where('author.country', '=', country)
      .select('author.id'),
  )

const ofYear = (year: number): Holds => within(sql`make_date(${year}::int, 1, 1)`, sql`interval '1 year'`)
const ofMonth = (year: number, month: number): Holds =>
  within(sql`make_date(${year}::int, ${month}::int, 1)`, sql`interval '1 month'`)

/**
 * By the clock of the round in which a post came out. Somewhere a day begins fourteen hours before it does in London, and
 * ends twelve hours after: an index finds those, and only what came out that near to the beginning or the end is asked for its clock.
 */
const within = (from: RawBuilder<unknown>, long: RawBuilder<unknown>): Holds => sql<boolean>`(
  post.publish_at >= ${from}::timestamp at time zone 'UTC' - interval '14 hours'
  and post.publish_at < (${from} + ${long}) at time zone 'UTC' + interval '12 hours'
  and (
    (post.publish_at >= ${from}::timestamp at time zone 'UTC' + interval '12 hours'
      and post.publish_at < (${from} + ${long}) at time zone 'UTC' - interval '14 hours')
    or post.publish_at at time zone coalesce((select round.zone from round where round.id = post.round_id), 'UTC')
      between ${from} and ${from} + ${long} - interval '1 microsecond'))`
