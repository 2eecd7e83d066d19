import type { Tx } from '../../../db/index.ts'
import type { App } from '../../../platform/app.ts'
import { isPressedTwice, note } from '../../../platform/journal.ts'
import { madeOnce } from '../../../platform/made-once.ts'
import { allow, Conflict } from '../../../platform/refusals.ts'
import type { Act } from '../../../platform/words.ts'
import type { Actor } from '../../people/index.ts'
import { roundByCode } from '../../rounds/index.ts'
import { isNext, isOfTopic, type PostAct } from '../course.ts'
import { mayDo, mayWorkOnPosts } from '../policy.ts'
import type { Post } from '../post.ts'
import { lastNote, openNotes, type PostNote } from '../queries/notes.ts'
import type { placed } from './carrying.ts'
import { anyReaders, tellAbout } from './telling.ts'
import { lockPost, type PostText, slugFor, startPost } from './writing.ts'

/** What is planned of a post that is not written yet. */
export type Proposal = Pick<PostText, 'title' | 'summary' | 'locale'> &
  Pick<Post, 'assigneeId' | 'dueOn' | 'fortnight' | 'part'> & {
    /** Code of its round; empty for none. */
    code: string
  }

/**
 * Proposes a post. One that is given to somebody is theirs from the start, and they are told.
 *
 * @param once the number of the form, which makes one of a post that is proposed twice
 * @returns its id
 * @throws Forbidden unless an editor asks
 * @throws NotFound `no-such-round`
 */
export async function proposePost(
  app: App,
  actor: Actor,
  proposal: Proposal,
  once?: string,
): Promise<string> {
  allow(mayWorkOnPosts(actor))
  const { title, summary, locale, code, assigneeId, dueOn, fortnight, part } = proposal
  return app.db.transaction().execute(async (tx) => {
    const roundId = code === '' ? null : (await roundByCode(tx, actor, code)).id
    const text = { title, summary, locale, body: '', questions: [], hashtag: '', tags: [], mediaId: null }
    const stage = assigneeId === null ? 'proposed' : 'assigned'
    return madeOnce(tx, app.now(), { once, of: [actor.id, proposal] }, async () => {
      const { id } = await startPost(
        app,
        tx,
        { ...text, authors: [] },
        {
          ...{ roundId, fortnight: roundId === null ? null : fortnight, part, stage, assigneeId, dueOn },
          ...{ byId: actor.id, wished: title },
        },
      )
      await note(tx, app.now(), actor.id, 'post.proposed', id, { title })
      const post = await lockPost(tx, id)
      await tellAbout(app, tx, actor, { told: 'assigned', post, people: [assigneeId] })
      return id
    })
  })
}

/** Takes a post that nobody writes. @throws as `onCourse` does */
export const claimPost = (app: App, actor: Actor, id: string): Promise<void> =>
  onceOnCourse(app, actor, { id, act: 'claim', noted: 'post.claimed' }, async (tx, post) => {
    await set(app, tx, id, { assigneeId: actor.id, ...begun(post) })
    await note(tx, app.now(), actor.id, 'post.claimed', id)
  })

/**
 * Says who writes a post and until when: for the first time, or by handing it over. Both of them are told.
 *
 * @param to null when nobody writes it any more
 */
export const assignPost = (
  app: App,
  actor: Actor,
  id: string,
  to: Pick<Post, 'assigneeId' | 'dueOn'>,
): Promise<void> =>
  onCourse(app, actor, { id, act: 'assign' }, async (tx, before) => {
    const isSame = before.assigneeId === to.assigneeId
    await set(app, tx, id, { ...to, ...(to.assigneeId === null ? {} : begun(before)) })
    await note(tx, app.now(), actor.id, isSame ? 'post.due-changed' : 'post.assigned', id)
    const post = { ...before, ...to }
    if (!isSame) await tellAbout(app, tx, actor, { told: 'handed-over', post, people: [before.assigneeId] })
    if (!isSame) await tellAbout(app, tx, actor, { told: 'assigned', post, people: [to.assigneeId] })
  })

const begun = ({ stage }: Post) => (stage === 'proposed' ? { stage: 'assigned' as const } : {})

/**
 * Gives a text to somebody else to read. Without a reader, any other editor may read it, and all of them are told.
 *
 * @param reviewerId never the one who writes it
 * @throws Conflict `post-own-review`, `post-empty`
 */
export const submitPost = (
  app: App,
  actor: Actor,
  id: string,
  { reviewerId, text }: { reviewerId: string | null; text: string },
): Promise<void> =>
  onceOnCourse(app, actor, { id, act: 'submit', noted: 'post.submitted', said: text }, async (tx, before) => {
    const post = { ...before, assigneeId: before.assigneeId ?? actor.id, reviewerId }
    if (reviewerId !== null && reviewerId === post.assigneeId) throw new Conflict('post-own-review')
    if (post.body.trim() === '') throw new Conflict('post-empty')
    await set(app, tx, id, { stage: 'review', assigneeId: post.assigneeId, reviewerId })
    await keepNote(app, tx, actor, { post, text, kind: 'submitted' })
    await note(tx, app.now(), actor.id, 'post.submitted', id)
    const people = reviewerId ? [reviewerId] : await anyReaders(app, tx, post.assigneeId)
    await tellAbout(app, tx, actor, { told: 'submitted', post, people, note: text })
  })

/** Goes on writing what was submitted. Whoever was asked to read it is told that it waits no longer. */
export const takeBackPost = (app: App, actor: Actor, id: string): Promise<void> =>
  onceOnCourse(app, actor, { id, act: 'take-back', noted: 'post.taken-back' }, async (tx, post) => {
    await set(app, tx, id, { stage: 'drafting' })
    await note(tx, app.now(), actor.id, 'post.taken-back', id)
    await tellAbout(app, tx, actor, { told: 'taken-back', post, people: [post.reviewerId] })
  })

/** Gives a text back to who writes it, with what is still to be done. */
export const giveBackPost = (app: App, actor: Actor, id: string, text: string): Promise<void> =>
  onceOnCourse(
    app,
    actor,
    { id, act: 'give-back', noted: 'post.given-back', said: text },
    async (tx, post) => {
      await set(app, tx, id, { stage: 'drafting', reviewerId: post.reviewerId ?? actor.id })
      await keepNote(app, tx, actor, { post, text, kind: 'given-back' })
      await note(tx, app.now(), actor.id, 'post.given-back', id)
      const notes = await openNotes(tx, id)
      await tellAbout(app, tx, actor, {
        told: 'given-back',
        post,
        people: [post.assigneeId],
        note: text,
        notes,
      })
    },
  )

/** Says something about a post to those who work on it. @throws NotFound `no-such-post` */
export async function noteOnPost(app: App, actor: Actor, id: string, { text, once }: Said): Promise<void> {
  allow(mayWorkOnPosts(actor))
  await app.db.transaction().execute(async (tx) => {
    const post = await lockPost(tx, id)
    await madeOnce(tx, app.now(), { once, of: [actor.id, id, text] }, async () => {
      const noteId = await addNote(app, tx, actor, { post, text, kind: 'note' })
      await note(tx, app.now(), actor.id, 'post.noted', id)
      return noteId
    })
  })
}

/** What is said in a note. @param once the number of the form, which makes one of a note that is sent twice */
export type Said = { text: string; once?: string | undefined }

/**
 * Gives a public post another address. The one before leads on to it for ever.
 *
 * @param wished what the address should say
 */
export const movePost = (app: App, actor: Actor, id: string, wished: string): Promise<string> =>
  onCourse(app, actor, { id, act: 'move' }, async (tx, post) => {
    const slug = await slugFor(tx, wished, id)
    if (slug === post.slug) return slug
    await tx.deleteFrom('postAddress').where('slug', '=', slug).where('postId', '=', id).execute()
    await tx.insertInto('postAddress').values({ slug: post.slug, postId: id, until: app.now() }).execute()
    await set(app, tx, id, { slug })
    await note(tx, app.now(), actor.id, 'post.moved', id)
    return slug
  })

/**
 * Plans a post for another fortnight of its round, or for none. Its day and its time stay as they are.
 *
 * @returns where it stood before
 * @throws as `onCourse` does
 */
export const placePost = (
  app: App,
  actor: Actor,
  id: string,
  { fortnight, part }: Pick<Post, 'fortnight' | 'part'>,
): Promise<Pick<Post, 'fortnight' | 'part'>> =>
  onCourse(app, actor, { id, act: 'place' }, async (tx, post) => {
    if (isOfTopic(post)) throw new Conflict('post-of-a-topic')
    if (post.roundId === null) throw new Conflict('post-moved-on')
    await set(app, tx, id, { fortnight, part })
    await note(tx, app.now(), actor.id, 'post.placed', id)
    return { fortnight: post.fortnight, part: post.part }
  })

/** Keeps what is said of a post as it stands. @returns its id; null, and nothing is kept, when nothing is said */
export async function keepNote(app: App, tx: Tx, actor: Actor, remark: Remark): Promise<void> {
  if (remark.text !== '') await addNote(app, tx, actor, remark)
}

/** @returns the id of the note */
export async function addNote(
  app: App,
  tx: Tx,
  actor: Actor,
  { post, text, kind, of = {} }: Remark,
): Promise<string> {
  const row = { postId: post.id, byId: actor.id, at: app.now(), revision: post.revision, text, kind }
  const { id } = await tx
    .insertInto('postNote')
    .values({ ...row, ...of })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** What is said of a post, and of what: a passage, or another note. */
type Remark = {
  post: Post
  text: string
  kind: PostNote['kind']
  of?: Partial<ReturnType<typeof placed>> & { parentId?: string }
}

export const set = (app: App, tx: Tx, id: string, values: Partial<Omit<Post, 'id'>>) =>
  tx
    .updateTable('post')
    .set({ ...values, updatedAt: app.now() })
    .where('id', '=', id)
    .execute()

/**
 * One step of a post on its way.
 *
 * @throws Forbidden unless an editor asks, and one who may: nobody approves what they wrote
 * @throws NotFound `no-such-post`
 * @throws Conflict `post-moved-on` when the post is where this cannot be done; `post-of-a-topic` for what the page of
 *   its topic does
 */
async function onCourse<Done>(
  app: App,
  actor: Actor,
  { id, act }: { id: string; act: PostAct },
  step: (tx: Tx, post: Post) => Promise<Done>,
): Promise<Done> {
  allow(mayWorkOnPosts(actor))
  return app.db.transaction().execute(async (tx) => {
    const post = await lockPost(tx, id)
    if (!isNext(act, post, app.now())) throw new Conflict('post-moved-on')
    allow(mayDo(actor, { act, post }))
    return step(tx, post)
  })
}

/** What is `noted` of a step once it is done, and what was `said` with it. */
type Step = { id: string; act: PostAct; noted: Act; said?: string }

/** The same by a button, which is one step if it was pressed twice. @throws as `onCourse` does */
export async function onceOnCourse(
  app: App,
  actor: Actor,
  { id, act, noted, said }: Step,
  step: (tx: Tx, post: Post) => Promise<void>,
): Promise<void> {
  allow(mayWorkOnPosts(actor))
  await app.db.transaction().execute(async (tx) => {
    const post = await lockPost(tx, id)
    const isOpen = isNext(act, post, app.now())
    const isAllowed = mayDo(actor, { act, post })
    if (isOpen && isAllowed) return step(tx, post)
    const isAgain = await isPressedTwice(tx, app.now(), actor.id, { act: noted, subject: id })
    if (isAgain && (!said || said === (await lastNote(tx, id)))) return
    if (!isOpen) throw new Conflict('post-moved-on')
    allow(isAllowed)
  })
}

/** @throws Conflict `post-of-a-topic`: it comes out by the page of its topic, which says whom it writes to */
export function refuseOfTopic(post: Post): void {
  if (isOfTopic(post)) throw new Conflict('post-of-a-topic')
}
