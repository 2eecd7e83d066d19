import { sql } from 'kysely'
import { ownTables } from '../../platform/own-tables.ts'

/** How people got on is nobody's business a year after their round. */
const keptDays = 365

const roundEnd = sql<Date | null>`(
  select round.ends_on::timestamptz from pairing join round on round.id = pairing.round_id
  where pairing.id = pairing_case.pairing_id)`

/** Who writes a report reads it; whom it names does not, nor can they make it go: it protects others. */
const isNoReport = (id: string) => sql<boolean>`kind <> 'conduct' and exists (
  select from pairing_member about where about.pairing_id = pairing_case.pairing_id
    and about.application_id = pairing_case.application_id and about.person_id = ${id})`

const isTheirs = (id: string) => sql<boolean>`(person_id = ${id} and (
  exists (select from pairing_case where pairing_case.id = case_event.case_id and pairing_case.kind <> 'conduct')
  or case_event.what = 'report'))`

export const ownData = ownTables({
  pairingCase: {
    chapter: 'partners',
    rows: isNoReport,
    erased: 'delete',
    sweeps: [{ days: keptDays, since: roundEnd }],
    exports: ['closedAt', 'kind', 'openedAt', 'outcome'],
    columns: {
      internal: ['applicationId', 'id', 'number', 'pairingId', 'rung'],
      personal: ['closedAt', 'dueAt', 'kind', 'openedAt', 'outcome'],
      actor: ['ownerId'],
    },
  },
  caseEvent: {
    chapter: 'partners',
    rows: isTheirs,
    erased: 'delete',
    exports: ['at', 'body', 'kind', 'what'],
    columns: {
      internal: ['caseId', 'id', 'key', 'personId'],
      personal: ['at', 'kind', 'since', 'what'],
      sensitive: ['body'],
      actor: ['actorId', 'ownerId'],
    },
  },
  caseBarred: { columns: { internal: ['caseId'], actor: ['personId'] } },
  caseLadder: { columns: { internal: ['changedAt', 'days', 'nudges', 'roundId'], actor: ['changedBy'] } },
})
