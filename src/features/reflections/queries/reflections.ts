import { sql } from 'kysely'
import type { Db, Tx } from '../../../db/index.ts'
import { NotFound } from '../../../platform/refusals.ts'
import type { Actor } from '../../people/index.ts'
import { type Post, stateOf } from '../../posts/index.ts'
import { audiencesFor } from '../policy.ts'
import { type Author, agrees, isShared, type Reflection } from '../reflection.ts'

const authors = sql<Author[]>`(
  select coalesce(json_agg(json_build_object('applicationId', author.application_id, 'personId', author.person_id,
    'name', application.name, 'givenName', application.given_name, 'country', application.country,
    'shownAs', author.shown_as, 'agreedRev', author.agreed_rev) order by author.joined_at, application.name), '[]')
  from reflection_author author join application on application.id = author.application_id
  where author.reflection_id = reflection.id)`

const reflections = (db: Db | Tx) =>
  db
    .selectFrom('reflection')
    .select(['id', 'roundId', 'title', 'body', 'locale', 'rev', 'changedAt', 'postId', 'readAt'])
    .select([sql<Reflection['audience']>`audience`.as('audience'), authors.as('authors')])

const isAuthor = (personId: string) => sql<boolean>`exists (
  select from reflection_author author where author.reflection_id = reflection.id and author.person_id = ${personId})`

/** Those that somebody writes or wrote, the newest first. */
export const ownReflections = (db: Db | Tx, personId: string): Promise<Reflection[]> =>
  reflections(db).where(isAuthor(personId)).orderBy('begunAt', 'desc').orderBy('id').execute()

/** One of their own, with their part in it. @throws NotFound `no-such-reflection` */
export async function ownReflection(
  db: Db | Tx,
  personId: string | null,
  id: string,
): Promise<{ reflection: Reflection; own: Author }> {
  const reflection = await reflections(db).where('id', '=', id).executeTakeFirst()
  const own = reflection?.authors.find((one) => one.personId === personId)
  if (!reflection || !own) throw new NotFound('no-such-reflection')
  return { reflection, own }
}

/** A post that an editor began from a reflection, and how far it is. */
type MadePost = Pick<Post, 'slug'> & { state: ReturnType<typeof stateOf> }
export type MadePosts = ReadonlyMap<string, MadePost>

/** The posts that were begun from reflections, by their ids. */
export async function postsMade(db: Db, own: readonly Reflection[], now: Date): Promise<MadePosts> {
  const ids = own.flatMap(({ postId }) => postId ?? [])
  if (ids.length === 0) return new Map()
  const posts = await db
    .selectFrom('post')
    .where('id', 'in', ids)
    .select(['id', 'slug', 'publishAt', 'withdrawnAt'])
    .execute()
  return new Map(posts.map((post) => [post.id, { slug: post.slug, state: stateOf(post, now) }]))
}

/** Those that were shared with somebody of the office, those nobody has looked after first. */
export async function sharedReflections(db: Db | Tx, actor: Actor): Promise<Reflection[]> {
  const audiences = audiencesFor(actor)
  if (audiences.length === 0) return []
  const rows = await reflections(db)
    .where('audience', 'in', audiences)
    .orderBy(sql`post_id is not null or read_at is not null`)
    .orderBy('changedAt', 'desc')
    .orderBy('id')
    .execute()
  return rows.filter(isShared)
}

/** @throws NotFound `no-such-reflection`, also for one that was not shared with them, or is no longer */
export async function sharedReflection(db: Db | Tx, actor: Actor, id: string): Promise<Reflection> {
  const reflection = await reflections(db).where('id', '=', id).executeTakeFirst()
  const isTheirs = reflection && audiencesFor(actor).includes(reflection.audience) && isShared(reflection)
  if (!isTheirs) throw new NotFound('no-such-reflection')
  return reflection
}

/** A round in which somebody had a partner, with their partners' applications, for whom to write with. */
export type Occasion = {
  applicationId: string
  roundId: string
  code: string
  endsOn: string
  partners: Partner[]
}
export type Partner = {
  applicationId: string
  personId: string
  name: string
  givenName: string
  email: string
  locale: string
}

/** @param since rounds that ended before that day, `YYYY-MM-DD`, are over for good */
export const occasionsOf = (db: Db | Tx, personId: string, since: string): Promise<Occasion[]> =>
  db
    .selectFrom('participant')
    .innerJoin('round', 'round.id', 'participant.roundId')
    .where('participant.personId', '=', personId)
    .where('round.endsOn', '>=', since)
    .where(
      sql<boolean>`exists (select from pairing_member where application_id = participant.application_id)`,
    )
    .select(['participant.applicationId', 'participant.roundId', 'round.code', 'round.endsOn'])
    .select(
      sql<Partner[]>`(
        select coalesce(json_agg(json_build_object('applicationId', partner.application_id, 'personId', partner.person_id,
          'name', partner.name, 'givenName', partner.given_name, 'email', partner.email, 'locale', partner.locale)
          order by partner.name), '[]')
        from pairing_member own
        join pairing_member other on other.pairing_id = own.pairing_id and other.application_id <> own.application_id
        join participant partner on partner.application_id = other.application_id
        where own.application_id = participant.application_id and own.ended_at is null and other.ended_at is null)`.as(
        'partners',
      ),
    )
    .orderBy('round.endsOn', 'desc')
    .execute()

/** Authors who have not agreed to it as it stands. */
export const waitingFor = (reflection: Reflection): Author[] =>
  reflection.authors.filter((author) => !agrees(reflection, author))
