import { sql } from 'kysely'
import { ownTables } from '../../platform/own-tables.ts'

export const ownData = ownTables({
  mailCampaign: {
    columns: { internal: ['id', 'key', 'kind', 'roundId', 'createdAt', 'stoppedAt'], actor: ['createdBy'] },
  },
  outbox: {
    chapter: 'emails',
    rows: (id) => sql`person_id = ${id}
      or (to_address <> '' and lower(to_address) = (select lower(email) from person where id = ${id}))`,
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
    exports: ['createdAt', 'kind', 'list', 'sentAt', 'state', 'subject'],
    columns: {
      internal: [
        ...([
          'id',
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
          'subscriberId',
          'trace',
          'worker',
        ] as const),
      ],
      personal: ['createdAt', 'kind', 'list', 'locale', 'personId', 'sentAt', 'state'],
      sensitive: ['html', 'lastError', 'subject', 'text', 'toAddress', 'toName'],
    },
  },
  mailHold: { columns: { internal: ['onlyOne', 'heldAt', 'reason'] } },
  suppression: {
    stays: 'a keyed hash, by which someone who asked for it is not written to again',
    columns: { personal: ['addressHash', 'createdAt', 'reason'] },
  },
})
