import { isDeepStrictEqual } from 'node:util'
import type { Tx } from '../../../db/index.ts'
import type { App } from '../../../platform/app.ts'
import { Conflict } from '../../../platform/refusals.ts'
import { lockPost, setAgreement, setPublishAt } from '../../posts/index.ts'
import { mayBeChanged, mayBeTakenBack, standingOf, type Written } from '../contribution.ts'
import { type Contribution, ownContribution } from '../queries/contributions.ts'
import { keepWord } from './keeping.ts'
import { tellEditors } from './telling.ts'

/**
 * Corrects a contribution for its author, as long as nobody has decided about it. One that an editor asked to be changed
 * waits again, and the editor is told.
 *
 * @param revision in which it was opened
 * @param word what its author says of it; may be empty
 * @throws NotFound `no-such-contribution`
 * @throws Conflict `contribution-taken-up`; `contribution-changed` in another window meanwhile
 */
export async function changeContribution(
  app: App,
  secret: string,
  { written, revision, word }: { written: Written; revision: number; word: string },
): Promise<void> {
  await app.db.transaction().execute(async (tx) => {
    const before = await lockedOwn(tx, secret)
    if (!mayBeChanged(before.stage)) throw new Conflict('contribution-taken-up')
    // Pressed twice at once: the other press has changed it.
    if (before.revision === revision + 1 && isWritten(before, written)) return
    if (before.revision !== revision) throw new Conflict('contribution-changed')
    const wasAsked = before.stage === 'asked'
    await tx
      .updateTable('contribution')
      .set({
        ...{ ...written, revision: revision + 1, changedAt: app.now() },
        ...(wasAsked ? { stage: 'waiting', stageAt: app.now(), stageBy: null } : {}),
      })
      .where('id', '=', before.id)
      .execute()
    if (wasAsked || word !== '') await keepWord(app, tx, null, { id: before.id, kind: 'changed', text: word })
    const contribution = { ...before, ...written }
    if (wasAsked || before.owner) await tellEditors(app, tx, null, { told: 'changed', contribution, word })
  })
}

const isWritten = (contribution: Contribution, written: Written) =>
  isDeepStrictEqual({ ...contribution, ...written }, contribution)

/**
 * Takes a contribution back for its author. What an editor has made of it never comes out.
 *
 * @throws NotFound `no-such-contribution`
 * @throws Conflict `contribution-out` once readers have it
 */
export async function takeContributionBack(app: App, secret: string): Promise<void> {
  await app.db.transaction().execute(async (tx) => {
    const before = await lockedOwn(tx, secret)
    // Pressed twice at once: the other press has taken it back.
    if (before.stage === 'withdrawn') return
    if (!mayBeTakenBack(standingOf(before, before.post, app.now()))) throw new Conflict('contribution-out')
    await tx
      .updateTable('contribution')
      .set({ stage: 'withdrawn', stageAt: app.now(), stageBy: null, askedRevision: null, askedAt: null })
      .where('id', '=', before.id)
      .execute()
    if (before.post) {
      await lockPost(tx, before.post.id)
      await setAgreement(tx, before.post.id, 0)
      if (before.post.publishAt) await setPublishAt(tx, before.post.id, null)
    }
    await keepWord(app, tx, null, { id: before.id, kind: 'withdrawn', text: '' })
    if (before.owner || before.post)
      await tellEditors(app, tx, null, { told: 'withdrawn', contribution: before })
  })
}

/** @throws NotFound `no-such-contribution` */
export async function lockedOwn(tx: Tx, secret: string): Promise<Contribution> {
  const { id } = await ownContribution(tx, secret)
  await tx.selectFrom('contribution').where('id', '=', id).select('id').forUpdate().execute()
  return ownContribution(tx, secret)
}
