import { sql } from 'kysely'
import { ownTables } from '../../platform/own-tables.ts'

/** Who got an issue is forgotten after a year. */
const recipientDays = 365

/** The rows of a subscriber that belong to a person's address. */
const ofSubscriber = (id: string) => sql<boolean>`subscriber_id in (select subscriber.id from subscriber
  join person on person.email_key = subscriber.email_key where person.id = ${id})`

const ofKey = (key: string) =>
  sql<boolean>`subscriber_id in (select subscriber.id from subscriber where subscriber.email_key = ${key})`

export const ownData = ownTables({
  newsPost: { columns: { internal: ['announcedAt', 'number', 'postId'] } },
  issue: {
    columns: {
      public: ['begunAt', 'number'],
      internal: [
        ...(['audience', 'campaignId', 'createdAt', 'decidedAt', 'id'] as const),
        ...(['queuedAt', 'recipientCount', 'revision', 'sendAt'] as const),
      ],
      actor: ['createdBy', 'decidedBy'],
    },
  },
  issueText: {
    columns: { public: ['locale', 'preview', 'subject', 'welcome'], internal: ['issueId', 'place'] },
  },
  issuePost: { columns: { internal: ['issueId', 'place', 'postId'] } },
  issueRecipient: {
    chapter: 'choices',
    rows: ofSubscriber,
    ofAddress: ofKey,
    erased: 'delete',
    sweeps: [{ days: recipientDays, since: sql`queued_at` }],
    columns: { internal: ['issueId', 'subscriberId'], personal: ['locale', 'queuedAt'] },
  },
  subscription: {
    chapter: 'choices',
    rows: ofSubscriber,
    ofAddress: ofKey,
    erased: 'delete',
    exports: ['changedAt', 'pausedAt', 'rhythm'],
    columns: {
      internal: ['subscriberId', 'toldNumber', 'toldPeriod'],
      personal: ['changedAt', 'pausedAt', 'rhythm'],
    },
  },
})
