import { sql } from 'kysely'
import type { Db, Tx } from '../../../db/index.ts'
import { NotFound } from '../../../platform/refusals.ts'
import type { Actor } from '../../people/index.ts'
import type { Revision, RevisionKind } from '../revision.ts'
import type { Typed } from '../typed.ts'

/** A text of a post by its number. @throws NotFound `no-such-text` */
export async function textAt(db: Db | Tx, postId: string, number: number): Promise<Revision> {
  const text = await db
    .selectFrom('postRevision')
    .leftJoin('person', 'person.id', 'postRevision.byId')
    .select([
      'title',
      'summary',
      'body',
      'questions',
      'hashtag',
      'tags',
      'postRevision.locale',
      'mediaId',
      'authors',
    ])
    .select(['number', 'postRevision.at', 'person.name as by', sql<RevisionKind>`kind`.as('kind')])
    .where('postId', '=', postId)
    .where('number', '=', number)
    .executeTakeFirst()
  if (!text) throw new NotFound('no-such-text')
  return text
}

/** What somebody typed in a post and did not save, and over which text. */
export type Writing = { basedOn: number; typed: Typed; rev: number; savedAt: Date }

/** What an editor typed and did not save; null for nothing. */
export async function writingOf(db: Db | Tx, actor: Actor, postId: string): Promise<Writing | null> {
  if (actor.id === null) return null
  const writing = await db
    .selectFrom('postWriting')
    .select(['basedOn', 'typed', 'rev', 'savedAt'])
    .where('postId', '=', postId)
    .where('personId', '=', actor.id)
    .executeTakeFirst()
  return writing ? { ...writing, typed: writing.typed as Typed } : null
}

/** Who else has typed something in a post and not saved it, and when last; never what. */
export const othersWriting = (
  db: Db,
  actor: Actor,
  postId: string,
): Promise<{ name: string; savedAt: Date }[]> =>
  db
    .selectFrom('postWriting')
    .innerJoin('person', 'person.id', 'postWriting.personId')
    .select(['person.name', 'postWriting.savedAt'])
    .where('postId', '=', postId)
    .where('personId', 'is distinct from', actor.id)
    .orderBy('postWriting.savedAt', 'desc')
    .execute()
