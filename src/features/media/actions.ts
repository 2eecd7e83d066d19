import { createHash } from 'node:crypto'
import type { Tx } from '../../db/index.ts'
import type { App } from '../../platform/app.ts'
import { note } from '../../platform/journal.ts'
import { allow, Unacceptable } from '../../platform/refusals.ts'
import type { Actor } from '../people/index.ts'
import { readImage } from './image.ts'
import type { Credit } from './media.ts'
import { mayAddPictures } from './policy.ts'

/**
 * Keeps an uploaded picture, written anew. What must be said about it can follow later.
 *
 * @returns its id
 * @throws Forbidden unless an editor asks
 * @throws Unacceptable a code of `ImageProblem`
 */
export async function addPicture(
  app: App,
  actor: Actor,
  upload: Uint8Array,
  credit: Partial<Credit> = {},
): Promise<string> {
  allow(mayAddPictures(actor))
  const image = await readImage(upload)
  if (typeof image === 'string') throw new Unacceptable(image)
  const { width, height, files } = image
  return app.db.transaction().execute(async (tx) => {
    const sha256 = createHash('sha256').update(upload).digest()
    const { id } = await tx
      .insertInto('media')
      .values({ ...credit, sha256, width, height, uploadedBy: actor.id, uploadedAt: app.now() })
      .returning('id')
      .executeTakeFirstOrThrow()
    await tx
      .insertInto('mediaFile')
      .values(files.map((file) => ({ mediaId: id, ...file })))
      .execute()
    await note(tx, app.now(), actor.id, 'picture.added', id, { width, height })
    return id
  })
}

/** Changes what is said about a picture, in the transaction of the text that shows it. */
export async function changeCredit(tx: Tx, id: string, credit: Credit): Promise<void> {
  await tx.updateTable('media').set(credit).where('id', '=', id).execute()
}
