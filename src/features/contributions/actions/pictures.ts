import { createHash } from 'node:crypto'
import type { App } from '../../../platform/app.ts'
import { TooMany, Unacceptable } from '../../../platform/refusals.ts'
import { readImage } from '../../media/index.ts'
import { pictureLimit, sinceFor } from '../limits.ts'
import { networkHash } from './keys.ts'

/**
 * Keeps a picture that came with a form, written anew, also when the rest of the form needs another look.
 *
 * @returns its id
 * @throws Unacceptable a code of `ImageProblem`
 * @throws TooMany `too-many`
 */
export async function holdPicture(app: App, upload: Uint8Array, network: string): Promise<string> {
  const from = networkHash(app, network)
  await refuseMany(app, from)
  const image = await readImage(upload)
  if (typeof image === 'string') throw new Unacceptable(image)
  const { width, height, files } = image
  const sha256 = createHash('sha256').update(upload).digest()
  return app.db.transaction().execute(async (tx) => {
    const { id } = await tx
      .insertInto('contributionPicture')
      .values({ sha256, width, height, networkHash: from, keptAt: app.now() })
      .returning('id')
      .executeTakeFirstOrThrow()
    await tx
      .insertInto('contributionPictureFile')
      .values(files.map((file) => ({ pictureId: id, ...file })))
      .execute()
    return id
  })
}

async function refuseMany(app: App, from: Buffer): Promise<void> {
  const { count } = await app.db
    .selectFrom('contributionPicture')
    .where('networkHash', '=', from)
    .where('keptAt', '>', sinceFor(pictureLimit, app.now()))
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  if (count >= pictureLimit.count) throw new TooMany('too-many', pictureLimit.minutes * 60)
}
