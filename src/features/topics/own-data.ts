import { ownTables } from '../../platform/own-tables.ts'

export const ownData = ownTables({
  topic: {
    columns: {
      public: ['hashtag', 'number', 'questions'],
      internal: ['id', 'campaignId', 'postId', 'roundId'],
    },
  },
})
