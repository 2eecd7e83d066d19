import { sql } from 'kysely'
import { ownTables } from '../../platform/own-tables.ts'
import { copyDays } from './erasure.ts'

export const ownData = ownTables({
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
