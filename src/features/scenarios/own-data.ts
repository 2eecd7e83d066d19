import { sql } from 'kysely'
import { ownTables } from '../../platform/own-tables.ts'
import { ownApplicationIds } from '../applications/index.ts'

/** Their entry in what a run was given, among those of everyone. */
const ownEntry = (id: string) => sql`(select entry from jsonb_array_elements(input -> 'applicants') entry
  where entry ->> 'personId' = ${id} limit 1)`

export const ownData = ownTables({
  scenario: {
    chapter: 'matching',
    rows: (id) => sql`exists (select from jsonb_array_elements(input -> 'applicants') entry
      where entry ->> 'personId' = ${id})`,
    // What a plan was made of stays, so that it can be explained; whom an entry was about does not.
    erased: (_neutral, personId) => ({
      input: sql`jsonb_set(input, '{applicants}', (
        select jsonb_agg(case when entry ->> 'personId' = ${personId}
            then jsonb_set(entry, '{addressKey}', to_jsonb('erased ' || (entry ->> 'id'))) else entry end order by place)
        from jsonb_array_elements(input -> 'applicants') with ordinality as given (entry, place)))`,
    }),
    exports: (id) => ({ number: sql`number`, madeAt: sql`made_at`, you: ownEntry(id) }),
    stays: 'a plan stays as it was made: of each person codes and a number. The address goes',
    columns: {
      internal: [
        ...([
          'id',
          'roundId',
          'number',
          'weights',
          'seed',
          'worstFirst',
          'engine',
          'rules',
          'startedAt',
        ] as const),
        ...([
          'progress',
          'finishedAt',
          'problem',
          'total',
          'worst',
          'priceOfFairness',
          'certificate',
        ] as const),
        ...([
          'verifiedAt',
          'pool',
          'scorer',
          'mostHoursApart',
          'commonLanguages',
          'oddOneOut',
          'keepsPins',
        ] as const),
        ...(['keepBonus', 'heardAt', 'cancelledAt', 'resultDigest', 'chosenAt', 'madeAt'] as const),
      ],
      personal: ['input'],
      sensitive: ['title'],
      actor: ['cancelledBy', 'chosenBy', 'madeBy'],
    },
  },
  scenarioPair: {
    stays: 'codes on two people, by numbers',
    columns: { internal: ['id', 'byHand', 'scenarioId', 'score'], personal: ['reasons'] },
  },
  scenarioMember: {
    chapter: 'matching',
    rows: (id) => sql`application_id in ${ownApplicationIds(id)}`,
    stays: 'a place in a plan, by a number',
    columns: {
      internal: ['applicationId', 'scenarioId', 'scenarioPairId'],
      personal: ['centre', 'reason'],
    },
  },
  scenarioChange: {
    stays: 'numbers of applications that were moved',
    columns: {
      internal: ['id', 'scenarioId', 'number', 'kind', 'madeAt', 'undoneAt', 'rulesMade', 'rulesLifted'],
      personal: ['after', 'before'],
      actor: ['madeBy', 'undoneBy'],
    },
  },
  scenarioPairLook: { columns: { internal: ['lookedAt', 'scenarioPairId'], actor: ['lookedBy'] } },
  pairingRule: {
    chapter: 'matching',
    rows: (id) => sql`(first_id in ${ownApplicationIds(id)} or second_id in ${ownApplicationIds(id)})`,
    exports: ['kind', 'madeAt', 'liftedAt'],
    stays: 'numbers of two applications; plans were made by it',
    columns: {
      internal: ['id', 'roundId', 'firstId', 'secondId'],
      personal: ['kind', 'liftedAt', 'madeAt'],
      actor: ['madeBy'],
    },
  },
})
