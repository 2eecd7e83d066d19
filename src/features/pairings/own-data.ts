import { sql } from 'kysely'
import { ownTables } from '../../platform/own-tables.ts'

export const ownData = ownTables({
  pairing: {
    chapter: 'partners',
    rows: (id) => sql`id in (select pairing_id from pairing_member where person_id = ${id})`,
    exports: ['confirmedAt', 'dissolvedAt', 'score'],
    stays: 'the pairing is the partner’s as well; what it says of both are codes',
    columns: {
      internal: ['id', 'roundId', 'scenarioPairId'],
      personal: ['confirmedAt', 'dissolvedAt', 'reasons', 'score'],
    },
  },
  pairingMember: {
    chapter: 'partners',
    rows: (id) => sql`person_id = ${id}`,
    exports: ['endedAt', 'centre'],
    stays: 'a number, so that the partner’s pairing had two',
    columns: {
      internal: ['applicationId', 'pairingId', 'personId', 'roundId'],
      personal: ['centre', 'endedAt'],
    },
  },
  laterRelease: {
    columns: { internal: ['campaignId', 'releasedAt', 'roundId', 'scenarioId'], actor: ['releasedBy'] },
  },
})
