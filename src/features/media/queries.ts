import { sql } from 'kysely'
import type { Db, Tx } from '../../db/index.ts'
import { NotFound } from '../../platform/refusals.ts'
import type { ImageFile } from './image.ts'
import type { Picture } from './media.ts'

/**
 * A picture with all its words as one value of a row, null when `id` is null.
 *
 * @param id column with the id of a picture, for example `post.media_id`
 */
export const pictureColumn = (id: string) => sql<Picture | null>`(
  select json_build_object(
    'id', media.id, 'width', media.width, 'height', media.height, 'alt', media.alt, 'caption', media.caption,
    'author', media.author, 'source', media.source, 'licence', media.licence,
    'widths', (
      select json_agg(media_file.width order by media_file.width) from media_file
      where media_file.media_id = media.id and media_file.format = 'webp'),
    'jpegBytes', (
      select octet_length(media_file.bytes) from media_file
      where media_file.media_id = media.id and media_file.format = 'jpeg' and media_file.width = media.width))
  from media where media.id = ${sql.ref(id)})`

/** The pictures with these ids, in no order; unknown ids are left out. */
export async function picturesByIds(db: Db | Tx, ids: readonly string[]): Promise<Picture[]> {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('media as wanted')
    .where('wanted.id', 'in', ids)
    .select(pictureColumn('wanted.id').as('picture'))
    .execute()
  return rows.flatMap(({ picture }) => picture ?? [])
}

/** One file of a picture, as served. @throws NotFound `no-such-picture` */
export async function pictureFile(
  db: Db,
  { id, width, format }: { id: string; width: number; format: ImageFile['format'] },
): Promise<Buffer> {
  const file = await db
    .selectFrom('mediaFile')
    .select('bytes')
    .where('mediaId', '=', id)
    .where('width', '=', width)
    .where('format', '=', format)
    .executeTakeFirst()
  if (!file) throw new NotFound('no-such-picture')
  return file.bytes
}
