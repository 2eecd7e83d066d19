import { type ExpressionBuilder, sql } from 'kysely'
import type { Db, Tables } from '../../../db/index.ts'
import { begunRounds, goesOn, type Round } from '../../rounds/index.ts'
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
  const [on, newest, places] = await Promise.all([
    roundThatIsOn(db, now),
    begunRounds(db, now)
      .where((eb) => eb.exists(ofRound(eb, now)))
      .limit(mostDoors + 1)
      .execute(),
    placesOf(db, posts),
  ])
  const round = on ?? newest[0] ?? null
  const isRoundOn = round !== null && isOn(round, now)
  const placeOf = (post: ListedPost) => (post.roundCode === round?.code ? places.get(post.id) : undefined)
  const earlier = newest.filter(({ code }) => code !== round?.code).slice(0, mostDoors)
  return { ...arrange(posts, placeOf, isRoundOn), round, isOn: isRoundOn, earlier }
}

/** The newest of those with posts. Posts are looked for in the few rounds that are on. */
async function roundThatIsOn(db: Db, now: Date): Promise<Round | undefined> {
  const rounds = await begunRounds(db, now)
    .where(goesOn(now))
    .select((eb) => eb.exists(ofRound(eb, now)).as('hasPosts'))
    .execute()
  return rounds.find(({ hasPosts }) => hasPosts)
}

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
