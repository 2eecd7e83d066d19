import { sql } from 'kysely'
import { ownTables } from '../../platform/own-tables.ts'

/** How long what is only needed for a while is kept: a network, an address, and what was taken away. */
export const keptDays = { network: 7, address: 365, takenAway: 90 }

export const ownData = ownTables({
  comment: {
    chapter: 'texts',
    rows: (id) => sql`person_id = ${id}
      or email_key = (select person.email_key from person where person.id = ${id})`,
    ofAddress: (key) => sql`email_key = ${key}`,
    erased: 'delete',
    sweeps: [
      {
        days: keptDays.takenAway,
        since: sql`case when state in ('spam', 'removed', 'withdrawn') then state_at end`,
      },
    ],
    exports: ['changedAt', 'email', 'followsSince', 'locale', 'name', 'sentAt', 'state', 'text'],
    columns: {
      public: ['formerly', 'number', 'role'],
      internal: [
        ...(['id', 'postId', 'parentId', 'personId', 'revision', 'stateAt', 'thread'] as const),
        ...(['score', 'learned', 'onceHash', 'textHash', 'toldAt'] as const),
      ],
      personal: ['changedAt', 'followsSince', 'locale', 'networkHash', 'sentAt', 'state'],
      sensitive: ['email', 'emailKey', 'handle', 'name', 'profile', 'reasons', 'text'],
      actor: ['stateBy'],
    },
  },
  commentChange: { columns: { internal: ['at', 'postId', 'transaction'] } },
  commentFlag: {
    erased: 'delete',
    sweeps: [{ days: keptDays.takenAway, since: sql`settled_at` }],
    columns: {
      internal: ['commentId', 'flaggedAt', 'id', 'settledAt'],
      personal: ['networkHash'],
      sensitive: ['words'],
      actor: ['settledBy'],
    },
  },
  commentWord: {
    stays: 'a word, and in how many comments of all readers it stood; it says of nobody',
    columns: { internal: ['kept', 'spam'], sensitive: ['word'] },
  },
  commentRule: {
    columns: { internal: ['changedAt', 'closesAfterDays', 'theOne', 'waits'], actor: ['changedBy'] },
  },
  commentClosing: {
    columns: { internal: ['postId', 'setAt', 'state'], actor: ['setBy'] },
  },
})
