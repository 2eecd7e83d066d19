import { sql } from 'kysely'
import type { Db } from '../../db/index.ts'
import { chunks } from '../../platform/chunks.ts'
import { dayIn } from '../../platform/days.ts'
import { picturesByIds } from '../media/index.ts'
import { authorsColumn, correctionsColumn, type Part } from '../posts/index.ts'
import {
  type ExportWish,
  type OutAuthor,
  type OutComment,
  type OutHead,
  type OutPost,
  type OutRound,
  outCommentStates,
  outState,
  type Pictures,
  pictureIds,
} from './export.ts'

type Scope = Pick<ExportWish, 'isWhole' | 'withAddresses'>

const isOut = (now: Date, { isWhole }: Scope) =>
  isWhole ? sql<boolean>`true` : sql<boolean>`(post.publish_at <= ${now} and post.withdrawn_at is null)`

/** All posts that go out, the first to come out first, those without a day last. */
export async function headsOut(db: Db, now: Date, scope: Scope): Promise<OutHead[]> {
  const rows = await db
    .selectFrom('post')
    .leftJoin('round', 'round.id', 'post.roundId')
    .where(isOut(now, scope))
    .select(['post.id', 'post.slug', 'post.locale', 'post.translationGroup', 'post.fortnight', 'post.part'])
    .select(['post.tags', 'round.code as roundCode'])
    .orderBy('post.publishAt', (order) => order.asc().nullsLast())
    .orderBy('post.id')
    .execute()
  return rows.map(({ part, ...row }) => ({ ...row, part: part as Part | null }))
}

/** Those who sign a post that goes out, by their names. */
export async function authorsOut(db: Db, now: Date, scope: Scope): Promise<OutAuthor[]> {
  const rows = await db
    .selectFrom('author')
    .leftJoin('person', 'person.id', 'author.personId')
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('postAuthor')
          .innerJoin('post', 'post.id', 'postAuthor.postId')
          .whereRef('postAuthor.authorId', '=', 'author.id')
          .where(isOut(now, scope))
          .select('post.id'),
      ),
    )
    .select((eb) => ['author.name', 'author.about', 'author.orcid', eb.ref('slug').$notNull().as('slug')])
    .select(['author.country', 'person.email'])
    .orderBy('author.name')
    .orderBy('slug')
    .execute()
  return rows.map((row) => ({ ...row, email: scope.withAddresses ? row.email : null }))
}

/** Rounds of which some post goes out, in their order. */
export const roundsOut = (db: Db, now: Date, scope: Scope): Promise<OutRound[]> =>
  db
    .selectFrom('round')
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('post')
          .whereRef('post.roundId', '=', 'round.id')
          .where(isOut(now, scope))
          .select('post.id'),
      ),
    )
    .select(['code', 'title', 'startsOn', 'endsOn'])
    .orderBy('startsOn')
    .orderBy('code')
    .execute()

/** Posts with all that belongs to them, and the pictures that they show: some at a time, so that a large blog needs no large memory. */
export async function* postsOut(
  db: Db,
  now: Date,
  { scope, heads }: { scope: Scope; heads: readonly OutHead[] },
): AsyncGenerator<{ post: OutPost; pictures: Pictures }> {
  for (const some of chunks(heads, 50)) {
    const ids = some.map(({ id }) => id)
    const texts = new Map((await textsOf(db, ids)).map((text) => [text.id, text]))
    const comments = await commentsOf(db, ids, scope)
    const pictures = await picturesOut(db, [...texts.values()].flatMap(pictureIds))
    for (const head of some) {
      const text = texts.get(head.id)
      if (!text) continue
      yield { post: { ...head, ...postOf(text, now), comments: comments.get(head.id) ?? [] }, pictures }
    }
  }
}

type Text = Awaited<ReturnType<typeof textsOf>>[number]

function postOf({ withdrawnAt, stage, authors, corrections, ...text }: Text, now: Date) {
  return {
    ...text,
    state: outState({ publishAt: text.publishAt, withdrawnAt, stage }, now),
    authors: authors.map(({ slug, name }) => ({ slug: slug ?? '', name })),
    corrections: corrections.map(({ at, said }) => ({ on: dayIn(new Date(at)), said })),
  }
}

const textsOf = (db: Db, ids: readonly string[]) =>
  db
    .selectFrom('post')
    .where('post.id', 'in', ids)
    .select(['post.id', 'title', 'summary', 'body', 'publishAt', 'withdrawnAt', 'createdAt', 'updatedAt'])
    .select(['stage', 'number', 'questions', 'hashtag', 'mediaId', 'licence', 'doi'])
    .select([
      authorsColumn,
      correctionsColumn,
      sql<string[]>`array(select slug from post_address where post_id = post.id order by until, slug)`.as(
        'former',
      ),
    ])
    .execute()

async function commentsOf(
  db: Db,
  ids: readonly string[],
  { isWhole, withAddresses }: Scope,
): Promise<Map<string, OutComment[]>> {
  const rows = await db
    .selectFrom('comment')
    .leftJoin('comment as above', 'above.id', 'comment.parentId')
    .where('comment.postId', 'in', ids)
    .where('comment.state', 'in', isWhole ? outCommentStates : ['shown'])
    .select(['comment.postId', 'comment.number', 'above.number as parent', 'comment.name', 'comment.email'])
    .select(['comment.text', 'comment.sentAt', 'comment.state'])
    .select(
      sql<string | null>`(select slug from author where author.person_id = comment.person_id
        and merged_into is null and comment.person_id is not null order by created_at limit 1)`.as('author'),
    )
    .orderBy('comment.number')
    .execute()
  const byPost = Map.groupBy(rows, ({ postId }) => postId)
  const out = ({ postId: _, email, state, ...row }: (typeof rows)[number]): OutComment => ({
    ...row,
    state: state as OutComment['state'],
    email: withAddresses ? email : null,
  })
  return new Map([...byPost].map(([postId, list]) => [postId, list.map(out)]))
}

/** By the ids by which texts name them. */
export async function picturesOut(db: Db, ids: readonly string[]): Promise<Pictures> {
  const found = await picturesByIds(db, [...new Set(ids)])
  return new Map(
    found.map(({ named, id, width, height, alt, caption, author, source, licence }) => [
      named,
      { id, width, height, alt, caption, author, source, licence },
    ]),
  )
}
