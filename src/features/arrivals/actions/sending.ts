import type { App } from '../../../platform/app.ts'
import { enqueue } from '../../../platform/jobs.ts'
import { allow, Conflict } from '../../../platform/refusals.ts'
import type { Actor } from '../../people/index.ts'
import { bringUploadIn, rehearseUpload } from '../jobs.ts'
import type { Wish } from '../mapping.ts'
import { mayBringIn } from '../policy.ts'
import { roundsIn, signersOf } from '../queries/known.ts'
import { sentFile } from '../queries/uploads.ts'
import { keepSent } from './uploads.ts'

/**
 * Takes the file of a blog, to be looked at before anything comes in. It is kept for a week.
 *
 * @returns its id
 * @throws Forbidden unless an editor asks
 */
export async function sendBlog(
  app: App,
  actor: Actor,
  file: { fileName: string; source: () => AsyncIterable<Uint8Array> },
): Promise<string> {
  allow(mayBringIn(actor))
  return app.db.transaction().execute(async (tx) => {
    const id = await keepSent(app, tx, actor, file)
    await enqueue(app, tx, rehearseUpload, { id })
    return id
  })
}

/**
 * Decides who the authors of a blog are here and what its categories mean, and looks at it anew.
 *
 * @throws Forbidden unless an editor asks
 * @throws NotFound `no-such-arrival`; `no-such-person`, `no-such-round` when it names one that is not there
 * @throws Conflict `arrival-started`
 */
export async function decideOnBlog(app: App, actor: Actor, id: string, wish: Wish): Promise<void> {
  allow(mayBringIn(actor))
  const { authors = {}, categories = {} } = wish
  await signersOf(app, { authors })
  await roundsIn(app.db, { categories })
  await app.db.transaction().execute(async (tx) => {
    if ((await sentFile(tx, id, 'lock')).startedAt !== null) throw new Conflict('arrival-started')
    await tx
      .updateTable('arrivalUpload')
      .set({ wish: JSON.stringify(wish), rehearsal: null, problem: null })
      .where('id', '=', id)
      .execute()
    await enqueue(app, tx, rehearseUpload, { id })
  })
}

/**
 * Lets a blog come in as it was looked at last.
 *
 * @throws Forbidden unless an editor asks
 * @throws NotFound `no-such-arrival`
 * @throws Conflict `arrival-started`; `arrival-not-looked-at` while it is being looked at, or cannot be read
 */
export async function startBlog(app: App, actor: Actor, id: string): Promise<void> {
  allow(mayBringIn(actor))
  await app.db.transaction().execute(async (tx) => {
    const sent = await sentFile(tx, id, 'lock')
    if (sent.startedAt !== null) throw new Conflict('arrival-started')
    if (sent.rehearsal === null) throw new Conflict('arrival-not-looked-at')
    await tx.updateTable('arrivalUpload').set({ startedAt: app.now() }).where('id', '=', id).execute()
    await enqueue(app, tx, bringUploadIn, { id })
  })
}
