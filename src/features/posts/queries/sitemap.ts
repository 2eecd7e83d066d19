import { sql } from 'kysely'
import type { Db } from '../../../db/index.ts'
import { type Picture, pictureColumn } from '../../media/index.ts'

/** A published post as the sitemap tells of it. */
export type MappedPost = {
  slug: string
  locale: string
  updatedAt: Date
  picture: Picture | null
  translations: { slug: string; locale: string }[]
}

/** When the posts of each part of the sitemap changed last, the oldest posts first; none where nothing is public. */
export async function sitemapParts(db: Db, now: Date, size: number): Promise<Date[]> {
  const { rows } = await sql<{ updatedAt: Date }>`
    select max(updated_at) as updated_at from (
      select updated_at, (row_number() over (order by publish_at, id) - 1) / ${size}::int as part
      from post where publish_at <= ${now} and withdrawn_at is null
    ) as numbered group by part order by part`.execute(db)
  return rows.map(({ updatedAt }) => updatedAt)
}

/** The posts of one part, counted from 1: in the order in which they came out, so that later ones move none. */
export const postsOfPart = (
  db: Db,
  now: Date,
  { part, size }: { part: number; size: number },
): Promise<MappedPost[]> =>
  db
    .selectFrom('post')
    .where('post.publishAt', '<=', now)
    .where('post.withdrawnAt', 'is', null)
    .select(['post.slug', 'post.locale', 'post.updatedAt', pictureColumn('post.media_id').as('picture')])
    .select(
      sql<MappedPost['translations']>`(
        select coalesce(json_agg(json_build_object('slug', other.slug, 'locale', other.locale) order by other.locale), '[]')
        from post as other
        where other.translation_group = post.translation_group and other.id <> post.id
          and other.publish_at <= ${now} and other.withdrawn_at is null)`.as('translations'),
    )
    .orderBy('post.publishAt')
    .orderBy('post.id')
    .offset((part - 1) * size)
    .limit(size)
    .execute()
