import { sql } from 'kysely'
import { ownTables } from '../../platform/own-tables.ts'

/** How long is kept what is needed for a while, in days. */
const keptDays = { message: 30, delivery: 30, account: 30, report: 90 }

/** Nobody who follows, wrote, or did anything else of which something is kept. */
const isIdle = sql`not exists (select from fediverse_follower f where f.account_id = fediverse_account.id)
  and not exists (select from fediverse_reply r where r.account_id = fediverse_account.id)
  and not exists (select from fediverse_reaction r where r.account_id = fediverse_account.id)
  and not exists (select from fediverse_answer a where a.account_id = fediverse_account.id)
  and not exists (select from fediverse_message m where m.account_id = fediverse_account.id)
  and fediverse_account.blocked_at is null`

export const ownData = ownTables({
  fediverseSetting: { columns: { internal: ['changedAt', 'onSince', 'theOne'], actor: ['changedBy'] } },
  fediverseChannel: {
    columns: {
      public: [
        ...([
          'alsoKnownAs',
          'fortnight',
          'handle',
          'kind',
          'language',
          'movedTo',
          'publicKey',
          'tag',
        ] as const),
      ],
      internal: ['id', 'madeAt', 'movedAt', 'roundId'],
    },
  },
  fediverseSecret: { columns: { internal: ['channelId'], secret: ['sealed'] } },
  fediverseServer: {
    columns: {
      internal: ['blockedAt', 'failingSince', 'host', 'nextTryAt', 'signedAnewAt'],
      actor: ['blockedBy'],
    },
  },
  fediverseAccount: {
    erased: 'delete',
    sweeps: [{ days: keptDays.account, since: sql`case when ${isIdle} then fetched_at end` }],
    columns: {
      internal: ['fetchedAt', 'host', 'id', 'publicKey'],
      personal: ['blockedAt', 'keyAddress'],
      sensitive: ['address', 'handle', 'inbox', 'name', 'profile', 'sharedInbox'],
      actor: ['blockedBy'],
    },
  },
  fediverseFollower: {
    erased: 'delete',
    columns: { internal: ['accountId', 'channelId'], personal: ['followedAt'], sensitive: ['followAddress'] },
  },
  fediverseMessage: {
    erased: 'delete',
    sweeps: [{ days: keptDays.message, since: sql`came_at` }],
    columns: { internal: ['accountId', 'cameAt', 'kind', 'outcome'], sensitive: ['address'] },
  },
  fediverseSending: {
    erased: 'delete',
    sweeps: [
      {
        days: keptDays.delivery,
        since: sql`case when not exists (select from fediverse_delivery d
          where d.sending_id = fediverse_sending.id and d.state = 'waiting') then made_at end`,
      },
    ],
    columns: { internal: ['channelId', 'id', 'madeAt', 'number'], sensitive: ['body', 'once'] },
  },
  fediverseDelivery: {
    erased: 'delete',
    columns: {
      internal: [
        ...(['endedAt', 'error', 'host', 'id', 'leasedUntil', 'nextTryAt', 'number', 'sendingId'] as const),
        ...(['state', 'tries'] as const),
      ],
      sensitive: ['inbox'],
    },
  },
  fediversePost: { columns: { internal: ['changedAt', 'endedAt', 'postId', 'said', 'toldAt'] } },
  fediverseReply: {
    erased: 'delete',
    columns: { internal: ['accountId', 'commentId'], sensitive: ['address'] },
  },
  fediverseAnswer: { columns: { internal: ['accountId', 'commentId', 'endedAt', 'said', 'toldAt'] } },
  fediverseReaction: {
    erased: 'delete',
    columns: { internal: ['accountId', 'kind', 'postId'], personal: ['at'], sensitive: ['address'] },
  },
  fediverseReport: {
    erased: 'delete',
    sweeps: [{ days: keptDays.report, since: sql`settled_at` }],
    columns: {
      internal: ['host', 'id', 'reportedAt', 'settledAt'],
      sensitive: ['about', 'address', 'words'],
      actor: ['settledBy'],
    },
  },
})
