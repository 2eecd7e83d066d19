import { sql } from 'kysely'
import type { Db, Tx } from '../../../db/index.ts'
import { dayIn, daysBefore } from '../../../platform/days.ts'
import { isUuid } from '../../../platform/ids.ts'
import { allow, NotFound } from '../../../platform/refusals.ts'
import type { Actor, Naming } from '../../people/index.ts'
import { officePostPath } from '../paths.ts'
import { maySeePosts } from '../policy.ts'
import type { Post } from '../post.ts'
import { authorNamesColumn } from './signed.ts'

type Named = { id: string; name: string }

/** A post as those see it who work on it. */
export type DeskPost = Post & {
  roundCode: string | null
  /** In which its day is named: that of its round. */
  zone: string
  authors: string[]
  assignee: Named | null
  reviewer: Named | null
}

const named = (column: string) => sql<Named | null>`(
  select json_build_object('id', person.id, 'name', person.name) from person where person.id = ${sql.ref(column)})`

export const deskPosts = (db: Db | Tx) =>
  db
    .selectFrom('post')
    .leftJoin('round', 'round.id', 'post.roundId')
    .selectAll('post')
    .select([
      'round.code as roundCode',
      sql<string>`coalesce(round.zone, 'UTC')`.as('zone'),
      authorNamesColumn,
    ])
    .select([named('post.assignee_id').as('assignee'), named('post.reviewer_id').as('reviewer')])

/** How long what came out or was taken back stays on the desk, in days. */
const SHOWN_DAYS = 28

/** All that is not public yet, by the day it is due, and what came out or was withdrawn lately, newest first. */
export async function postsOnDesk(db: Db, actor: Actor, now: Date): Promise<DeskPost[]> {
  allow(maySeePosts(actor))
  const since = daysBefore(now, SHOWN_DAYS)
  const rows = await deskPosts(db)
    .where((eb) =>
      eb.or([
        eb('post.publishAt', 'is', null),
        eb('post.publishAt', '>', since),
        eb('post.withdrawnAt', '>', since),
      ]),
    )
    .orderBy(sql`case when post.publish_at <= ${now} then post.publish_at end`, (order) =>
      order.desc().nullsLast(),
    )
    .orderBy(sql`post.due_on`, 'asc')
    .orderBy('post.publishAt')
    .orderBy('post.createdAt')
    .orderBy('post.id')
    .execute()
  return rows as DeskPost[]
}

/** @throws NotFound `no-such-post` */
export async function postOnDesk(db: Db | Tx, actor: Actor, id: string): Promise<DeskPost> {
  allow(maySeePosts(actor))
  const post = isUuid(id) ? await deskPosts(db).where('post.id', '=', id).executeTakeFirst() : undefined
  if (!post) throw new NotFound('no-such-post')
  return post as DeskPost
}

/** A text of a post in the list of them. */
export type ListedRevision = { number: number; kind: string; at: Date; by: string | null }

/** The texts of a post, the newest first. */
export const revisionsOf = (db: Db, postId: string): Promise<ListedRevision[]> =>
  db
    .selectFrom('postRevision')
    .leftJoin('person', 'person.id', 'postRevision.byId')
    .select(['postRevision.number', 'postRevision.kind', 'postRevision.at', 'person.name as by'])
    .where('postRevision.postId', '=', postId)
    .orderBy('postRevision.number', 'desc')
    .execute()

/** Who may be given a post: those who hold the role, directors among them, by name. */
export const editors = (db: Db, now: Date): Promise<Named[]> =>
  db
    .selectFrom('person')
    .where('person.disabledAt', 'is', null)
    .where(
      sql<boolean>`exists (
        select from role_grant where role_grant.person_id = person.id and role in ('editor', 'director')
          and starts_on <= ${dayIn(now)}::date
          and (ends_on is null or ends_on >= ${dayIn(now)}::date))`,
    )
    .select(['person.id', 'person.name'])
    .orderBy('person.name')
    .execute()

/** Posts by their ids, for the journal. */
export const namedPosts: Naming = async (db, ids) => {
  const rows = await db.selectFrom('post').select(['id', 'title']).where('id', 'in', ids).execute()
  return rows.map(({ id, title }) => ({ id, label: title, href: officePostPath(id) }))
}

/** Whether somebody may be asked to write or read posts. @throws NotFound `no-such-editor` */
export async function editorBy(db: Db, id: string, now: Date): Promise<Named> {
  const found = (await editors(db, now)).find((one) => one.id === id)
  if (!found) throw new NotFound('no-such-editor')
  return found
}
