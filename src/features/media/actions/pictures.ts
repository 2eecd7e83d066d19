import { sql } from 'kysely'
import type { Tx } from '../../../db/index.ts'
import type { App } from '../../../platform/app.ts'
import { enqueue } from '../../../platform/jobs.ts'
import { note } from '../../../platform/journal.ts'
import { allow, Conflict, NotFound, Unacceptable } from '../../../platform/refusals.ts'
import type { Actor } from '../../people/index.ts'
import { type Image, readImage } from '../image.ts'
import { addAvif } from '../jobs.ts'
import { type Credit, lostCredit, type Picture } from '../media.ts'
import { mayAddPictures } from '../policy.ts'
import { isShown } from '../queries/pictures.ts'
import { digestOf } from '../queries/store.ts'

type Focus = Pick<Picture, 'focusX' | 'focusY'>

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
  return app.db
    .transaction()
    .execute((tx) => keepImage(app, tx, actor, { image, sha256: digestOf(upload), said: credit }))
}

/**
 * Puts a picture that was written anew into the library, in the transaction of whoever takes it; they ask who may.
 *
 * @param sha256 of the upload
 * @returns its id
 */
export async function keepImage(
  app: App,
  tx: Tx,
  actor: Actor,
  { image, sha256, said }: { image: Image; sha256: Buffer; said: Partial<Credit> & Partial<Focus> },
): Promise<string> {
  const { width, height, files } = image
  const { id } = await tx
    .insertInto('media')
    .values({ ...said, sha256, width, height, uploadedBy: actor.id, uploadedAt: app.now() })
    .returning('id')
    .executeTakeFirstOrThrow()
  await tx
    .insertInto('mediaFile')
    .values(files.map((file) => ({ mediaId: id, ...file })))
    .execute()
  await note(tx, app.now(), actor.id, 'picture.added', id, { width, height })
  await enqueue(app, tx, addAvif, { id })
  return id
}

/** Changes what is said about a picture, in the transaction of the text that shows it. */
export async function changeCredit(tx: Tx, id: string, credit: Credit): Promise<void> {
  await tx.updateTable('media').set(credit).where('id', '=', id).execute()
}

/**
 * Changes what is said about a picture in the library, and so wherever it is shown.
 *
 * @throws Forbidden unless an editor asks
 * @throws NotFound `no-such-picture`
 * @throws Conflict `picture-shown` when it is public, or about to be, and would lose what nothing comes out without
 */
export async function describePicture(app: App, actor: Actor, id: string, credit: Credit): Promise<void> {
  allow(mayAddPictures(actor))
  await app.db.transaction().execute(async (tx) => {
    const before = await lockPicture(tx, id)
    if (lostCredit(before, credit).length > 0 && (await isShown(tx, id))) throw new Conflict('picture-shown')
    await changeCredit(tx, id, credit)
    await note(tx, app.now(), actor.id, 'picture.described', id)
  })
}

/**
 * Says what must stay in sight where a picture is cut.
 *
 * @throws Forbidden unless an editor asks
 * @throws NotFound `no-such-picture`
 */
export async function focusPicture(app: App, actor: Actor, id: string, focus: Focus): Promise<void> {
  allow(mayAddPictures(actor))
  await app.db.transaction().execute(async (tx) => {
    await lockPicture(tx, id)
    await tx.updateTable('media').set(focus).where('id', '=', id).execute()
    await note(tx, app.now(), actor.id, 'picture.focused', id)
  })
}

/**
 * Puts another picture wherever this one is shown, with what is said about it. Its files stay at their addresses, for
 * pages and emails that were made before.
 *
 * @returns the id of the new one
 * @throws Forbidden unless an editor asks
 * @throws Unacceptable a code of `ImageProblem`
 * @throws NotFound `no-such-picture`, also for one that has been replaced
 */
export async function replacePicture(
  app: App,
  actor: Actor,
  id: string,
  upload: Uint8Array,
): Promise<string> {
  allow(mayAddPictures(actor))
  const image = await readImage(upload)
  if (typeof image === 'string') throw new Unacceptable(image)
  return app.db.transaction().execute(async (tx) => {
    const { alt, caption, author, source, licence } = await lockPicture(tx, id)
    const said = { alt, caption, author, source, licence }
    const newId = await keepImage(app, tx, actor, { image, sha256: digestOf(upload), said })
    await tx
      .updateTable('media')
      .set({ replacedBy: newId })
      .where((eb) => eb.or([eb('id', '=', id), eb('replacedBy', '=', id)]))
      .execute()
    await note(tx, app.now(), actor.id, 'picture.replaced', id)
    return newId
  })
}

/** @throws NotFound `no-such-picture`, also for one that has been replaced */
async function lockPicture(tx: Tx, id: string) {
  const picture = await tx
    .selectFrom('media')
    .select(['alt', 'caption', 'author', 'source', 'licence'])
    .where('id', '=', id)
    .where('replacedBy', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  if (!picture) throw new NotFound('no-such-picture')
  return picture
}

/** Takes a name out of the credit of a picture. @param instead what stands where the name was */
export async function forgetCredit(
  tx: Tx,
  id: string,
  { name, instead }: { name: string; instead: string },
): Promise<void> {
  const without = (column: 'author' | 'source') =>
    sql<string>`replace(${sql.ref(column)}, ${name}, ${instead})`
  await tx
    .updateTable('media')
    .set({ author: without('author'), source: without('source') })
    .where('id', '=', id)
    .execute()
}

/** Lets go of a picture; the caller has looked that nothing shows it. One that took the place of another, or gave way to one, stays. */
export async function dropPicture(tx: Tx, id: string): Promise<void> {
  await tx
    .deleteFrom('media')
    .where('id', '=', id)
    .where('replacedBy', 'is', null)
    .where(sql<boolean>`not exists (select from media other where other.replaced_by = ${id})`)
    .execute()
}
