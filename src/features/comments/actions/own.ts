import type { Tx } from '../../../db/index.ts'
import type { App, Leaving, LeavingAddress } from '../../../platform/app.ts'
import { recallMails } from '../../../platform/mail/index.ts'
import { Conflict, NotFound } from '../../../platform/refusals.ts'
import { type CommentState, mayBeChanged } from '../comment.ts'
import { words } from '../words.ts'
import { judge } from './judging.ts'
import { learn } from './learning.ts'
import { replyKey, tellOfShown } from './telling.ts'

/** The row of a comment, locked until the transaction ends. @throws NotFound `no-such-comment` */
async function lockedComment(tx: Tx, id: string) {
  const row = await lockedRow(tx, id)
  if (!row || row.state === 'withdrawn') throw new NotFound('no-such-comment')
  return { ...row, state: row.state as CommentState }
}

const lockedRow = (tx: Tx, id: string) =>
  tx.selectFrom('comment').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()

/**
 * Changes the text of a comment for its sender, as long as it waits or has appeared a moment ago. What it says now is
 * looked at like a new comment: it may have to wait.
 *
 * @param revision in which it was opened
 * @throws NotFound `no-such-comment`
 * @throws Conflict `comment-stands`; `comment-changed` in another window meanwhile
 */
export async function changeComment(
  app: App,
  id: string,
  { text, revision }: { text: string; revision: number },
): Promise<void> {
  await app.db.transaction().execute(async (tx) => {
    const comment = await lockedComment(tx, id)
    if (!mayBeChanged(comment, app.now())) throw new Conflict('comment-stands')
    // Pressed twice: the other press has changed it.
    if (comment.text === text) return
    if (comment.revision !== revision) throw new Conflict('comment-changed')
    await learn(tx, [comment], null)
    const isEditor = comment.role === 'editor'
    const isProven = comment.personId !== null
    const judged = await judge(app, tx, { text, email: comment.email ?? '', isEditor, isProven, except: id })
    const state = judged.why.length === 0 ? 'shown' : 'waiting'
    const { score, reasons, textHash } = judged
    await tx
      .updateTable('comment')
      .set({
        ...{ text, revision: revision + 1, changedAt: app.now(), textHash, score },
        ...{ reasons: JSON.stringify(reasons), state, stateAt: app.now(), stateBy: null, toldAt: null },
      })
      .where('id', '=', id)
      .execute()
    await recallMails(tx, [replyKey(id)])
    if (state === 'shown') await tellOfShown(app, tx, [id])
  })
}

/**
 * Lets a comment appear that waited for the word of who reads the mail of its address. One that waits for an editor as well goes
 * on waiting.
 *
 * @param revision in which it was read
 * @throws NotFound `no-such-comment`
 * @throws Conflict `comment-changed` since it was read
 */
export async function claimComment(app: App, id: string, revision: number): Promise<void> {
  await app.db.transaction().execute(async (tx) => {
    const comment = await lockedComment(tx, id)
    if (comment.revision !== revision) throw new Conflict('comment-changed')
    if (comment.state !== 'waiting') return
    const { text, email, role } = comment
    const sender = { email: email ?? '', isEditor: role === 'editor', isProven: true }
    const { why, score, reasons } = await judge(app, tx, { text, ...sender, except: id })
    const state = why.length === 0 ? 'shown' : 'waiting'
    await tx
      .updateTable('comment')
      .set({ score, reasons: JSON.stringify(reasons), state, stateAt: app.now() })
      .where('id', '=', id)
      .execute()
    if (state === 'shown') await tellOfShown(app, tx, [id])
  })
}

/**
 * Takes a comment back for its sender: its text, name and address are forgotten at once; answers to it stay.
 *
 * @throws NotFound `no-such-comment`
 */
export async function takeCommentBack(app: App, id: string): Promise<void> {
  await app.db.transaction().execute(async (tx) => {
    // Pressed twice: the other press has taken it back.
    if ((await lockedRow(tx, id))?.state !== 'withdrawn') await takeBack(app, tx, id)
  })
}

/** Forgets what a comment says and whose it is; answers to it stay. @throws NotFound `no-such-comment` */
export async function takeBack(app: App, tx: Tx, id: string): Promise<void> {
  const comment = await lockedComment(tx, id)
  await learn(tx, [comment], null)
  await tx
    .updateTable('comment')
    .set({
      ...{ state: 'withdrawn', stateAt: app.now(), stateBy: null, text: '', name: '–' },
      ...nobodys,
    })
    .where('id', '=', id)
    .execute()
  await recallMails(tx, [replyKey(id)])
}

/** What says whose a comment is. */
const nobodys = {
  ...{ email: null, emailKey: null, personId: null, networkHash: null, followsSince: null },
  ...{ handle: null, profile: null },
}

/**
 * What becomes of comments that readers have when their sender goes for good: the text stays without the name, or is taken
 * back. Others go with their rows.
 */
export const leaveComments: LeavingAddress = async (app, tx, key, keeps) => {
  const shown = await tx
    .selectFrom('comment')
    .where('emailKey', '=', key)
    .where('state', '=', 'shown')
    .select(['id', 'locale'])
    .execute()
  for (const { id, locale } of shown)
    if (keeps === 'texts') await unname(app, tx, id, words(locale)('gone.name'))
    else await takeBack(app, tx, id)
}

/**
 * Takes back, for a member who goes for good, what readers have of theirs, also where its address is forgotten by now. The place
 * stays for the answers below, and whoever was told of one elsewhere is told that it is gone. Others go with their rows.
 */
export const leaveWithComments: Leaving = async (app, tx, personId) => {
  const shown = await tx
    .selectFrom('comment')
    .where((eb) =>
      eb.or([
        eb('personId', '=', personId),
        eb('emailKey', '=', eb.selectFrom('person').where('id', '=', personId).select('emailKey')),
      ]),
    )
    .where('state', '=', 'shown')
    .select('id')
    .orderBy('number')
    .execute()
  for (const { id } of shown) await takeBack(app, tx, id)
}

/** It reads differently from then on, also for whoever was told of it elsewhere. */
const unname = (app: App, tx: Tx, id: string, name: string) =>
  tx
    .updateTable('comment')
    .set({ name, changedAt: app.now(), ...nobodys })
    .where('id', '=', id)
    .execute()
