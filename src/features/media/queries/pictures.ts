import { type ExpressionBuilder, sql } from 'kysely'
import { type Db, hasIn, type Tables, type Tx } from '../../../db/index.ts'
import type { App } from '../../../platform/app.ts'
import { NotFound } from '../../../platform/refusals.ts'
import type { OpenMatters } from '../../people/index.ts'
import type { ImageFile } from '../image.ts'
import type { Picture } from '../media.ts'
import { libraryLackingPath } from '../paths.ts'
import { mayAddPictures } from '../policy.ts'
import type { LibraryFilter } from '../schema.ts'
import { words } from '../words.ts'
import { objectBytes, type StoredObject } from './store.ts'

/**
 * A picture with all its words as one value of a row, null when `id` is null; the one that replaced it, if one did.
 *
 * @param id column with the id of a picture, for example `post.media_id`
 */
export const pictureColumn = (id: string) => sql<Picture | null>`(
  select json_build_object(
    'id', media.id, 'named', named.id, 'width', media.width, 'height', media.height, 'alt', media.alt, 'caption', media.caption,
    'focusX', media.focus_x, 'focusY', media.focus_y, 'author', media.author, 'source', media.source, 'licence', media.licence,
    'widths', (
      select json_agg(media_file.width order by media_file.width) from media_file
      where media_file.media_id = media.id and media_file.format = 'webp'),
    'avifWidths', (
      select coalesce(json_agg(media_file.width order by media_file.width), '[]') from media_file
      where media_file.media_id = media.id and media_file.format = 'avif'),
    'jpegBytes', (
      select coalesce(octet_length(media_file.bytes), media_object.size) from media_file
      left join media_object on media_object.id = media_file.object_id
      where media_file.media_id = media.id and media_file.format = 'jpeg' and media_file.width = media.width))
  from media as named join media on media.id = coalesce(named.replaced_by, named.id)
  where named.id = ${sql.ref(id)})`

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

/**
 * One file of a picture, as served, wherever its bytes are.
 *
 * @throws NotFound `no-such-picture`
 * @throws StoreFails where they are in a store that does not give them
 */
export async function pictureFile(
  { db, config }: Pick<App, 'db' | 'config'>,
  { id, width, format }: { id: string; width: number; format: ImageFile['format'] },
): Promise<Buffer> {
  const file = await db
    .selectFrom('mediaFile')
    .leftJoin('mediaObject as object', 'object.id', 'mediaFile.objectId')
    .select(['bytes', 'object.id', 'object.sha256'])
    .where('mediaId', '=', id)
    .where('width', '=', width)
    .where('format', '=', format)
    .executeTakeFirst()
  if (file?.bytes) return file.bytes
  if (!file?.id || !file.sha256) throw new NotFound('no-such-picture')
  return objectBytes(config, { id: file.id, sha256: file.sha256 })
}

/** A width and format of a picture. */
export type FileName = { mediaId: string; width: number; format: string }

/** The one row of a file, as a condition. */
export const isFile =
  ({ mediaId, width, format }: FileName) =>
  (eb: ExpressionBuilder<Tables, 'mediaFile'>) =>
    eb.and({ mediaId, width, format })

/** Files of pictures whose bytes are in the database, so many at most. */
export const filesHere = (db: Db, most: number): Promise<FileName[]> =>
  db
    .selectFrom('mediaFile')
    .select(['mediaId', 'width', 'format'])
    .where('objectId', 'is', null)
    .limit(most)
    .execute()

/** What files of pictures name in the store, so many at most. */
export const filesThere = (db: Db, most: number): Promise<StoredObject[]> =>
  db
    .selectFrom('mediaFile')
    .innerJoin('mediaObject as object', 'object.id', 'mediaFile.objectId')
    .select(['object.id', 'object.sha256'])
    .limit(most)
    .execute()

/** How many files of pictures are where. */
export async function filesKept(db: Db): Promise<{ inDatabase: number; inStore: number }> {
  const { all, inStore } = await db
    .selectFrom('mediaFile')
    .select(({ fn }) => [fn.countAll<number>().as('all'), fn.count<number>('objectId').as('inStore')])
    .executeTakeFirstOrThrow()
  return { inDatabase: Number(all) - Number(inStore), inStore: Number(inStore) }
}

/** What no file of a picture names, as a condition. */
export const isUnneeded = (eb: ExpressionBuilder<Tables, 'mediaObject'>) =>
  eb.not(eb.exists(eb.selectFrom('mediaFile').select('width').whereRef('objectId', '=', 'mediaObject.id')))

/** The largest WebP of a picture, and the sizes it is kept in; undefined where there is none. */
export async function largestFile(app: App, id: string) {
  const sizes = await app.db
    .selectFrom('mediaFile')
    .select(['width', 'height'])
    .where('mediaId', '=', id)
    .where('format', '=', 'webp')
    .orderBy('width')
    .execute()
  const largest = sizes.at(-1)
  return largest && { sizes, bytes: await pictureFile(app, { id, width: largest.width, format: 'webp' }) }
}

/** On a page of the library. */
export const pageSize = 24

/** A picture as the library lists it; in how many posts it is shown, where that sets the order. */
export type Listed = { picture: Picture; postCount: number | null }

/**
 * The pictures of the library that a filter leaves, the newest first; and how many there are. What still lacks words comes in the
 * order of how many posts show it.
 */
export async function libraryOf(db: Db, filter: LibraryFilter, page: number) {
  const found = db
    .selectFrom('media as kept')
    .where('replacedBy', 'is', null)
    .where((eb) =>
      eb.and([
        ...filter.text
          .split(/\s+/)
          .filter(Boolean)
          .map((word) => hasIn(sql`(alt || ' ' || caption || ' ' || author || ' ' || source)`, word)),
        ...(filter.licence ? [eb('licence', '=', filter.licence)] : []),
        ...(filter.lacks === 'alt' ? [eb('alt', '=', '')] : []),
        ...(filter.lacks === 'credit'
          ? [eb.or([eb('author', '=', ''), eb('source', '=', ''), eb('licence', '=', '')])]
          : []),
      ]),
    )
  const rows = await found
    .$if(filter.lacks !== '', (lacking) =>
      lacking
        .leftJoin('pictureShown', 'pictureShown.mediaId', 'kept.id')
        .select(sql<number | null>`coalesce(post_count, 0)`.as('postCount'))
        .orderBy('postCount', 'desc'),
    )
    .select([pictureColumn('kept.id').as('picture'), sql<number>`count(*) over ()`.as('count')])
    .orderBy('uploadedAt', 'desc')
    .orderBy('kept.id')
    .limit(pageSize)
    .offset((page - 1) * pageSize)
    .execute()
  const pictures = rows.flatMap(({ picture, postCount = null }): Listed[] =>
    picture ? [{ picture, postCount }] : [],
  )
  return { pictures, count: Number(rows[0]?.count ?? 0) }
}

/** Whether a post shows a picture that has come out, or is about to. */
export const isShown = async (db: Db | Tx, id: string): Promise<boolean> =>
  (await db.selectFrom('pictureShown').where('mediaId', '=', id).select('mediaId').executeTakeFirst()) !==
  undefined

/** @throws NotFound `no-such-picture`, also for one that has been replaced */
export async function pictureInLibrary(db: Db, id: string): Promise<Picture> {
  const [picture] = await picturesByIds(db, [id])
  if (picture?.id !== id) throw new NotFound('no-such-picture')
  return picture
}

/** All ids by which texts may name a picture: its own, and those of what it replaced. */
export async function namesOf(db: Db, id: string): Promise<string[]> {
  const rows = await db.selectFrom('media').select('id').where('replacedBy', '=', id).execute()
  return [id, ...rows.map((row) => row.id)]
}

/** That pictures lack the text for those who cannot see them. */
export const pictureMatters: OpenMatters = async (db, actor) => {
  if (!mayAddPictures(actor)) return []
  const { count } = await db
    .selectFrom('media')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('replacedBy', 'is', null)
    .where('alt', '=', '')
    .executeTakeFirstOrThrow()
  if (Number(count) === 0) return []
  const t = words(actor.locale)
  return [
    {
      text: t('matter.alt', { count: Number(count) }),
      act: { href: libraryLackingPath('alt'), label: t('matter.alt.act') },
      urgency: 'later',
    },
  ]
}
