import type { Db, Tx } from '../../../db/index.ts'
import { NotFound } from '../../../platform/refusals.ts'
import type { Image } from '../../media/index.ts'

/** How wide such a picture is shown, at most, in pixels. */
const shownWidth = 960

/** A picture that came with a contribution, as WebP; the widest one that is not wider than it is shown. @throws NotFound `no-such-picture` */
export async function heldPicture(db: Db, id: string): Promise<Buffer> {
  const file = await db
    .selectFrom('contributionPictureFile')
    .where('pictureId', '=', id)
    .where('format', '=', 'webp')
    .select('bytes')
    .orderBy((eb) => eb('width', '>', shownWidth))
    .orderBy('width', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!file) throw new NotFound('no-such-picture')
  return file.bytes
}

/** Width and height of such a picture; null for one that was let go of meanwhile. */
export async function heldSize(
  db: Db | Tx,
  id: string | null,
): Promise<{ id: string; width: number; height: number } | null> {
  if (id === null) return null
  const found = await db
    .selectFrom('contributionPicture')
    .where('id', '=', id)
    .select(['id', 'width', 'height'])
    .executeTakeFirst()
  return found ?? null
}

/** All of such a picture, as the library takes it; null for one that is gone. */
export async function heldImage(tx: Tx, id: string): Promise<{ image: Image; sha256: Buffer } | null> {
  const picture = await tx
    .selectFrom('contributionPicture')
    .where('id', '=', id)
    .select(['width', 'height', 'sha256'])
    .executeTakeFirst()
  if (!picture) return null
  const files = await tx
    .selectFrom('contributionPictureFile')
    .where('pictureId', '=', id)
    .select(['width', 'height', 'format', 'bytes'])
    .orderBy('width')
    .orderBy('format', 'desc')
    .execute()
  const { width, height, sha256 } = picture
  return { sha256, image: { width, height, files: files as Image['files'] } }
}
