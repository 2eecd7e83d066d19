import { randomUUID } from 'node:crypto'
import type { Tx } from '../../../db/index.ts'
import type { App } from '../../../platform/app.ts'
import { note } from '../../../platform/journal.ts'
import { allow, Conflict } from '../../../platform/refusals.ts'
import type { Actor } from '../../people/index.ts'
import { type Choice, chosenText } from '../merge.ts'
import { mayWorkOnPosts } from '../policy.ts'
import type { Post } from '../post.ts'
import { mergeOf } from '../queries/merging.ts'
import { textAt, writingOf } from '../queries/texts.ts'
import type { RevisionKind } from '../revision.ts'
import { isLate, isOfAnother, type Typed, valuesOf, type Written } from '../typed.ts'
import { changePost, lockPost, type PostText } from './writing.ts'

/** What a post says, as the writing page has it: all but its picture, which has a form of its own. */
export type TypedText = Omit<PostText, 'mediaId'>

/** The last of a text that is public is kept complete. */
const mustStay = ['title', 'summary', 'body'] as const

/**
 * Saves a text of a post, written over another. What its writer had typed and not saved is done with.
 *
 * @param base the number of the text that it was written over
 * @returns the number of the text that the post has now
 * @throws Forbidden unless an editor asks
 * @throws NotFound `no-such-post`
 * @throws Conflict `post-changed` when somebody else has saved another since: nothing is saved then; `post-incomplete`
 *   when it is scheduled or public and would lack what it needs
 */
export const saveText = (app: App, actor: Actor, id: string, save: { base: number; text: TypedText }) =>
  inText(app, actor, id, (tx, post) => saved(app, tx, { actor, post, kind: 'saved', ...save }))

/**
 * Brings together what an editor typed and what others saved meanwhile, as it was chosen.
 *
 * @param head the number of the text that theirs was compared with
 * @throws as `saveText` does, `post-changed` also when yet another was saved since it was compared
 */
export const mergeTexts = (
  app: App,
  actor: Actor,
  id: string,
  { head, chosen }: { head: number; chosen: Chosen },
): Promise<number> =>
  inText(app, actor, id, async (tx, post) => {
    const merge = await mergeOf(tx, actor, id)
    if (!merge || merge.head.number !== head) throw new Conflict('post-changed')
    const whole = <Name extends keyof typeof merge.facts>(name: Name) =>
      merge.facts[name][chosen.facts[name] ?? 'theirs']
    const text: TypedText = {
      ...{ title: whole('title'), summary: whole('summary'), questions: whole('questions') },
      ...{
        tags: whole('tags'),
        hashtag: whole('hashtag'),
        authors: whole('authors'),
        locale: whole('locale'),
      },
      body: chosenText(merge.pieces, chosen.pieces),
    }
    return saved(app, tx, { actor, post, kind: 'merged', base: head, text })
  })

/** What was chosen where both changed the same. */
export type Chosen = { facts: Partial<Record<string, 'theirs' | 'mine'>>; pieces: readonly Choice[] }

/**
 * Makes an earlier text the one of now; the one of now stays among those that were.
 *
 * @throws Forbidden unless an editor asks
 * @throws NotFound `no-such-post`, `no-such-text`
 */
export const restoreText = (app: App, actor: Actor, id: string, number: number): Promise<number> =>
  inText(app, actor, id, async (tx, post) => {
    const { title, summary, body, questions, hashtag, tags, locale, mediaId, authors } = await textAt(
      tx,
      id,
      number,
    )
    const text = { title, summary, body, questions, hashtag, tags, locale, mediaId }
    const signed = authors.map((name) => ({ name }))
    return changed(app, tx, { actor, post, kind: 'restored', text: { ...text, authors: signed } })
  })

type Saving = { actor: Actor; post: Post; kind: Exclude<RevisionKind, 'begun' | 'found'> }

async function saved(
  app: App,
  tx: Tx,
  { base, text, ...how }: Saving & { base: number; text: TypedText },
): Promise<number> {
  const { post, actor } = how
  if (base !== post.revision) throw new Conflict('post-changed')
  const isOut = post.publishAt !== null
  if (isOut && mustStay.some((name) => text[name].trim() === '')) throw new Conflict('post-incomplete')
  const number = await changed(app, tx, { ...how, text: { ...text, mediaId: post.mediaId } })
  if (actor.id !== null)
    await tx
      .deleteFrom('postWriting')
      .where('postId', '=', post.id)
      .where('personId', '=', actor.id)
      .execute()
  return number
}

async function changed(app: App, tx: Tx, { actor, post, kind, text }: Saving & { text: PostText }) {
  const number = await changePost(app, tx, post.id, {
    ...{ text: { ...text, authors: text.authors.map((one) => own(one, actor)) }, byId: actor.id, kind },
    ...{ basedOn: post.revision, wished: await wishedOf(tx, post, text.title) },
  })
  if (number === post.revision) return number
  const claims = post.assigneeId === null && post.stage !== 'review' && post.publishAt === null
  if (claims) await tx.updateTable('post').set({ assigneeId: actor.id }).where('id', '=', post.id).execute()
  await note(tx, app.now(), actor.id, 'post.saved', post.id, { number })
  return number
}

/** Whoever signs with their own name is known by their account. */
const own = (signed: PostText['authors'][number], actor: Actor) =>
  signed.name === actor.name && actor.id !== null ? { ...signed, personId: actor.id } : signed

/** A topic comes back in later rounds, so its address names the round. */
async function wishedOf(tx: Tx, { number, roundId }: Post, title: string): Promise<string> {
  if (number === null || roundId === null) return title
  const round = await tx.selectFrom('round').select('code').where('id', '=', roundId).executeTakeFirst()
  return `${title} ${round?.code ?? ''}`
}

/**
 * Keeps what an editor has typed and not saved. Nobody else reads it, and it changes nothing.
 *
 * @returns how often it was kept; `conflict` when another window of theirs has kept something since, and nothing was kept
 * @throws Forbidden unless an editor with an account asks
 * @throws NotFound `no-such-post`
 */
export async function keepTyped(
  app: App,
  actor: Actor,
  id: string,
  came: Written & { base: number; typed: Typed },
): Promise<{ rev: number; conflict: boolean }> {
  allow(mayWorkOnPosts(actor) && actor.id !== null)
  const personId = actor.id ?? ''
  return app.db.transaction().execute(async (tx) => {
    await lockPost(tx, id)
    const kept = await tx
      .selectFrom('postWriting')
      .select(['rev', 'writer', 'seq'])
      .where('postId', '=', id)
      .where('personId', '=', personId)
      .executeTakeFirst()
    if (kept && isLate(kept, came)) return { rev: kept.rev, conflict: false }
    if (kept && isOfAnother(kept, came)) return { rev: kept.rev, conflict: true }
    const rev = (kept?.rev ?? 0) + 1
    const { base: basedOn, typed, writer, seq } = came
    const row = { basedOn, typed: JSON.stringify(typed), rev, writer, seq, savedAt: app.now() }
    await tx
      .insertInto('postWriting')
      .values({ postId: id, personId, ...row })
      .onConflict((conflict) => conflict.columns(['postId', 'personId']).doUpdateSet(row))
      .execute()
    return { rev, conflict: false }
  })
}

/**
 * Keeps what was written over a text that is not the newest any more, so that it can be brought together with what others
 * saved. It takes the place of anything that its writer had not saved.
 *
 * @param typed what was changed; the rest is as it was
 */
export async function keepForMerge(
  app: App,
  actor: Actor,
  id: string,
  { base, typed }: { base: number; typed: Typed },
): Promise<void> {
  const before = valuesOf(await textAt(app.db, id, base))
  const rev = (await writingOf(app.db, actor, id))?.rev ?? 0
  const written = { rev, writer: randomUUID(), seq: 0 }
  await keepTyped(app, actor, id, { ...written, base, typed: { ...before, ...typed } })
}

/** Lets go of what an editor typed and did not save. */
export async function dropTyped(app: App, actor: Actor, id: string): Promise<void> {
  allow(mayWorkOnPosts(actor) && actor.id !== null)
  await app.db
    .deleteFrom('postWriting')
    .where('postId', '=', id)
    .where('personId', '=', actor.id ?? '')
    .execute()
}

async function inText<Done>(
  app: App,
  actor: Actor,
  id: string,
  save: (tx: Tx, post: Post) => Promise<Done>,
): Promise<Done> {
  allow(mayWorkOnPosts(actor))
  return app.db.transaction().execute(async (tx) => save(tx, await lockPost(tx, id)))
}
