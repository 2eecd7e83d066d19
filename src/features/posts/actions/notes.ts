import type { Tx } from '../../../db/index.ts'
import type { App } from '../../../platform/app.ts'
import { isUuid } from '../../../platform/ids.ts'
import { note } from '../../../platform/journal.ts'
import { madeOnce } from '../../../platform/made-once.ts'
import { type Place, type Sides, whereSaid } from '../../../platform/passages.ts'
import { allow, NotFound, Unacceptable } from '../../../platform/refusals.ts'
import type { Actor } from '../../people/index.ts'
import { paragraphsOf } from '../passage.ts'
import { mayWorkOnPosts } from '../policy.ts'
import { placed } from './carrying.ts'
import { addNote, type Said } from './course.ts'
import { lockPost } from './writing.ts'

/** What a note is about: some words, as they were selected or typed; or a paragraph, counted from 0, whole without any words. */
export type Chosen = { words: string; paragraph: number | null; around?: Sides }

/**
 * Says something about a passage of a post to those who work on it. It stays with the passage when the text is changed.
 *
 * @returns the id of the note
 * @throws Forbidden unless an editor asks
 * @throws NotFound `no-such-post`
 * @throws Unacceptable `passage-not-found` when the saved text has no such words, or no such paragraph
 */
export async function noteOnPassage(
  app: App,
  actor: Actor,
  id: string,
  { text, chosen, once }: Said & { chosen: Chosen },
): Promise<string> {
  allow(mayWorkOnPosts(actor))
  return app.db.transaction().execute(async (tx) => {
    const post = await lockPost(tx, id)
    return madeOnce(tx, app.now(), { once, of: [actor.id, id, text, chosen] }, async () => {
      const place = placeOf(post.body, chosen)
      if (!place) throw new Unacceptable('passage-not-found')
      const of = placed(post.body, place)
      const noteId = await addNote(app, tx, actor, { post, text, kind: 'note', of })
      await note(tx, app.now(), actor.id, 'post.noted', id)
      return noteId
    })
  })
}

function placeOf(body: string, { words, paragraph, around }: Chosen): Place | null {
  const within = paragraph === null ? undefined : paragraphsOf(body)[paragraph]
  if (paragraph !== null && !within) return null
  if (words !== '') return whereSaid(body, words, { within, around })
  return within ? { from: within.from, to: within.to } : null
}

/** Answers a note. @throws Forbidden unless an editor asks @throws NotFound `no-such-note` */
export const answerNote = (app: App, actor: Actor, noteId: string, { text, once }: Said): Promise<void> =>
  onNote(app, actor, noteId, async (tx, { id: parentId, postId }) => {
    const post = await lockPost(tx, postId)
    await madeOnce(tx, app.now(), { once, of: [actor.id, parentId, text] }, async () => {
      const id = await addNote(app, tx, actor, { post, text, kind: 'note', of: { parentId } })
      await note(tx, app.now(), actor.id, 'post.note-answered', postId)
      return id
    })
  })

/** Says that what a note asked for is done. @throws Forbidden unless an editor asks @throws NotFound `no-such-note` */
export const resolveNote = (app: App, actor: Actor, noteId: string): Promise<void> =>
  onNote(app, actor, noteId, async (tx, { id, postId }) => {
    await tx
      .updateTable('postNote')
      .set({ resolvedAt: app.now(), resolvedBy: actor.id })
      .where('id', '=', id)
      .where('resolvedAt', 'is', null)
      .execute()
    await note(tx, app.now(), actor.id, 'post.note-resolved', postId)
  })

/** Opens a note again. @throws Forbidden unless an editor asks @throws NotFound `no-such-note` */
export const reopenNote = (app: App, actor: Actor, noteId: string): Promise<void> =>
  onNote(app, actor, noteId, async (tx, { id, postId }) => {
    const isOpen = { resolvedAt: null, resolvedBy: null }
    await tx.updateTable('postNote').set(isOpen).where('id', '=', id).execute()
    await note(tx, app.now(), actor.id, 'post.note-reopened', postId)
  })

/** An answer stands below a note, never below another answer. */
async function onNote(
  app: App,
  actor: Actor,
  noteId: string,
  act: (tx: Tx, note: { id: string; postId: string }) => Promise<void>,
): Promise<void> {
  allow(mayWorkOnPosts(actor))
  if (!isUuid(noteId)) throw new NotFound('no-such-note')
  await app.db.transaction().execute(async (tx) => {
    const found = await tx
      .selectFrom('postNote')
      .select(['id', 'postId'])
      .where('id', '=', noteId)
      .where('parentId', 'is', null)
      .forUpdate()
      .executeTakeFirst()
    if (!found) throw new NotFound('no-such-note')
    await act(tx, found)
  })
}
