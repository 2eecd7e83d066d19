import type { Tx } from '../../../db/index.ts'
import type { App } from '../../../platform/app.ts'
import { note } from '../../../platform/journal.ts'
import { recallMails } from '../../../platform/mail/index.ts'
import { allow, Conflict } from '../../../platform/refusals.ts'
import type { Actor } from '../../people/index.ts'
import type { Decision, Rule } from '../comment.ts'
import { mayModerate } from '../policy.ts'
import { commentedPost } from '../queries/post.ts'
import { lastDecision } from '../queries/queue.ts'
import { learn } from './learning.ts'
import { replyKey, tellOfShown } from './telling.ts'

/** A comment, the revision in which it was read, and what it was then, where that is known. */
export type Read = { number: number; revision: number; state?: string | undefined }

/**
 * Decides about comments, one or many: they appear, are spam, or are taken away. What readers reported of them is settled,
 * and the filter learns. One whose sender changed it meanwhile, or took it back, is left as it is, and so is one about which
 * another editor has decided otherwise.
 *
 * @returns how many were decided, and how many were left
 * @throws Forbidden unless an editor asks
 */
export async function decideComments(
  app: App,
  actor: Actor,
  read: readonly Read[],
  decision: Decision,
): Promise<{ decided: number; left: number }> {
  allow(mayModerate(actor))
  return app.db.transaction().execute(async (tx) => {
    const { comments, already } = await asRead(tx, read, decision)
    const ids = comments.map(({ id }) => id)
    if (ids.length > 0) {
      await note(tx, app.now(), actor.id, `comments.${decision}`, null, { count: ids.length })
      await settleFlags(app, tx, actor, ids)
      await setState(app, tx, actor, ids, decision)
      await learn(tx, comments, decision === 'removed' ? null : decision === 'spam' ? 'spam' : 'kept')
      if (decision === 'shown')
        await tellOfShown(
          app,
          tx,
          comments.filter(({ state }) => state !== 'shown').map(({ id }) => id),
        )
      else await recallMails(tx, ids.map(replyKey))
    }
    const decided = ids.length + already
    return { decided, left: read.length - decided }
  })
}

/** The rows, locked until the transaction ends, of those that are as they were read; and how many are decided so already. */
async function asRead(tx: Tx, read: readonly Read[], decision: Decision) {
  if (read.length === 0) return { comments: [], already: 0 }
  const seen = new Map(read.map((one) => [one.number, one]))
  const rows = await tx
    .selectFrom('comment')
    .where('number', 'in', [...seen.keys()])
    .where('state', '<>', 'withdrawn')
    .select(['id', 'number', 'revision', 'text', 'email', 'learned', 'state'])
    // Lowest first: two editors with the same ticks wait for each other instead of blocking each other.
    .orderBy('number')
    .forUpdate()
    .execute()
  const same = rows.filter(({ number, revision }) => seen.get(number)?.revision === revision)
  const isAsRead = ({ number, state }: (typeof rows)[number]) => (seen.get(number)?.state ?? state) === state
  return {
    comments: same.filter(isAsRead),
    already: same.filter((one) => !isAsRead(one) && one.state === decision).length,
  }
}

/**
 * Removes those of these comments that wait, in the transaction of whoever keeps their writers away. The filter learns nothing,
 * and their editor can take it back like any decision.
 *
 * @throws Forbidden unless an editor asks
 */
export async function removeWaiting(app: App, tx: Tx, actor: Actor, ids: readonly string[]): Promise<void> {
  allow(mayModerate(actor))
  if (ids.length === 0) return
  const rows = await tx
    .selectFrom('comment')
    .where('id', 'in', ids)
    .where('state', '=', 'waiting')
    .select('id')
    .orderBy('number')
    .forUpdate()
    .execute()
  if (rows.length === 0) return
  const waiting = rows.map(({ id }) => id)
  await note(tx, app.now(), actor.id, 'comments.removed', null, { count: waiting.length })
  await settleFlags(app, tx, actor, waiting)
  await setState(app, tx, actor, waiting, 'removed')
}

const setState = (app: App, tx: Tx, actor: Actor, ids: readonly string[], state: Decision | 'waiting') =>
  tx
    .updateTable('comment')
    .set({ state, stateAt: app.now(), stateBy: actor.id })
    .where('id', 'in', ids)
    .execute()

const settleFlags = (app: App, tx: Tx, actor: Actor, ids: readonly string[]) =>
  tx
    .updateTable('commentFlag')
    .set({ settledAt: app.now(), settledBy: actor.id })
    .where('commentId', 'in', ids)
    .where('settledAt', 'is', null)
    .execute()

/**
 * Takes back what an editor decided last: the comments wait again, and no email about them leaves that has not left.
 *
 * @throws Forbidden unless an editor asks
 * @throws Conflict `nothing-decided` when that is more than ten minutes ago, or was never
 */
export async function undoLastDecision(app: App, actor: Actor): Promise<number> {
  allow(mayModerate(actor))
  return app.db.transaction().execute(async (tx) => {
    const last = await lastDecision(tx, actor, app.now())
    if (!last) throw new Conflict('nothing-decided')
    const comments = await tx
      .selectFrom('comment')
      .where('id', 'in', last.ids)
      .select(['id', 'text', 'email', 'learned'])
      .orderBy('number')
      .forUpdate()
      .execute()
    await note(tx, app.now(), actor.id, 'comments.undone', null, { count: comments.length })
    await learn(tx, comments, null)
    await tx
      .updateTable('comment')
      .set({ state: 'waiting', stateAt: app.now(), stateBy: null })
      .where('id', 'in', last.ids)
      .execute()
    await recallMails(tx, last.ids.map(replyKey))
    return comments.length
  })
}

/** Says how the network takes comments. @throws Forbidden unless an editor asks */
export async function setCommentRule(app: App, actor: Actor, rule: Rule): Promise<void> {
  allow(mayModerate(actor))
  await app.db.transaction().execute(async (tx) => {
    const set = { ...rule, changedAt: app.now(), changedBy: actor.id }
    await tx
      .insertInto('commentRule')
      .values(set)
      .onConflict((conflict) => conflict.column('theOne').doUpdateSet(set))
      .execute()
    await note(tx, app.now(), actor.id, 'comments.ruled', null)
  })
}

/**
 * Closes the comments of one post, or keeps them open whatever its age; `rule` lets the rule for all decide again.
 *
 * @throws Forbidden unless an editor asks
 * @throws NotFound `no-such-post`
 */
export async function setClosing(
  app: App,
  actor: Actor,
  slug: string,
  state: 'open' | 'closed' | 'rule',
): Promise<void> {
  allow(mayModerate(actor))
  await app.db.transaction().execute(async (tx) => {
    const post = await commentedPost(tx, app.now(), slug)
    if (state === 'rule') await tx.deleteFrom('commentClosing').where('postId', '=', post.id).execute()
    else {
      const set = { state, setAt: app.now(), setBy: actor.id }
      await tx
        .insertInto('commentClosing')
        .values({ postId: post.id, ...set })
        .onConflict((conflict) => conflict.column('postId').doUpdateSet(set))
        .execute()
    }
    await note(tx, app.now(), actor.id, `comments.${state === 'rule' ? 'by-rule' : state}`, post.id)
  })
}
