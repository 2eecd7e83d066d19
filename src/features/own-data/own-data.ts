import { sql } from 'kysely'
import { ownTables } from '../../platform/own-tables.ts'
import { copyDays, linkDays } from './erasure.ts'

export const ownData = ownTables({
  addressLink: {
    chapter: 'requests',
    rows: (id) => sql`email_key = (select person.email_key from person where person.id = ${id})`,
    ofAddress: (key) => sql`email_key = ${key}`,
    erased: 'delete',
    sweeps: [{ days: linkDays, since: sql`asked_at` }],
    exports: ['askedAt'],
    columns: {
      internal: ['id'],
      personal: ['askedAt', 'locale', 'networkHash'],
      sensitive: ['email', 'emailKey'],
      secret: ['tokenHash'],
    },
  },
  dataExport: {
    chapter: 'requests',
    rows: (id) => sql`person_id = ${id}`,
    erased: 'delete',
    sweeps: [{ days: copyDays, since: sql`asked_at` }],
    exports: ['askedAt'],
    columns: { internal: ['personId'], personal: ['askedAt', 'locale', 'readyAt'], sensitive: ['zip'] },
  },
  erasure: {
    chapter: 'requests',
    rows: (id) => sql`person_id = ${id}`,
    exports: ['askedAt', 'takenBackAt', 'why'],
    stays: 'that someone was erased, by a number and a keyed hash, so that a restored backup is erased again',
    columns: {
      internal: ['id', 'personId', 'keptApartAt'],
      personal: ['addressHash', 'otherHashes', 'askedAt', 'erasedAt', 'takenBackAt', 'why'],
      secret: ['tokenHash'],
      actor: ['askedBy'],
    },
  },
})
