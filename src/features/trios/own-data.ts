import { sql } from 'kysely'
import { ownTables } from '../../platform/own-tables.ts'

/** Who was asked, and what they said, is nobody's business a year after the round. */
const keptDays = 365

const roundEnd = sql<Date | null>`(
  select round.ends_on::timestamptz from trio_offer offered join application on application.id = offered.application_id
  join round on round.id = application.round_id where offered.id = trio_asked.offer_id)`

export const ownData = ownTables({
  trioOffer: {
    chapter: 'partners',
    rows: (id) =>
      sql`application_id in (select application.id from application where application.person_id = ${id})`,
    exports: ['madeAt', 'openUntil', 'outcome', 'settledAt'],
    stays: 'the two who were asked as well; it says when they were, and whether it came about',
    columns: {
      internal: ['applicationId', 'id', 'pairingId'],
      personal: ['madeAt', 'openUntil', 'outcome', 'settledAt'],
      actor: ['madeBy'],
    },
  },
  trioAsked: {
    chapter: 'partners',
    rows: (id) =>
      sql`application_id in (select application.id from application where application.person_id = ${id})`,
    erased: 'delete',
    sweeps: [{ days: keptDays, since: roundEnd }],
    exports: ['agrees', 'answeredAt'],
    columns: {
      internal: ['applicationId', 'id', 'offerId'],
      personal: ['agrees', 'answeredAt'],
    },
  },
})
