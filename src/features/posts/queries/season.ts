import { type ExpressionBuilder, sql } from 'kysely'
import type { Db, Tables } from '../../../db/index.ts'
import { visitor } from '../../people/index.ts'
import { type Round, roundsFor } from '../../rounds/index.ts'
import { type Arranged, arrange, isOn, type Place } from '../season.ts'
import type { ListedPost } from './public.ts'

/** The newest posts by the season of the round that is on, or of the last one; and the ways to earlier seasons. */
export type Season = Arranged<ListedPost> & {
  round: Round | null
  isOn: boolean
  /** Newest first. */
  earlier: Round[]
}

/** So many earlier seasons have a door on the front page; the archive has them all. */
const mostDoors = 4

/** @param posts the newest, newest first */
export async function seasonOf(db: Db, now: Date, posts: readonly ListedPost[]): Promise<Season> {
  const [all, places] = await Promise.all([roundsWithPosts(db, now), placesOf(db, posts)])
  const round = all.find((one) => isOn(one, now)) ?? all[0] ?? null
  const isRoundOn = round !== null && isOn(round, now)
  const placeOf = (post: ListedPost) => (post.roundCode === round?.code ? places.get(post.id) : undefined)
  const earlier = all.filter(({ code }) => code !== round?.code).slice(0, mostDoors)
  return { ...arrange(posts, placeOf, isRoundOn), round, isOn: isRoundOn, earlier }
}

/** Newest first. */
async function roundsWithPosts(db: Db, now: Date): Promise<Round[]> {
  const [rounds, withPosts] = await Promise.all([
    roundsFor(db, visitor('en')),
    db
      .selectFrom('round')
      .select('code')
      .where((eb) => eb.exists(ofRound(eb, now)))
      .execute(),
  ])
  const codes = new Set(withPosts.map(({ code }) => code))
  return rounds.filter(({ code, startsOn, zone }) => codes.has(code) && hasBegun(startsOn, zone, now))
}

const hasBegun = (startsOn: string, zone: string, now: Date) =>
  isOn({ startsOn, endsOn: '9999-12-31', zone }, now)

const ofRound = (eb: ExpressionBuilder<Tables, 'round'>, now: Date) =>
  eb
    .selectFrom('post')
    .select('post.id')
    .whereRef('post.roundId', '=', 'round.id')
    .where('post.publishAt', '<=', now)
    .where('post.withdrawnAt', 'is', null)

async function placesOf(db: Db, posts: readonly ListedPost[]): Promise<Map<string, Place>> {
  const rows = await db
    .selectFrom('post')
    .where('id', '=', sql<string>`any(${posts.map(({ id }) => id)}::uuid[])`)
    .where('fortnight', 'is not', null)
    .select((eb) => ['id', 'part', eb.ref('fortnight').$notNull().as('fortnight')])
    .execute()
  return new Map(rows.map(({ id, fortnight, part }) => [id, { fortnight, part: part as Place['part'] }]))
}
