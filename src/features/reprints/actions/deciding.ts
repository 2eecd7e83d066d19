import type { Tx } from '../../../db/index.ts'
import type { App } from '../../../platform/app.ts'
import { note } from '../../../platform/journal.ts'
import { allow, Conflict } from '../../../platform/refusals.ts'
import type { Actor } from '../../people/index.ts'
import { mayHandleReprints } from '../policy.ts'
import type { Reprint } from '../queries/reprints.ts'
import { licenceSays, type Standing, standingOf } from '../reprint.ts'
import { lockReprint } from './answering.ts'
import { askThem, tellAsker } from './telling.ts'

/**
 * Asks the authors of a post for leave, or asks those again who are silent.
 *
 * @throws as `onDesk` does
 */
export const askAuthors = (app: App, actor: Actor, id: string): Promise<void> =>
  onDesk(app, actor, { id, from: ['waiting', 'asked'] }, async (tx) => {
    await askThem(app, tx, actor, id)
    await note(tx, app.now(), actor.id, 'reprint.passed', id)
  })

/** Declines it without asking the authors. @param word for whoever asked @throws as `onDesk` does */
export const declineReprint = (app: App, actor: Actor, id: string, word: string): Promise<void> =>
  onDesk(app, actor, { id, from: ['waiting', 'asked'] }, async (tx) => {
    await tx
      .updateTable('reprint')
      .set({ declinedAt: app.now(), declinedBy: actor.id })
      .where('id', '=', id)
      .execute()
    await note(tx, app.now(), actor.id, 'reprint.declined', id)
    await tellAsker(app, tx, id, { told: 'refused', word })
  })

/** Finds that the licence of the text allows it: nobody need be asked. @throws as `onDesk` does; Conflict `reprint-no-licence` */
export const allowByLicence = (app: App, actor: Actor, id: string): Promise<void> =>
  onDesk(app, actor, { id, from: ['waiting', 'asked'] }, async (tx, { post }) => {
    if (licenceSays(post.licence) === null) throw new Conflict('reprint-no-licence')
    await tx
      .updateTable('reprint')
      .set({ allowedAt: app.now(), licensedBy: actor.id })
      .where('id', '=', id)
      .execute()
    await note(tx, app.now(), actor.id, 'reprint.licensed', id)
    await tellAsker(app, tx, id, { told: 'allowed', word: '' })
  })

/**
 * Says when and where an allowed reprint appeared: it is named under the post from then on.
 *
 * @param on `YYYY-MM-DD`; null when it has not appeared after all
 * @param url null for what is on paper alone
 * @throws as `onDesk` does
 */
export const sayAppeared = (
  app: App,
  actor: Actor,
  id: string,
  { on, url }: { on: string | null; url: string | null },
): Promise<void> =>
  onDesk(app, actor, { id, from: ['allowed', 'appeared'] }, async (tx) => {
    const appearedUrl = on === null ? null : url
    await tx.updateTable('reprint').set({ appearedOn: on, appearedUrl }).where('id', '=', id).execute()
    await note(tx, app.now(), actor.id, 'reprint.appeared', id)
  })

/**
 * @throws Forbidden unless an editor asks
 * @throws NotFound `no-such-reprint`
 * @throws Conflict `reprint-decided` when it does not stand so any more
 */
async function onDesk(
  app: App,
  actor: Actor,
  { id, from }: { id: string; from: readonly Standing[] },
  act: (tx: Tx, reprint: Reprint) => Promise<void>,
): Promise<void> {
  allow(mayHandleReprints(actor))
  await app.db.transaction().execute(async (tx) => {
    const reprint = await lockReprint(tx, id)
    if (!from.includes(standingOf(reprint))) throw new Conflict('reprint-decided')
    await act(tx, reprint)
  })
}
