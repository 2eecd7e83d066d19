import type { Tx } from '../../../db/index.ts'
import type { App } from '../../../platform/app.ts'
import { note } from '../../../platform/journal.ts'
import { allow, Conflict } from '../../../platform/refusals.ts'
import type { Actor } from '../../people/index.ts'
import { lockPost, type Post, setAgreement } from '../../posts/index.ts'
import { mayBeWaived, standingOf } from '../contribution.ts'
import { mayWaiveAgreement } from '../policy.ts'
import { type Contribution, contributionById } from '../queries/contributions.ts'
import { onDesk } from './deciding.ts'
import { isSaidAlready, keepWord } from './keeping.ts'
import { lockedOwn } from './own.ts'
import { tellAuthor, tellEditors } from './telling.ts'

/**
 * Asks its author to agree to the edited text as it is now; once, where two press at once or one does twice.
 *
 * @param seen when they were last asked, as the page says: null for never
 * @throws as `onDesk` does
 * @throws Conflict `contribution-not-edited` when there is nothing to agree to: not accepted, agreed already, or out
 */
export const askForAgreement = (app: App, actor: Actor, id: string, seen: Date | null): Promise<void> =>
  onDesk(app, actor, id, async (tx, contribution) => {
    const { askedAt } = contribution
    if (askedAt !== null && askedAt.getTime() !== seen?.getTime()) return
    await ask(app, tx, contribution, 'proof')
    await note(tx, app.now(), actor.id, 'contribution.proofed', id)
  })

async function ask(app: App, tx: Tx, contribution: Contribution, told: 'proof' | 'again'): Promise<void> {
  const { id, post } = contribution
  const standing = standingOf(contribution, post, app.now())
  if (post === null || !['editing', 'proof'].includes(standing)) throw new Conflict('contribution-not-edited')
  const { revision } = await lockPost(tx, post.id)
  await tx
    .updateTable('contribution')
    .set({ askedRevision: revision, askedAt: app.now(), remindedAt: null })
    .where('id', '=', id)
    .execute()
  await tellAuthor(app, tx, id, { told })
}

/** Asks again whoever agreed to a text that was changed since. Called by the clock, in a transaction of its own. */
export async function askAgain(app: App, id: string): Promise<void> {
  await app.db.transaction().execute(async (tx) => {
    await tx.selectFrom('contribution').where('id', '=', id).select('id').forUpdate().execute()
    const contribution = await contributionById(tx, id)
    const isDue = standingOf(contribution, contribution.post, app.now()) === 'editing'
    if (isDue && contribution.agreedRevision !== null) await ask(app, tx, contribution, 'again')
  })
}

/**
 * Its author agrees to the edited text: it may come out.
 *
 * @param revision of the post, as it was read
 * @throws as `answering` does
 */
export const agreeToText = (app: App, secret: string, revision: number): Promise<void> =>
  answering(app, secret, { revision, kind: 'agreed', text: '' }, async (tx, contribution, post) => {
    await setAgreement(tx, post.id, revision)
    await tx
      .updateTable('contribution')
      .set({ agreedRevision: revision, agreedAt: app.now(), ...answered })
      .where('id', '=', contribution.id)
      .execute()
    await tellEditors(app, tx, null, { told: 'agreed', contribution })
  })

/** Its author wishes something else in the edited text: an editor reads what. @throws as `answering` does */
export const wishForText = (
  app: App,
  secret: string,
  { revision, word }: { revision: number; word: string },
): Promise<void> =>
  answering(app, secret, { revision, kind: 'wishes', text: word }, async (tx, contribution) => {
    const { id } = contribution
    await tx.updateTable('contribution').set(answered).where('id', '=', id).execute()
    await tellEditors(app, tx, null, { told: 'wishes', contribution, word })
  })

const answered = { askedRevision: null, askedAt: null, remindedAt: null }

/**
 * What its author answers is kept; once, where they press twice.
 *
 * @throws NotFound `no-such-contribution`
 * @throws Conflict `contribution-not-asked` when nothing is asked; `contribution-text-changed` when an editor has changed the
 *   text since it was read
 */
async function answering(
  app: App,
  secret: string,
  { revision, kind, text }: { revision: number; kind: 'agreed' | 'wishes'; text: string },
  answer: (tx: Tx, contribution: Contribution, post: Post) => Promise<void>,
): Promise<void> {
  await app.db.transaction().execute(async (tx) => {
    const contribution = await lockedOwn(tx, secret)
    const said = { id: contribution.id, kind, text, postRevision: revision }
    if (await isSaidAlready(tx, null, said)) return
    const standing = standingOf(contribution, contribution.post, app.now())
    if (contribution.post === null || standing !== 'proof') throw new Conflict('contribution-not-asked')
    const post = await lockPost(tx, contribution.post.id)
    if (post.revision !== revision) throw new Conflict('contribution-text-changed')
    await keepWord(app, tx, null, said)
    await answer(tx, contribution, post)
  })
}

/**
 * Lets a text come out although its author has not answered for a long time. They are told, and can still take it back.
 *
 * @param because for the other editors
 * @throws Forbidden unless a director asks
 * @throws NotFound `no-such-contribution`
 * @throws Conflict `contribution-too-soon` while its author may still answer
 */
export async function waiveAgreement(app: App, actor: Actor, id: string, because: string): Promise<void> {
  allow(mayWaiveAgreement(actor))
  await onDesk(app, actor, id, async (tx, { post, askedAt }) => {
    if (post === null || !mayBeWaived(askedAt, app.now())) throw new Conflict('contribution-too-soon')
    await lockPost(tx, post.id)
    await setAgreement(tx, post.id, null)
    await tx
      .updateTable('contribution')
      .set({ ...answered, waivedAt: app.now(), waivedBy: actor.id })
      .where('id', '=', id)
      .execute()
    await keepWord(app, tx, actor.id, { id, kind: 'waived', text: because, postRevision: post.revision })
    await note(tx, app.now(), actor.id, 'contribution.waived', id)
    await tellAuthor(app, tx, id, { told: 'waived' })
  })
}
