import { sql } from 'kysely'
import { ownTables } from '../../platform/own-tables.ts'

/** The rows of a subscriber that belong to a person's address. */
const ofSubscriber = (id: string) => sql<boolean>`subscriber_id in (select subscriber.id from subscriber
  join person on person.email_key = subscriber.email_key where person.id = ${id})`

export const ownData = ownTables({
  newsPost: { columns: { internal: ['announcedAt', 'number', 'postId'] } },
  subscription: {
    chapter: 'choices',
    rows: ofSubscriber,
    erased: 'delete',
    exports: ['changedAt', 'pausedAt', 'rhythm'],
    columns: {
      internal: ['subscriberId', 'toldNumber', 'toldPeriod'],
      personal: ['changedAt', 'pausedAt', 'rhythm'],
    },
  },
})
