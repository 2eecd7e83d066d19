import { sql } from 'kysely'
import { ownTables } from '../../platform/own-tables.ts'

export const ownData = ownTables({
  calendarFeed: {
    chapter: 'choices',
    rows: (id) => sql`person_id = ${id}`,
    erased: 'delete',
    exports: ['renewedAt'],
    columns: { internal: ['personId'], personal: ['number', 'renewedAt'] },
  },
})
