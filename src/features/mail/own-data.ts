import { sql } from 'kysely'
import { ownTables } from '../../platform/own-tables.ts'

/** For how many days letters are kept that came in, and what came back. */
const inboundDays = 30
const returnDays = 365

const addressOf = (personId: string) => sql`(select lower(email) from person where id = ${personId})`

export const ownData = ownTables({
  mailCampaign: {
    columns: { internal: ['id', 'key', 'kind', 'roundId', 'createdAt', 'stoppedAt'], actor: ['createdBy'] },
  },
  outbox: {
    chapter: 'emails',
    rows: (id) => sql`person_id = ${id}
      or (to_address <> '' and lower(to_address) = (select lower(email) from person where id = ${id}))`,
    ofAddress: (key) => sql`person_id is null and lower(to_address) = ${key}`,
    erased: () => ({
      toAddress: '',
      toName: '',
      subject: '',
      text: '',
      html: '',
      lastError: null,
      keptUntil: null,
      locale: 'en',
    }),
    stays: 'that an email went out, when, and of which kind: a round counts its emails',
    // Not their subjects: an introduction’s names the partner.
    exports: ['createdAt', 'kind', 'list', 'sentAt', 'state'],
    columns: {
      internal: [
        ...([
          'id',
          'addressHash',
          'attempts',
          'campaignId',
          'contentsHash',
          'dueAt',
          'fence',
          'firstTriedAt',
          'keptUntil',
        ] as const),
        ...([
          'key',
          'leaseUntil',
          'messageId',
          'possiblyDoubled',
          'repliesComeHere',
          'subscriberId',
          'trace',
          'worker',
        ] as const),
      ],
      personal: ['createdAt', 'kind', 'list', 'locale', 'personId', 'sentAt', 'state'],
      sensitive: ['html', 'lastError', 'subject', 'text', 'toAddress', 'toName'],
    },
  },
  inboundMail: {
    chapter: 'emails',
    rows: (id) => sql`from_address <> '' and lower(from_address) = ${addressOf(id)}`,
    ofAddress: (key) => sql`from_address <> '' and lower(from_address) = ${key}`,
    erased: 'delete',
    sweeps: [{ days: inboundDays, since: sql`received_at` }],
    columns: {
      internal: ['id', 'kind', 'outboxId', 'rawHash'],
      personal: ['receivedAt', 'settledAt'],
      sensitive: ['fromAddress', 'fromName', 'subject', 'text'],
      actor: ['settledBy'],
    },
  },
  inboundMailbox: {
    columns: {
      internal: [
        ...(['failingSince', 'fault', 'fence', 'lastUid', 'leaseUntil', 'mailbox', 'nextTryAt'] as const),
        ...(['readAt', 'stuckTries', 'tries', 'uidValidity'] as const),
      ],
    },
  },
  mailReturn: {
    chapter: 'emails',
    rows: (id) =>
      sql`address = ${addressOf(id)} or outbox_id in (select id from outbox where person_id = ${id})`,
    ofAddress: (key) => sql`address = ${key}`,
    erased: 'delete',
    sweeps: [{ days: returnDays, since: sql`returned_at` }],
    columns: {
      internal: ['id', 'outboxId'],
      personal: ['returnedAt', 'settledAt', 'status', 'verdict'],
      sensitive: ['address', 'said'],
    },
  },
  mailHold: { columns: { internal: ['onlyOne', 'heldAt', 'reason'] } },
  suppression: {
    stays: 'a keyed hash, by which someone who asked for it is not written to again',
    columns: { personal: ['addressHash', 'createdAt', 'reason'] },
  },
})
