import { ownTables } from '../../platform/own-tables.ts'

export const ownData = ownTables({
  round: {
    columns: {
      public: [
        'applyFrom',
        'applyUntil',
        'code',
        'endsOn',
        'startsOn',
        'title',
        'zone',
        'capPercent',
        'topicDays',
      ],
      internal: ['id', 'announcedAt', 'capAppliedAt', 'createdAt'],
    },
  },
  release: {
    columns: { internal: ['campaignId', 'releasedAt', 'roundId', 'scenarioId'], actor: ['releasedBy'] },
  },
})
