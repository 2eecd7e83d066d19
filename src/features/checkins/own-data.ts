import { sql } from 'kysely'
import { ownTables } from '../../platform/own-tables.ts'

/** How people got on is nobody's business a year after their round. */
const keptDays = 365

const roundEnd = sql<Date | null>`(
  select round.ends_on::timestamptz from pairing join round on round.id = pairing.round_id
  where pairing.id = check_in.pairing_id)`

export const ownData = ownTables({
  pairChange: { columns: { internal: ['at', 'transaction'] } },
  checkInPlan: {
    columns: { internal: ['changedAt', 'days', 'roundId'], actor: ['changedBy'] },
  },
  checkIn: {
    chapter: 'partners',
    rows: (id) => sql`person_id = ${id}`,
    erased: 'delete',
    sweeps: [{ days: keptDays, since: roundEnd }],
    exports: ['askedAt', 'day'],
    columns: {
      internal: ['applicationId', 'id', 'pairingId', 'personId'],
      personal: ['askedAt', 'day'],
    },
  },
  checkInAnswer: {
    chapter: 'partners',
    rows: (id) => sql`check_in_id in (select check_in.id from check_in where check_in.person_id = ${id})`,
    erased: 'delete',
    exports: ['answer', 'answeredAt', 'way', 'words'],
    columns: {
      internal: ['checkInId', 'id'],
      personal: ['answer', 'answeredAt', 'way'],
      sensitive: ['words'],
    },
  },
  absence: {
    chapter: 'partners',
    rows: (id) => sql`person_id = ${id}`,
    erased: 'delete',
    sweeps: [{ days: keptDays, since: sql`until_on::timestamptz` }],
    exports: ['cancelledAt', 'fromOn', 'madeAt', 'toldAt', 'untilOn'],
    columns: {
      internal: ['id', 'personId'],
      personal: ['cancelledAt', 'fromOn', 'madeAt', 'toldAt', 'untilOn'],
    },
  },
})
