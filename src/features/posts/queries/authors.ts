import { sql } from 'kysely'
import type { Db, Tx } from '../../../db/index.ts'
import { isUuid } from '../../../platform/ids.ts'
import { allow, NotFound } from '../../../platform/refusals.ts'
import type { Actor, Naming } from '../../people/index.ts'
import { officeAuthorPath } from '../paths.ts'
import { mayWorkOnPosts } from '../policy.ts'
import { isPublic } from './public.ts'

/** Somebody who signs posts, as everyone may read of them. */
export type PublicAuthor = {
  id: string
  name: string
  /** The last part of the address of their page, which another that was theirs leads to. */
  slug: string
  country: string | null
  /** A sentence or two, plain text; empty for none. */
  about: string
  orcid: string | null
}

/**
 * The author at an address; whoever was found to be another is that other, with that slug.
 *
 * @throws NotFound `no-such-author`, also for one who has signed nothing that is public
 */
export async function publicAuthor(db: Db, now: Date, slug: string): Promise<PublicAuthor> {
  const author = await db
    .selectFrom('author')
    .where('author.id', '=', (eb) =>
      eb
        .selectFrom('author as asked')
        .where('asked.slug', '=', slug)
        .select(sql<string>`coalesce(asked.merged_into, asked.id)`.as('id')),
    )
    .where(
      sql<boolean>`exists (select from post_author join post on post.id = post_author.post_id
        where post_author.author_id = author.id and post.publish_at <= ${now} and post.withdrawn_at is null)`,
    )
    .select(['id', 'name', 'slug', 'country', 'about', 'orcid'])
    .executeTakeFirst()
  if (!author) throw new NotFound('no-such-author')
  return author
}

/** Somebody who signs posts, as the office sees them. */
export type OfficeAuthor = PublicAuthor & {
  familyName: string
  personId: string | null
  /** How many posts they sign, and how many of these everyone can read. */
  count: number
  published: number
}

const officeAuthors = (db: Db | Tx, now: Date) =>
  db
    .selectFrom('author')
    .where('author.mergedInto', 'is', null)
    .select(['id', 'name', 'slug', 'country', 'about', 'orcid', 'familyName', 'personId'])
    .select((eb) => {
      const signed = eb
        .selectFrom('postAuthor')
        .innerJoin('post', 'post.id', 'postAuthor.postId')
        .whereRef('postAuthor.authorId', '=', 'author.id')
        .select(sql<number>`count(*)::int`.as('count'))
      return [
        signed.$asScalar().$notNull().as('count'),
        signed.where(isPublic(now)).$asScalar().$notNull().as('published'),
      ]
    })

/** All who sign posts, by name; whoever was found to be another is that other. */
export async function authorsInOffice(db: Db, actor: Actor, now: Date): Promise<OfficeAuthor[]> {
  allow(mayWorkOnPosts(actor))
  return officeAuthors(db, now)
    .orderBy('author.name')
    .orderBy('author.createdAt')
    .orderBy('author.id')
    .execute()
}

/** @throws NotFound `no-such-author` */
export async function authorInOffice(
  db: Db | Tx,
  actor: Actor,
  id: string,
  now: Date,
): Promise<OfficeAuthor> {
  allow(mayWorkOnPosts(actor))
  const author = isUuid(id)
    ? await officeAuthors(db, now).where('author.id', '=', id).executeTakeFirst()
    : undefined
  if (!author) throw new NotFound('no-such-author')
  return author
}

/** Authors by their ids, for the journal. */
export const namedAuthors: Naming = async (db, ids, { actor }) => {
  const rows = await db.selectFrom('author').select(['id', 'name']).where('id', 'in', ids).execute()
  const pageOf = (id: string) => (mayWorkOnPosts(actor) ? officeAuthorPath(id) : null)
  return rows.map(({ id, name }) => ({ id, label: name, href: pageOf(id) }))
}
