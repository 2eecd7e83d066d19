import type { Tx } from '../../../db/index.ts'
import type { App } from '../../../platform/app.ts'
import { formats } from '../../../platform/formats.ts'
import { Conflict, NotFound } from '../../../platform/refusals.ts'
import type { Signed } from '../author.ts'
import { freeSlug, hasBeenPublic, type Post, slugOf, stateOf } from '../post.ts'
import { isErased } from '../queries/addresses.ts'
import { authorNamesColumn } from '../queries/signed.ts'
import type { RevisionKind } from '../revision.ts'
import { setAuthors } from './authors.ts'
import { carryNotes } from './carrying.ts'

// Parts of the actions of others (a topic, a contribution), in their transaction; they ask who may.

/** What a writer decides about a post. */
export type PostText = Pick<
  Post,
  'title' | 'summary' | 'body' | 'questions' | 'hashtag' | 'tags' | 'locale' | 'mediaId'
> & { authors: readonly Signed[] }

/** Where a post comes from, and how far it is. */
type Origin = Partial<
  Pick<
    Post,
    | 'roundId'
    | 'number'
    | 'fortnight'
    | 'part'
    | 'stage'
    | 'assigneeId'
    | 'dueOn'
    | 'translationGroup'
    | 'agreedRevision'
  >
> & {
  /** Who begins it. */
  byId: string | null
  /** What its address should say. */
  wished: string
}

/** Starts a draft. */
export async function startPost(
  app: App,
  tx: Tx,
  text: PostText,
  origin: Origin,
): Promise<Pick<Post, 'id' | 'slug'>> {
  const { wished, byId, ...from } = origin
  const slug = await slugFor(tx, wished)
  const now = app.now()
  const post = await tx
    .insertInto('post')
    .values({ ...rowOf(text), ...from, authorId: byId, slug, createdAt: now, updatedAt: now })
    .returning(['id', 'slug'])
    .executeTakeFirstOrThrow()
  await setAuthors(app, tx, post.id, text.authors)
  await keepText(tx, post.id, { kind: 'begun', byId, at: now, basedOn: null })
  return post
}

/** How a text came to be. */
type Change = {
  byId: string | null
  /** The revision that was changed; null when whoever changes it has just read it, in this transaction. */
  basedOn: number | null
  kind: Exclude<RevisionKind, 'begun' | 'found'>
  wished: string
}

/**
 * Changes a post: its text of now is kept, and a new one takes its place, unless it says the same. Its address follows
 * `wished` until the post has been public, then it stays. One to whose text an author outside the office agreed leaves the
 * schedule, since they have not agreed to this one.
 *
 * @returns the number of the text that it has now
 * @throws NotFound `no-such-post`
 * @throws Conflict `post-changed` when another text was saved since the one that was changed; `translation-exists`
 */
export async function changePost(
  app: App,
  tx: Tx,
  id: string,
  { text, byId, basedOn, kind, wished }: Change & { text: PostText },
): Promise<number> {
  const post = await lockPost(tx, id)
  if (basedOn !== null && basedOn !== post.revision) throw new Conflict('post-changed')
  if (isSaid(post, text)) return post.revision
  if (text.locale !== post.locale) await refuseSecond(tx, post, text.locale)
  await keepFound(tx, post)
  await setAuthors(app, tx, id, text.authors)
  const slug = hasBeenPublic(post, app.now()) ? post.slug : await slugFor(tx, wished, id)
  const at = app.now()
  const stage = post.stage === 'review' ? 'review' : 'drafting'
  const unscheduled = post.agreedRevision !== null && stateOf(post, at) === 'scheduled'
  await tx
    .updateTable('post')
    .set({
      ...{ ...rowOf(text), slug, stage, updatedAt: at, revision: post.revision + 1 },
      ...(unscheduled ? { publishAt: null } : {}),
    })
    .where('id', '=', id)
    .execute()
  await keepText(tx, id, { kind, byId, at, basedOn: post.revision })
  await carryNotes(tx, id, post.body, text.body)
  return post.revision + 1
}

const rowOf = ({ authors, ...text }: PostText) => ({ ...text, byline: bylineOf({ authors, ...text }) })

const bylineOf = ({ authors, locale }: Pick<PostText, 'authors' | 'locale'>) =>
  formats(locale, 'UTC').list(authors.map(({ name }) => name))

/** Whether a text says what the post says already. */
function isSaid(post: Post, text: PostText): boolean {
  const row = rowOf(text)
  return (Object.keys(row) as (keyof typeof row)[]).every(
    (name) => JSON.stringify(row[name]) === JSON.stringify(post[name]),
  )
}

/** The version before this one kept no texts: what it wrote while both ran is kept now. */
async function keepFound(tx: Tx, post: Post): Promise<void> {
  await keepText(tx, post.id, { kind: 'found', byId: null, at: post.updatedAt, basedOn: null })
}

const textColumns = [
  ...(['title', 'summary', 'body', 'questions', 'hashtag', 'tags', 'locale', 'byline'] as const),
  'mediaId',
] as const

/** Keeps the text that a post has now, by its number. */
async function keepText(
  tx: Tx,
  postId: string,
  how: { kind: RevisionKind; byId: string | null; at: Date; basedOn: number | null },
): Promise<void> {
  await tx
    .insertInto('postRevision')
    .columns(['postId', 'number', ...textColumns, 'authors', 'kind', 'byId', 'at', 'basedOn'])
    .expression((eb) =>
      eb
        .selectFrom('post')
        .where('id', '=', postId)
        .select(['id', 'revision', ...textColumns, authorNamesColumn])
        .select(({ val, cast }) => [
          val(how.kind).as('kind'),
          cast<string | null>(val(how.byId), 'uuid').as('byId'),
          cast<Date>(val(how.at), 'timestamptz').as('at'),
          cast<number | null>(val(how.basedOn), 'integer').as('basedOn'),
        ]),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** The row, locked until the transaction ends. @throws NotFound `no-such-post` */
export async function lockPost(tx: Tx, id: string): Promise<Post> {
  const post = await tx.selectFrom('post').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  if (!post) throw new NotFound('no-such-post')
  return post as Post
}

/** The first free address; two writers at once are told apart by the constraint. One that was ever public is never free. */
export async function slugFor(tx: Tx, wished: string, except?: string): Promise<string> {
  const slug = slugOf(wished)
  let taken = tx.selectFrom('post').select('slug').where('slug', 'like', `${slug}%`)
  let former = tx.selectFrom('postAddress').select('slug').where('slug', 'like', `${slug}%`)
  if (except !== undefined) {
    taken = taken.where('id', '<>', except)
    former = former.where('postId', '<>', except)
  }
  const used = (await taken.unionAll(former).execute()).map((row) => row.slug)
  let free = freeSlug(slug, used)
  while (await isErased(tx, free)) {
    used.push(free)
    free = freeSlug(slug, used)
  }
  return free
}

/** There is one post in each language among translations. @throws Conflict `translation-exists` */
export async function refuseSecond(
  tx: Tx,
  { id, translationGroup }: Pick<Post, 'id' | 'translationGroup'>,
  locale: string,
): Promise<void> {
  if (translationGroup === null) return
  const other = await tx
    .selectFrom('post')
    .select('id')
    .where('translationGroup', '=', translationGroup)
    .where('locale', '=', locale)
    .where('id', '<>', id)
    .executeTakeFirst()
  if (other) throw new Conflict('translation-exists')
}
