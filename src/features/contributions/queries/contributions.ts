import { type SelectQueryBuilder, sql } from 'kysely'
import type { Db, Tables, Tx } from '../../../db/index.ts'
import { isUuid } from '../../../platform/ids.ts'
import { allow, NotFound } from '../../../platform/refusals.ts'
import { hashOf } from '../../../platform/secret.ts'
import type { Actor } from '../../people/index.ts'
import type { ContributionStage, Kind, Written } from '../contribution.ts'
import { mayEditContributions } from '../policy.ts'

/** A post as a contribution needs to know it. */
export type MadePost = {
  id: string
  slug: string
  title: string
  revision: number
  agreedRevision: number | null
  publishAt: Date | null
  withdrawnAt: Date | null
  zone: string
}

/** A contribution with all that its author and the editors see of it. */
export type Contribution = Written & {
  id: string
  kind: Kind
  stage: ContributionStage
  stageAt: Date
  email: string | null
  personId: string | null
  /** Language of emails to its author. */
  locale: string
  revision: number
  sentAt: Date
  changedAt: Date | null
  licence: string
  owner: { id: string; name: string } | null
  picture: { id: string; width: number; height: number } | null
  askedRevision: number | null
  askedAt: Date | null
  agreedAt: Date | null
  agreedRevision: number | null
  waivedAt: Date | null
  post: MadePost | null
}

const postColumn = sql<MadePost | null>`(
  select json_build_object('id', post.id, 'slug', post.slug, 'title', post.title, 'revision', post.revision,
    'agreedRevision', post.agreed_revision, 'publishAt', post.publish_at, 'withdrawnAt', post.withdrawn_at,
    'zone', coalesce((select zone from round where round.id = post.round_id), 'UTC'))
  from post where post.id = contribution.post_id)`

const ownerColumn = sql<Contribution['owner']>`(
  select json_build_object('id', person.id, 'name', person.name) from person where person.id = contribution.owner_id)`

const pictureColumn = sql<Contribution['picture']>`(
  select json_build_object('id', picture.id, 'width', picture.width, 'height', picture.height)
  from contribution_picture picture where picture.id = contribution.picture_id)`

const contributions = (db: Db | Tx) =>
  db
    .selectFrom('contribution')
    .select(['id', 'kind', 'stage', 'stageAt', 'name', 'coauthors', 'country', 'email', 'personId'])
    .select(['locale', 'language', 'about', 'title', 'body', 'answers', 'pictureId', 'pictureAlt'])
    .select(['pictureCaption', 'pictureAuthor', 'revision', 'sentAt', 'changedAt', 'licence'])
    .select(['askedRevision', 'askedAt', 'agreedAt', 'agreedRevision', 'waivedAt'])
    .select([postColumn.as('post'), ownerColumn.as('owner'), pictureColumn.as('picture')])

type Rows = typeof contributions extends (db: Db) => SelectQueryBuilder<Tables, 'contribution', infer Row>
  ? Row
  : never

const read = (row: Rows): Contribution => ({
  ...(row as unknown as Contribution),
  country: row.country ?? '',
  post: row.post && {
    ...row.post,
    publishAt: dateIn(row.post.publishAt),
    withdrawnAt: dateIn(row.post.withdrawnAt),
  },
})

/** JSON of the database has instants as text. */
const dateIn = (at: Date | string | null) => (at === null ? null : new Date(at))

/**
 * The contribution that a link opens.
 *
 * @throws NotFound `no-such-contribution` for a link that is not ours, or of one that was forgotten
 */
export async function ownContribution(db: Db | Tx, secret: string): Promise<Contribution> {
  const row = await contributions(db)
    .where('id', '=', (eb) =>
      eb.selectFrom('contributionKey').where('hash', '=', hashOf(secret)).select('contributionId'),
    )
    .executeTakeFirst()
  if (!row) throw new NotFound('no-such-contribution')
  return read(row)
}

/** @throws Forbidden unless an editor asks @throws NotFound `no-such-contribution` */
export async function contributionOnDesk(db: Db | Tx, actor: Actor, id: string): Promise<Contribution> {
  allow(mayEditContributions(actor))
  const row = isUuid(id) ? await contributions(db).where('id', '=', id).executeTakeFirst() : undefined
  if (!row) throw new NotFound('no-such-contribution')
  return read(row)
}

/** The same by its id, for emails and jobs. @throws NotFound `no-such-contribution` */
export async function contributionById(db: Db | Tx, id: string): Promise<Contribution> {
  const row = await contributions(db).where('id', '=', id).executeTakeFirst()
  if (!row) throw new NotFound('no-such-contribution')
  return read(row)
}

/** All that were sent from an address, by its key, the first first. */
export const contributionsOf = async (db: Db | Tx, key: string): Promise<Contribution[]> =>
  (await contributions(db).where('emailKey', '=', key).orderBy('sentAt').orderBy('id').execute()).map(read)

/** Those that wait for an editor, wait for their author, became posts that are not out, or are done with. */
export const queueParts = ['waiting', 'asked', 'accepted', 'done'] as const
export type QueuePart = (typeof queueParts)[number]

/** So many of those done with are listed. */
const mostDone = 100

/** One part of the queue: of those open the longest waiting first, of those done the newest. */
export async function contributionsIn(db: Db, actor: Actor, part: QueuePart): Promise<Contribution[]> {
  allow(mayEditContributions(actor))
  const isOut = sql<boolean>`exists (select from post where post.id = contribution.post_id
    and post.publish_at <= now() and post.withdrawn_at is null)`
  const found = contributions(db)
  const rows =
    part === 'done'
      ? await found
          .where((eb) =>
            eb.or([eb('stage', 'in', ['declined', 'withdrawn']), eb('toldOutAt', 'is not', null)]),
          )
          .orderBy('stageAt', 'desc')
          .orderBy('id')
          .limit(mostDone)
          .execute()
      : await found
          .where('stage', '=', part)
          .where((eb) => (part === 'accepted' ? eb.not(isOut) : eb.lit(true)))
          .orderBy('stageAt')
          .orderBy('id')
          .execute()
  return rows.map(read)
}

/** How many are in each part that waits for somebody. */
export async function queueCounts(db: Db | Tx): Promise<Record<'waiting' | 'asked', number>> {
  const row = await db
    .selectFrom('contribution')
    .where('stage', 'in', ['waiting', 'asked'])
    .select((eb) => [
      eb.fn.countAll<number>().filterWhere('stage', '=', 'waiting').as('waiting'),
      eb.fn.countAll<number>().filterWhere('stage', '=', 'asked').as('asked'),
    ])
    .executeTakeFirstOrThrow()
  return row
}

/** What its author and the editors told each other, in their order. */
export type Word = {
  at: Date
  by: string | null
  byId: string | null
  kind: 'asked' | 'changed' | 'accepted' | 'declined' | 'wishes' | 'agreed' | 'waived' | 'withdrawn' | 'note'
  text: string
}

/** @param whose with the notes of editors, or only what its author may read */
export async function wordsOn(db: Db, id: string, whose: 'office' | 'author'): Promise<Word[]> {
  const rows = await db
    .selectFrom('contributionWord')
    .leftJoin('person', 'person.id', 'contributionWord.byId')
    .where('contributionId', '=', id)
    .$if(whose === 'author', (found) => found.where('kind', 'not in', ['note', 'waived']))
    .select(['contributionWord.at', 'person.name as by', 'byId', 'kind', 'text'])
    .orderBy('contributionWord.id')
    .execute()
  return rows as Word[]
}
