import { sql } from 'kysely'
import { ownTables } from '../../platform/own-tables.ts'

/** As long as what somebody answered who had a place. */
const keptDays = 3 * 365

export const ownData = ownTables({
  reflection: {
    chapter: 'texts',
    // What was written together is the partner's as well: of it the author goes, and with them the agreement.
    rows: (id) => sql`id in (select reflection_id from reflection_author where person_id = ${id})
      and not exists (select from reflection_author other where other.reflection_id = id and other.person_id <> ${id})`,
    erased: 'delete',
    sweeps: [
      {
        days: keptDays,
        since: sql`(select round.ends_on::timestamptz from round where round.id = reflection.round_id)`,
      },
    ],
    exports: ['audience', 'begunAt', 'body', 'changedAt', 'locale', 'title'],
    columns: {
      internal: ['id', 'postId', 'readAt', 'rev', 'roundId'],
      personal: ['audience', 'begunAt', 'changedAt', 'locale'],
      sensitive: ['body', 'title'],
      actor: ['readBy'],
    },
  },
  reflectionAuthor: {
    chapter: 'texts',
    rows: (id) => sql`person_id = ${id}`,
    erased: 'delete',
    exports: () => ({
      title: sql`(select title from reflection where reflection.id = reflection_id)`,
      body: sql`(select body from reflection where reflection.id = reflection_id)`,
      shownAs: sql`shown_as`,
      agreedAt: sql`agreed_at`,
      joinedAt: sql`joined_at`,
    }),
    columns: {
      internal: ['agreedRev', 'applicationId', 'personId', 'reflectionId'],
      personal: ['agreedAt', 'joinedAt', 'shownAs'],
    },
  },
})
